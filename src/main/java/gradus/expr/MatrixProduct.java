package gradus.expr;

import gradus.expr.Expr.Apply;
import gradus.expr.Operation.Plain;
import java.util.ArrayList;
import java.util.List;

/// Products and transposes as one writes them: scalars stand in front of `A * B`, nothing is
/// transposed twice.
public final class MatrixProduct {
  private MatrixProduct() {}

  /// `A * B * …`; scalar factors, `u' * v` among them, stand in front, and those of 1 are dropped.
  public static Expr of(List<? extends Expr> factors) {
    List<Expr> all = new ArrayList<>();
    List<Expr> matrices = new ArrayList<>();
    for (Expr factor : factors) {
      if (!Shapes.isScalar(factor)) {
        matrices.add(factor);
      } else if (!Formulas.isOne(factor)) {
        all.add(factor);
      }
    }
    if (!matrices.isEmpty()) {
      all.add(Formulas.matrixProduct(matrices));
    }
    return Formulas.product(all);
  }

  public static Expr of(Expr... factors) {
    return of(List.of(factors));
  }

  public static Expr transposed(Expr expr) {
    if (expr instanceof Apply(Operation operation, List<Expr> operands)
        && operation == Plain.TRANSPOSE) {
      return operands.getFirst();
    }
    return Shapes.isScalar(expr) ? expr : Formulas.transposed(expr);
  }

  /// Entry by entry; factors of 1 are dropped, and matrices of ones where others have their shape.
  public static Expr hadamard(List<? extends Expr> factors) {
    Expr all = Formulas.product(factors);
    List<Expr> kept =
        new ArrayList<>(all instanceof Expr.Product(List<Expr> flat) ? flat : factors);
    kept.removeIf(Formulas::isOne);
    List<Expr> others = new ArrayList<>(kept);
    others.removeIf(factor -> factor instanceof Apply(Operation.Ones _, _));
    Expr product = Formulas.product(others);
    return Shapes.of(product).equals(Shapes.of(all)) ? product : Formulas.product(kept);
  }
}
