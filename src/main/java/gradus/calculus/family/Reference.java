package gradus.calculus.family;

import gradus.expr.Definition;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol.Quantity;
import java.util.Optional;

/// One way in which a definition refers to a quantity.
///
/// @param user the definition, its own label the letter of its family
/// @param quantity as it stands in the formula
/// @param at the labels that it has, over all members of the user; none for a quantity without
/// @param offset of `z[k+c]` in the definition of `a[k]` it is c; none where every member refers to
///   the same, or to all
public record Reference(
    Definition user, Quantity quantity, Optional<Range> at, Optional<Integer> offset) {

  public Quantity symbol() {
    return (Quantity) user.symbol();
  }

  /// The member of the user that refers to the label by its offset.
  public Optional<Index> member(Index label) {
    return offset.map(c -> label.plus(-c));
  }

  Optional<Range> userRange() {
    return range(user);
  }

  /// The labels of a definition: those of its family, or its only one.
  public static Optional<Range> range(Definition definition) {
    Optional<Range> own =
        definition.family().map(Family::from).map(from -> new Range(from, to(definition)));
    return own.or(() -> fixed((Quantity) definition.symbol()));
  }

  private static Index to(Definition definition) {
    return definition.family().orElseThrow().to();
  }

  private static Optional<Range> fixed(Quantity symbol) {
    return symbol.labels().stream().findFirst().map(label -> new Range(label, label));
  }
}
