package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Formulas;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.List;
import java.util.Optional;

/// `{c if z > 0; c otherwise}` is `c`.
///
/// Limit: without an `otherwise` the cases say where there is no value, and stay.
final class MergeEqualCases implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (expr instanceof Cases(List<Branch> branches)
        && branches.getLast().condition().isOtherwise()) {
      Expr first = branches.getFirst().value();
      return branches.stream().allMatch(branch -> branch.value().equals(first))
          ? Optional.of(inShape(first, Shapes.of(expr)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// Cases of a matrix have its shape even where their values are numbers.
  private static Expr inShape(Expr value, Shape shape) {
    return Shapes.of(value).equals(shape) ? value : Formulas.product(value, Formulas.ones(shape));
  }
}
