package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.MatrixProduct;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Total;
import gradus.expr.Shapes;
import java.util.List;
import java.util.Optional;

/// `sum(A')` is `sum(A)`, `sum(A', rows)` is `sum(A, columns)'`, `sum(sum(A, rows))` is `sum(A)`,
/// and the sum of one entry is the entry.
final class TotalOfTotal implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Total(Along along), List<Expr> operands))) {
      return Optional.empty();
    }
    Expr operand = operands.getFirst();
    if (Shapes.of(operand).equals(Shapes.of(expr))) {
      return Optional.of(operand);
    }
    if (!(operand instanceof Apply(Operation inner, List<Expr> parts))) {
      return Optional.empty();
    }
    return switch (inner) {
      case Plain.TRANSPOSE -> Optional.of(transposed(along, parts.getFirst()));
      case Total _ when along == Along.ALL -> Optional.of(sum(along, parts.getFirst()));
      default -> Optional.empty();
    };
  }

  private static Expr transposed(Along along, Expr operand) {
    return switch (along) {
      case ALL -> sum(Along.ALL, operand);
      case ROWS -> MatrixProduct.transposed(sum(Along.COLUMNS, operand));
      case COLUMNS -> MatrixProduct.transposed(sum(Along.ROWS, operand));
    };
  }

  private static Expr sum(Along along, Expr operand) {
    return Formulas.apply(new Total(along), operand);
  }
}
