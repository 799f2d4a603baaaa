package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `A * (2*B)` is `2*(A * B)`, `sum(2*A)` is `2*sum(A)`, likewise for all that is linear: scalars
/// stand in front.
final class PullScalars implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Operation operation, List<Expr> operands))) {
      return Optional.empty();
    }
    List<Expr> scalars = new ArrayList<>();
    List<Expr> rest = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      rest.add(isLinear(operation, i) ? withoutScalars(operands.get(i), scalars) : operands.get(i));
    }
    if (scalars.isEmpty()) {
      return Optional.empty();
    }
    scalars.add(new Apply(operation, rest));
    return Optional.of(Formulas.product(scalars));
  }

  /// One factor that is no scalar stays, so that the shape does.
  private static Expr withoutScalars(Expr operand, List<Expr> scalars) {
    if (!(operand instanceof Product(List<Expr> factors)) || Shapes.isScalar(operand)) {
      return operand;
    }
    List<Expr> matrices = new ArrayList<>();
    for (Expr factor : factors) {
      (Shapes.isScalar(factor) ? scalars : matrices).add(factor);
    }
    return Formulas.product(matrices);
  }

  private static boolean isLinear(Operation operation, int operand) {
    return switch (operation) {
      case Plain plain ->
          switch (plain) {
            case MATRIX_PRODUCT, TRANSPOSE, DOT, DIAGONAL_MATRIX, DIAGONAL, TRACE -> true;
            case CHOSEN -> operand == 0;
            case SQUARED_NORM, NORM2, NORM1, CONCAT -> false;
          };
      case Operation.Total _, Operation.Slice _, Operation.Padded _ -> true;
      case Operation.Maximum _,
          Operation.Softmax _,
          Operation.LogSumExp _,
          Operation.Ones _,
          Operation.Identity _,
          Operation.OneHot _ ->
          false;
    };
  }
}
