package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `∂/∂h[t] Σ_s |h[s]|²` is `∂/∂h[t] |h[t]|²`: the other members of a family do not depend on it.
///
/// Only where the sum alone mentions the family, and every time at the same distance from its
/// letter; `h[s] * h[s-1]` leaves two terms.
///
/// @param formula the derivative of the term that is left
/// @param letter of the sum
/// @param label of the term that is left
public record MemberTerm(Expr formula, Name letter, Index label) {
  public static Optional<MemberTerm> of(Expr formula) {
    if (!(formula instanceof Derivative(Expr body, Quantity by)) || by.labels().size() != 1) {
      return Optional.empty();
    }
    List<IndexSum> sums = new ArrayList<>();
    Formulas.visit(
        body,
        part -> {
          if (part instanceof IndexSum sum && !labels(sum.body(), by).isEmpty()) {
            sums.add(sum);
          }
        });
    if (sums.size() != 1 || labels(body, by).size() != labels(sums.getFirst().body(), by).size()) {
      return Optional.empty();
    }
    return of(body, by, sums.getFirst());
  }

  private static Optional<MemberTerm> of(Expr body, Quantity by, IndexSum sum) {
    List<Index> labels = labels(sum.body(), by).stream().distinct().toList();
    Index distance = labels.getFirst().minus(Index.of(sum.letter()));
    if (labels.size() > 1 || distance.constant().isEmpty()) {
      return Optional.empty();
    }
    Index label = by.labels().getFirst().minus(distance);
    Expr term = IndexSubstitution.with(sum.body(), sum.letter(), label);
    return Optional.of(
        new MemberTerm(new Derivative(Formulas.replace(body, sum, term), by), sum.letter(), label));
  }

  /// Of the family, one for each mention.
  private static List<Index> labels(Expr formula, Quantity family) {
    List<Index> labels = new ArrayList<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Expr.Ref(Quantity other)
              && other.name().equals(family.name())
              && other.labels().size() == 1) {
            labels.add(other.labels().getFirst());
          }
        });
    return labels;
  }
}
