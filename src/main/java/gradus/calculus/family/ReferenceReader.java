package gradus.calculus.family;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol.Quantity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads the references in one definition.
final class ReferenceReader {
  private final Definition user;
  private final Set<Reference> found = new LinkedHashSet<>();

  private ReferenceReader(Definition user) {
    this.user = user;
  }

  static List<Reference> of(Definition user) {
    ReferenceReader reader = new ReferenceReader(user);
    reader.read(user.formula(), Map.of());
    return List.copyOf(reader.found);
  }

  /// The definition with its letter for its label: `a[k+1] = …k… for k in 0..L-1` is `a[k] = …k-1…
  /// for k in 1..L`.
  static Definition normal(Definition definition) {
    if (definition.family().isEmpty()) {
      return definition;
    }
    Family family = definition.family().get();
    Quantity symbol = (Quantity) definition.symbol();
    OptionalInt shift =
        symbol.labels().size() == 1
            ? symbol.labels().getFirst().minus(family.index()).constant()
            : OptionalInt.empty();
    if (shift.isEmpty()) {
      throw new Refusal.Found(new Refusal.NotAFamily(symbol));
    }
    int by = shift.getAsInt();
    Index letter = family.index().plus(-by);
    Quantity own =
        IndexSubstitution.with(
            symbol,
            other -> other.equals(Index.Letter.of(family.letter())) ? letter : Index.of(other));
    return new Definition(
        own,
        IndexSubstitution.with(definition.formula(), family.letter(), letter),
        Optional.of(new Family(family.letter(), family.from().plus(by), family.to().plus(by))));
  }

  private void read(Expr expr, Map<Name, Range> sums) {
    if (expr instanceof Ref(Quantity quantity)) {
      found.add(reference(quantity, sums));
    }
    Map<Name, Range> inside = sums;
    if (expr instanceof IndexSum(Name letter, Index from, Index to, _)) {
      inside = new HashMap<>(sums);
      inside.put(letter, new Range(from, to));
    }
    for (Expr part : Formulas.children(expr)) {
      read(part, inside);
    }
  }

  private Reference reference(Quantity quantity, Map<Name, Range> sums) {
    if (quantity.labels().isEmpty()) {
      return new Reference(user, quantity, Optional.empty(), Optional.empty());
    }
    Index label = quantity.labels().getFirst();
    for (Map.Entry<Name, Range> sum : sums.entrySet()) {
      if (label.mentions(sum.getKey())) {
        return all(quantity, shifted(quantity, sum.getKey(), sum.getValue()));
      }
    }
    return user.family()
        .filter(family -> label.mentions(family.letter()))
        .map(family -> member(quantity, family))
        .orElseGet(() -> all(quantity, new Range(label, label)));
  }

  private Reference member(Quantity quantity, Family family) {
    Range at = shifted(quantity, family.letter(), new Range(family.from(), family.to()));
    int offset = at.from().minus(family.from()).constant().orElseThrow();
    return new Reference(user, quantity, Optional.of(at), Optional.of(offset));
  }

  /// Every member refers to all these labels.
  private Reference all(Quantity quantity, Range at) {
    boolean moves =
        user.family()
            .filter(
                family -> at.from().mentions(family.letter()) || at.to().mentions(family.letter()))
            .isPresent();
    if (moves) {
      throw new Refusal.Found(new Refusal.LabelNotFollowed(symbol(), quantity));
    }
    return new Reference(user, quantity, Optional.of(at), Optional.empty());
  }

  private Range shifted(Quantity quantity, Name letter, Range range) {
    OptionalInt offset =
        quantity.labels().size() == 1
            ? quantity.labels().getFirst().minus(Index.of(letter)).constant()
            : OptionalInt.empty();
    if (offset.isEmpty()) {
      throw new Refusal.Found(new Refusal.LabelNotFollowed(symbol(), quantity));
    }
    int by = offset.getAsInt();
    return new Range(range.from().plus(by), range.to().plus(by));
  }

  private Quantity symbol() {
    return (Quantity) user.symbol();
  }
}
