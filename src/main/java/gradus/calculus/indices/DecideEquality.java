package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Formulas;
import gradus.expr.Index;
import java.util.Optional;

/// `[i = i]` is `1`, `[1 = 2]` is `0`, `[i = n + 1]` is `0` for i in 1..n.
///
/// Limit: two letters of one range may be equal or not, and stay.
final class DecideEquality implements IndexRewrite {
  @Override
  public Optional<Expr> apply(Expr expr, Ranges ranges) {
    if (!(expr instanceof Kronecker(Index left, Index right))) {
      return Optional.empty();
    }
    return left.equals(right)
        ? Optional.of(Formulas.ONE)
        : ranges.surelyDifferent(left, right) ? Optional.of(Formulas.ZERO) : Optional.empty();
  }
}
