package gradus.calculus.family;

import gradus.calculus.indices.BoundLetters;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The members of families that lie between two: from `a[k]` to `a[k+1]` it is `z[k]`. They are
/// finitely many, and a graph of their own without families.
///
/// Limit: both labels in the same letter, or both numbers; else it is as many as the letters say.
public final class FamilySegment {
  private final FamilyGraph families;
  private final Quantity target;
  private final Quantity by;
  private final Optional<Name> letter;
  private final Map<Quantity, Definition> members = new LinkedHashMap<>();
  private Optional<Range> range = Optional.empty();

  /// @param graph the members' definitions, labels put in
  /// @param family the values of the letter for which all of them exist
  public record Between(Graph graph, Optional<Family> family) {}

  private FamilySegment(FamilyGraph families, Quantity target, Quantity by, Optional<Name> letter) {
    this.families = families;
    this.target = target;
    this.by = by;
    this.letter = letter;
  }

  public static Between of(
      FamilyGraph families, Quantity target, Quantity by, FamilyAliases letters) {
    Optional<Name> letter =
        target.labels().getFirst().letters().stream()
            .map(Letter::name)
            .filter(name -> letters.running(Index.of(name)).isPresent())
            .findFirst();
    FamilySegment members = new FamilySegment(families, target, by, letter);
    members.collect();
    Optional<Family> family =
        letter.flatMap(name -> members.range.map(r -> new Family(name, r.from(), r.to())));
    return new Between(Graph.of(members.members.values()), family);
  }

  private void collect() {
    OptionalInt distance = distance(target);
    if (distance.isEmpty()) {
      throw new Refusal.Found(new Refusal.ByShared(target, by));
    }
    int sign = distance.getAsInt() < 0 ? -1 : 1;
    Deque<Quantity> open = new ArrayDeque<>(List.of(target));
    while (!open.isEmpty()) {
      Quantity next = open.pop();
      if (!next.equals(by) && !members.containsKey(next)) {
        members.put(next, member(next));
        operands(members.get(next)).stream()
            .filter(operand -> isBetween(operand, sign))
            .forEach(open::push);
      }
    }
  }

  /// From `by`, where both have labels in the same letter.
  private OptionalInt distance(Quantity quantity) {
    return by.labels().size() == 1 && quantity.labels().size() == 1
        ? quantity.labels().getFirst().minus(by.labels().getFirst()).constant()
        : OptionalInt.empty();
  }

  private static List<Quantity> operands(Definition definition) {
    return gradus.expr.Formulas.symbols(definition.formula()).stream()
        .filter(Quantity.class::isInstance)
        .map(Quantity.class::cast)
        .toList();
  }

  /// Whether the derivative leads through an operand; one at a label that is not comparable must
  /// not depend on the quantity at all.
  private boolean isBetween(Quantity operand, int sign) {
    List<Definition> definitions = definitions(operand);
    if (definitions.isEmpty() || operand.equals(by)) {
      return false;
    }
    OptionalInt distance = distance(operand);
    if (distance.isPresent()) {
      return distance.getAsInt() * sign >= 0;
    }
    if (families.ancestors(definitions).stream().anyMatch(this::mentions)) {
      throw new Refusal.Found(new Refusal.ByShared(target, by));
    }
    return false;
  }

  private boolean mentions(Definition definition) {
    return ((Quantity) definition.symbol()).name().equals(by.name())
        || families.references(definition).stream()
            .anyMatch(reference -> reference.quantity().name().equals(by.name()));
  }

  private List<Definition> definitions(Quantity quantity) {
    return families.definitions(quantity.name(), Optional.empty()).stream()
        .filter(definition ->
            letter.isEmpty() || definition.family().isPresent() || quantity.labels().isEmpty())
        .toList();
  }

  private Definition member(Quantity quantity) {
    Index label = quantity.labels().getFirst();
    List<Definition> all = new ArrayList<>(definitions(quantity));
    Order order = families.order();
    if (letter.isEmpty()) {
      all.removeIf(definition ->
          !order.covers(Reference.range(definition).orElseThrow(), new Range(label, label)));
    }
    if (all.size() != 1) {
      throw new Refusal.Found(new Refusal.Undecided(label, label));
    }
    Definition definition = all.getFirst();
    if (definition.family().isEmpty()) {
      return definition;
    }
    Family family = definition.family().get();
    letter.ifPresent(name -> restrict(family, label.minus(Index.of(name))));
    Expr apart =
        BoundLetters.renamed(
            definition.formula(), letter.map(java.util.Set::of).orElse(java.util.Set.of()));
    Quantity symbol =
        IndexSubstitution.with(
            (Quantity) definition.symbol(),
            other -> other.equals(Letter.of(family.letter())) ? label : Index.of(other));
    return new Definition(symbol, IndexSubstitution.with(apart, family.letter(), label));
  }

  /// The letter plus the offset lies in the family's range.
  private void restrict(Family family, Index offset) {
    Range own = new Range(family.from().minus(offset), family.to().minus(offset));
    Order order = families.order();
    range =
        Optional.of(
            range
                .map(known ->
                    new Range(
                        order.compare(known.from(), own.from()) >= 0 ? known.from() : own.from(),
                        order.compare(known.to(), own.to()) <= 0 ? known.to() : own.to()))
                .orElse(own));
  }
}
