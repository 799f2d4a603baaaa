package gradus.calculus.entry;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A declared fact: the entries of a quantity add up to 1, those of each row or of each column, as
/// they do in a one-hot target.
///
/// @param family whose letter is the label of the quantity: the fact holds for each member
public record UnitSum(Quantity quantity, Along along, Optional<Family> family) {
  public UnitSum(Quantity quantity, Along along) {
    this(quantity, along, Optional.empty());
  }

  public Expr left() {
    return Formulas.apply(new Operation.Total(along), new Ref(quantity));
  }

  /// 1, for each of the sums.
  public Expr right() {
    Shape shape = quantity.shape();
    return switch (along) {
      case ALL -> Formulas.ONE;
      case ROWS -> Formulas.ones(Shape.vector(shape.rows()));
      case COLUMNS -> Formulas.ones(Shape.vector(shape.columns()).transposed());
    };
  }

  /// The facts about what a formula mentions, families by the members that occur.
  public static List<UnitSum> about(Expr formula, List<UnitSum> facts) {
    List<Symbol> mentioned = List.copyOf(Formulas.symbols(formula));
    return facts.stream()
        .flatMap(fact -> fact.family.isEmpty() ? Stream.of(fact) : fact.members(mentioned))
        .toList();
  }

  private Stream<UnitSum> members(List<Symbol> mentioned) {
    return mentioned.stream()
        .filter(symbol -> symbol instanceof Quantity other && other.name().equals(quantity.name()))
        .map(symbol -> ((Quantity) symbol).labels())
        .distinct()
        .map(labels -> member(labels.getFirst()));
  }

  public UnitSum member(Index label) {
    Letter letter = Letter.of(family.orElseThrow().letter());
    Quantity member =
        IndexSubstitution.with(quantity, other -> other.equals(letter) ? label : Index.of(other));
    return new UnitSum(member, along);
  }
}
