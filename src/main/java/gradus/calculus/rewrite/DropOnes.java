package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.MatrixProduct;
import gradus.expr.Operation;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `A .* ones(n, d)` is `A` where A has that shape by itself; a column or row that the ones spread
/// is a product of matrices, `u .* ones(n, d)` is `u * ones(1, d)`.
///
/// A column and a row beside each other have that shape only by the ones.
final class DropOnes implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Product(List<Expr> factors)) || Zeros.isZero(expr)) {
      return Optional.empty();
    }
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i) instanceof Apply(Operation.Ones _, _)) {
        List<Expr> others = new ArrayList<>(factors);
        others.remove(i);
        return without(others, Shapes.of(expr));
      }
    }
    return Optional.empty();
  }

  private static Optional<Expr> without(List<Expr> factors, Shape shape) {
    Shape left = Shapes.of(Formulas.product(factors));
    if (left.equals(shape)) {
      return Optional.of(Formulas.product(factors));
    }
    List<Expr> scalars = factors.stream().filter(Shapes::isScalar).toList();
    List<Expr> lines = factors.stream().filter(factor -> !Shapes.isScalar(factor)).toList();
    boolean isLine = left.isVector() || left.isRow();
    if (!isLine || lines.stream().anyMatch(line -> !Shapes.of(line).equals(left))) {
      return Optional.empty();
    }
    Expr line = Formulas.product(lines);
    List<Expr> spread = new ArrayList<>(scalars);
    spread.add(
        left.isVector()
            ? MatrixProduct.of(line, Formulas.ones(Shape.vector(shape.columns()).transposed()))
            : MatrixProduct.of(Formulas.ones(Shape.vector(shape.rows())), line));
    return Optional.of(Formulas.product(spread));
  }
}
