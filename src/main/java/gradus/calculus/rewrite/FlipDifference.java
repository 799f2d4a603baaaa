package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `-(y - p)` is `p - y`, and `-2*(y - p)*x` is `2*(p - y)*x`.
///
/// Limits: `-(a + b)` stays, since no sign would be saved; `-(1 - p)` stays, since `1 - p` reads
/// better than `p - 1` and is often there a second time.
final class FlipDifference implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Product(List<Expr> factors)) || !Signs.isNegative(expr)) {
      return Optional.empty();
    }
    for (int i = 1; i < factors.size(); i++) {
      if (Signs.isDifference(factors.get(i)) && !Signs.startsWithNumber(factors.get(i))) {
        List<Expr> turned = new ArrayList<>(factors);
        turned.set(0, Signs.changed(factors.getFirst()));
        turned.set(i, Signs.turned(factors.get(i)));
        if (Formulas.isOne(turned.getFirst())) {
          turned.removeFirst();
        }
        return Optional.of(Formulas.product(turned));
      }
    }
    return Optional.empty();
  }
}
