package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.MatrixProduct;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Total;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `A * ones(d)` is `sum(A, rows)`, `ones(1, n) * A` is `sum(A, columns)`.
///
/// Limit: only columns and rows of ones; a matrix of ones stays.
final class SumByOnes implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Operation operation, List<Expr> operands))
        || operation != Plain.MATRIX_PRODUCT) {
      return Optional.empty();
    }
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) instanceof Apply(Operation.Ones(Shape shape), _)) {
        if (shape.isVector() && i > 0) {
          return Optional.of(joined(operands, i - 1, sum(operands.get(i - 1), Along.ROWS)));
        }
        if (shape.isRow() && i + 1 < operands.size()) {
          return Optional.of(joined(operands, i, sum(operands.get(i + 1), Along.COLUMNS)));
        }
      }
    }
    return Optional.empty();
  }

  private static Expr sum(Expr operand, Along along) {
    Expr sum = Formulas.apply(new Total(along), operand);
    return Shapes.isScalar(sum) ? Formulas.apply(new Total(Along.ALL), operand) : sum;
  }

  /// The factors with two of them replaced by one.
  private static Expr joined(List<Expr> operands, int first, Expr replacement) {
    List<Expr> factors = new ArrayList<>(operands);
    factors.remove(first);
    factors.set(first, replacement);
    return MatrixProduct.of(factors);
  }
}
