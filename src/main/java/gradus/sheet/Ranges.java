package gradus.sheet;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What equations of families hold for, and their members where the bounds are numbers.
final class Ranges {
  private Ranges() {}

  /// `for k = 1, …, L`, or nothing.
  static List<Inline> text(Optional<Family> family) {
    return family
        .<List<Inline>>map(
            range -> Wording.join(Wording.text("for "), List.of(new Inline.Range(range))))
        .orElse(List.of());
  }

  /// The definition with each value of its letter, without a family itself.
  static List<Definition> members(Definition definition, Instanced instance) {
    return values(definition.family(), instance).stream()
        .map(k ->
            new Definition(
                with(definition.symbol(), definition.family(), k),
                with(definition.formula(), definition.family(), k)))
        .toList();
  }

  static List<Adjoint> members(Adjoint adjoint, Instanced instance) {
    return values(adjoint.family(), instance).stream()
        .map(k ->
            new Adjoint(
                (Partial) with(adjoint.partial(), adjoint.family(), k),
                adjoint.contributions(),
                adjoint.steps(),
                with(adjoint.formula(), adjoint.family(), k),
                adjoint.alias().map(alias -> with(alias, adjoint.family(), k))))
        .toList();
  }

  private static Alias with(Alias alias, Optional<Family> family, int value) {
    return new Alias(
        (Quantity) with(alias.name(), family, value),
        alias.negative(),
        (Partial) with(alias.partial(), family, value));
  }

  /// A single one, whatever it is, where there is no family; none where a bound is no number.
  private static List<Integer> values(Optional<Family> family, Instanced instance) {
    if (family.isEmpty()) {
      return List.of(0);
    }
    var from = instance.sized(family.get().from()).constant();
    var to = instance.sized(family.get().to()).constant();
    return from.isEmpty() || to.isEmpty()
        ? List.of()
        : IntStream.rangeClosed(from.getAsInt(), to.getAsInt()).boxed().toList();
  }

  private static Symbol with(Symbol symbol, Optional<Family> family, int value) {
    return family.isEmpty()
        ? symbol
        : Indexing.with(
            symbol,
            letter ->
                letter.equals(Index.Letter.of(family.get().letter()))
                    ? Index.of(value)
                    : Index.of(letter));
  }

  private static Expr with(Expr formula, Optional<Family> family, int value) {
    return family.isEmpty()
        ? formula
        : Indexing.with(formula, family.get().letter(), Index.of(value));
  }

  /// Whether an equation for it holds for many: with letters for labels or indices.
  static boolean isMany(Symbol symbol) {
    return symbol.quantities().stream()
        .flatMap(quantity -> Stream.of(quantity.labels(), quantity.indices()))
        .flatMap(List::stream)
        .anyMatch(index -> index.constant().isEmpty());
  }
}
