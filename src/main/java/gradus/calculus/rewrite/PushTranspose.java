package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.MatrixProduct;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.List;
import java.util.Optional;

/// `(A * B)'` is `B' * A'`, `(A + B)'` is `A' + B'`, `A''` is `A`, a scalar is its own transpose:
/// transposes end at names.
///
/// `tanh(A')'` is `tanh(A)`, and likewise powers, where that leaves fewer transposes.
///
/// Limit: `tanh(Z)'` and `concat(X, 1)'` stay, which read better than transposed arguments.
final class PushTranspose implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Operation operation, List<Expr> operands))
        || operation != Plain.TRANSPOSE) {
      return Optional.empty();
    }
    Expr operand = operands.getFirst();
    if (Shapes.isScalar(operand)) {
      return Optional.of(operand);
    }
    return switch (operand) {
      case Expr.Sum(List<Expr> terms) -> Optional.of(Formulas.sum(transposed(terms)));
      case Expr.Product(List<Expr> factors) -> Optional.of(Formulas.product(transposed(factors)));
      case Apply inner -> ofApply(inner);
      case Expr.Power _, Expr.Call _ ->
          Optional.of(inside(operand)).filter(inside -> count(inside) < count(expr));
      default -> Optional.empty();
    };
  }

  /// The transpose, with transposes as far inside as they go.
  private static Expr inside(Expr expr) {
    return switch (expr) {
      case Expr.Sum _, Expr.Product _, Expr.Power _, Expr.Call _ ->
          Formulas.mapChildren(expr, PushTranspose::inside);
      case Apply(Operation operation, List<Expr> factors) when operation == Plain.MATRIX_PRODUCT ->
          Formulas.matrixProduct(factors.reversed().stream().map(PushTranspose::inside).toList());
      case Expr _ -> MatrixProduct.transposed(expr);
    };
  }

  private static int count(Expr expr) {
    int here = expr instanceof Apply(Operation op, _) && op == Plain.TRANSPOSE ? 1 : 0;
    return here + Formulas.children(expr).stream().mapToInt(PushTranspose::count).sum();
  }

  private static Optional<Expr> ofApply(Apply inner) {
    return switch (inner.operation()) {
      case Plain.MATRIX_PRODUCT ->
          Optional.of(MatrixProduct.of(transposed(inner.operands().reversed())));
      case Plain.TRANSPOSE -> Optional.of(inner.operands().getFirst());
      case Plain.DIAGONAL_MATRIX -> Optional.of(inner);
      case Operation.Identity _ -> Optional.of(inner);
      case Operation.Ones(Shape shape) -> Optional.of(Formulas.ones(shape.transposed()));
      default -> Optional.empty();
    };
  }

  private static List<Expr> transposed(List<Expr> parts) {
    return parts.stream().map(MatrixProduct::transposed).toList();
  }
}
