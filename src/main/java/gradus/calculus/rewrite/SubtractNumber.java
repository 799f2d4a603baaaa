package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `x + (-2)` is `x - 2`, and `x + (-2)*y` is `x - 2*y`.
///
/// Limit: a negative number in front of the sum stays what it is.
final class SubtractNumber implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Sum(List<Expr> terms))) {
      return Optional.empty();
    }
    List<Expr> changed = new ArrayList<>(terms);
    for (int i = 1; i < terms.size(); i++) {
      Expr term = terms.get(i);
      List<Expr> factors = term instanceof Product(List<Expr> all) ? all : List.of(term);
      if (factors.getFirst() instanceof Number(Rational value, _)
          && value.signum() < 0
          && !(value.equals(Rational.MINUS_ONE) && factors.size() > 1)) {
        changed.set(i, Formulas.negated(Signs.changed(term)));
      }
    }
    return changed.equals(terms) ? Optional.empty() : Optional.of(new Sum(changed));
  }
}
