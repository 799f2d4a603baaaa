package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Product;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `A .* B / n` is `1/n * A .* B`: in a product with matrices the scalars stand in front.
final class ScalarsFirst implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Product(List<Expr> factors))) {
      return Optional.empty();
    }
    List<Expr> ordered = new ArrayList<>();
    List<Expr> matrices = new ArrayList<>();
    factors.forEach(factor -> (Shapes.isScalar(factor) ? ordered : matrices).add(factor));
    ordered.addAll(matrices);
    return ordered.equals(factors) ? Optional.empty() : Optional.of(new Product(ordered));
  }
}
