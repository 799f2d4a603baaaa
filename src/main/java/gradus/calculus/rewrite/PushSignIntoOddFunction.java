package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `-sign(y - p)` is `sign(p - y)`.
final class PushSignIntoOddFunction implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Product(List<Expr> factors)) || !Signs.isNegative(expr)) {
      return Optional.empty();
    }
    for (int i = 1; i < factors.size(); i++) {
      Expr factor = factors.get(i);
      if (OddFunctions.isOdd(factor) && Signs.isDifference(OddFunctions.argument(factor))) {
        List<Expr> turned = new ArrayList<>(factors);
        turned.set(0, Signs.changed(factors.getFirst()));
        turned.set(i, OddFunctions.at(factor, Signs.turned(OddFunctions.argument(factor))));
        if (Formulas.isOne(turned.getFirst())) {
          turned.removeFirst();
        }
        return Optional.of(Formulas.product(turned));
      }
    }
    return Optional.empty();
  }
}
