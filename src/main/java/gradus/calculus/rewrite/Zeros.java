package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Shape;
import java.util.List;

/// 0 of a shape: the number, or `0 * ones(n, d)`, which keeps the shape of what it came from.
public final class Zeros {
  private Zeros() {}

  static Expr of(Shape shape) {
    return shape.isScalar()
        ? Formulas.ZERO
        : new Product(List.of(Formulas.ZERO, Formulas.ones(shape)));
  }

  public static boolean isZero(Expr expr) {
    return switch (expr) {
      case Product(List<Expr> factors) ->
          factors.size() == 2
              && Formulas.isZero(factors.getFirst())
              && factors.getLast() instanceof Apply(Operation.Ones _, _);
      default -> Formulas.isZero(expr);
    };
  }
}
