package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import java.util.Optional;

/// `sign(-u)` is `-sign(u)`.
///
/// Limit: a difference keeps its order, see [PushSignIntoOddFunction].
final class PullSignFromOddFunction implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (OddFunctions.isOdd(expr) && Signs.isNegative(OddFunctions.argument(expr))) {
      Expr positive = Signs.changed(OddFunctions.argument(expr));
      return Optional.of(Formulas.negated(OddFunctions.at(expr, positive)));
    }
    return Optional.empty();
  }
}
