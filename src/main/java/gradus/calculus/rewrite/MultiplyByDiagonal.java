package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.MatrixProduct;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `diag(v) * A` is `v .* A`, `A * diag(v)` is `A .* v'`.
final class MultiplyByDiagonal implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Operation operation, List<Expr> operands))
        || operation != Plain.MATRIX_PRODUCT) {
      return Optional.empty();
    }
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) instanceof Apply(Operation inner, List<Expr> diagonal)
          && inner == Plain.DIAGONAL_MATRIX) {
        Expr v = diagonal.getFirst();
        return Optional.of(
            i + 1 < operands.size()
                ? joined(operands, i, Formulas.product(v, operands.get(i + 1)))
                : joined(
                    operands,
                    i - 1,
                    Formulas.product(operands.get(i - 1), MatrixProduct.transposed(v))));
      }
    }
    return Optional.empty();
  }

  /// The factors with two of them replaced by one.
  private static Expr joined(List<Expr> operands, int first, Expr replacement) {
    List<Expr> factors = new ArrayList<>(operands);
    factors.remove(first);
    factors.set(first, replacement);
    return MatrixProduct.of(factors);
  }
}
