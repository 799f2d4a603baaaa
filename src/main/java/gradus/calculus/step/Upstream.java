package gradus.calculus.step;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Partial;
import java.util.Optional;

/// The adjoint of a consumer: as formulas write it, and the formula it was derived as; none where
/// it is given.
public record Upstream(Partial partial, Expr written, Optional<Expr> formula) {
  /// Whether it is zero for all values.
  boolean vanishes() {
    return formula.filter(Formulas::isZero).isPresent();
  }

  Expr factor() {
    return vanishes() ? Formulas.ZERO : written;
  }
}
