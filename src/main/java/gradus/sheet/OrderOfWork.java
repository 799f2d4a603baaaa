package gradus.sheet;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// In which order members of families are computed: forward as they are defined, backward from the
/// base cases along the recursion, in the direction in which it refers to what is known.
final class OrderOfWork {
  /// What is computed, for every value of a letter or once.
  private record Step(Symbol symbol, Optional<Family> range, boolean falls) {
    Optional<Family> family() {
      return falls ? range.map(up -> new Family(up.letter(), up.to(), up.from())) : range;
    }
  }

  private final TypedSolution solution;
  private final Wording wording;

  OrderOfWork(TypedSolution solution, Wording wording) {
    this.solution = solution;
    this.wording = wording;
  }

  Section section() {
    List<Step> forward =
        solution.problem().graph().definitions().stream()
            .map(definition -> step(definition.symbol(), definition.family(), definition.formula()))
            .toList();
    List<Step> backward =
        solution.derivation().adjoints().stream()
            .filter(adjoint -> adjoint.partial().of().labels().isEmpty())
            .map(adjoint -> step(name(adjoint), adjoint.family(), adjoint.formula()))
            .toList();
    return new Section(
        "Order of work",
        List.of(
            new Paragraph(Wording.join(Wording.text("Forward: "), sentence(forward))),
            new Paragraph(Wording.join(Wording.text("Backward: "), sentence(backward)))));
  }

  private static Symbol name(Adjoint adjoint) {
    return adjoint
        .alias()
        .filter(alias -> !alias.negative())
        .<Symbol>map(Alias::name)
        .orElse(adjoint.partial());
  }

  /// From the last to the first where the formula refers to a later label.
  private static Step step(Symbol symbol, Optional<Family> range, Expr formula) {
    boolean falls =
        range.isPresent()
            && Formulas.symbols(formula).stream()
                .flatMap(OrderOfWork::labels)
                .map(label -> label.minus(range.get().index()).constant())
                .anyMatch(offset -> offset.isPresent() && offset.getAsInt() > 0);
    return new Step(symbol, range, falls);
  }

  private static Stream<Index> labels(Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity -> quantity.labels().stream();
      case Partial(_, Quantity by, _) -> by.labels().stream();
      case Symbol.Updated(Quantity quantity) -> quantity.labels().stream();
    };
  }

  /// What runs over the same values is computed together, value by value.
  private List<Inline> sentence(List<Step> steps) {
    List<List<Inline>> parts = new ArrayList<>();
    int i = 0;
    while (i < steps.size()) {
      int end = i + 1;
      while (end < steps.size() && goTogether(steps.get(i), steps.get(end))) {
        end++;
      }
      List<Step> group = steps.subList(i, end);
      List<Inline> symbols =
          Wording.listed(group.stream().map(step -> cited(step.symbol())).toList(), ", ");
      parts.add(
          Wording.join(
              direction(group)
                  .map(family ->
                      Wording.join(
                          Wording.text("for "),
                          List.of(new Inline.Range(family)),
                          Wording.text(": ")))
                  .orElse(List.of()),
              symbols));
      i = end;
    }
    return Wording.join(Wording.joined(parts, "; "), Wording.text("."));
  }

  /// Falling where one of them falls.
  private static Optional<Family> direction(List<Step> group) {
    return group.stream()
        .filter(Step::falls)
        .findFirst()
        .or(() -> Optional.of(group.getFirst()))
        .flatMap(Step::family);
  }

  private static boolean goTogether(Step first, Step other) {
    return first.range().equals(other.range());
  }

  private List<Inline> cited(Symbol symbol) {
    List<Inline> name = List.of(new Inline.Formula(new Ref(symbol)));
    return wording.isNumbered(symbol)
        ? Wording.join(name, Wording.text(" by "), wording.cite(symbol))
        : name;
  }
}
