package gradus.calculus.step;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.MatrixProduct;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import java.util.Optional;

/// One term of the chain rule, by name: `∂L/∂u · ∂u/∂x` for a scalar u, `(∂z/∂h)' * ∂L/∂z` for a
/// vector z and a vector or scalar h, `dot(∂L/∂Z, ∂Z/∂s)` for a scalar s.
///
/// Limit: a matrix by a vector, or a vector by a matrix, has three axes and no spelling.
final class ChainTerm {
  private ChainTerm() {}

  /// @param local the direct partial, in the shape of its quantity, then of `by`
  static Optional<Expr> of(Expr upstream, Expr local, Quantity by) {
    Shape consumer = Shapes.of(upstream);
    if (consumer.isScalar()) {
      return Optional.of(Formulas.product(upstream, local));
    }
    if (consumer.isVector() && by.shape().axes().size() <= 1) {
      return Optional.of(MatrixProduct.of(MatrixProduct.transposed(local), upstream));
    }
    return by.shape().isScalar()
        ? Optional.of(Formulas.apply(Plain.DOT, upstream, local))
        : Optional.empty();
  }
}
