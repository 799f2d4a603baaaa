package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.MatrixProduct;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import java.util.List;
import java.util.Optional;

/// `A * (B * C)` is `A * B * C`, and a scalar among the factors stands in front.
final class FlattenMatrixProduct implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Operation operation, List<Expr> operands))
        || operation != Plain.MATRIX_PRODUCT) {
      return Optional.empty();
    }
    Expr flat = MatrixProduct.of(operands);
    return flat.equals(expr) ? Optional.empty() : Optional.of(flat);
  }
}
