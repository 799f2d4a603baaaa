package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import java.util.Optional;

/// `Σ_l 0` is `0`.
final class DropEmptySum implements IndexRewrite {
  @Override
  public Optional<Expr> apply(Expr expr, Ranges ranges) {
    return expr instanceof IndexSum sum && Formulas.isZero(sum.body())
        ? Optional.of(Formulas.ZERO)
        : Optional.empty();
  }
}
