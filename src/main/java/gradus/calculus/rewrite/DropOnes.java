package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `A .* ones(n, d)` is `A` where A has that shape by itself.
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
        Expr rest = Formulas.product(others);
        if (Shapes.of(rest).equals(Shapes.of(expr))) {
          return Optional.of(rest);
        }
      }
    }
    return Optional.empty();
  }
}
