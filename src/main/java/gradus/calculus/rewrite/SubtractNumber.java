package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `x + (-2)` is `x - 2`.
///
/// Limit: a negative number in front stays what it is.
final class SubtractNumber implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Sum(List<Expr> terms))) {
      return Optional.empty();
    }
    List<Expr> changed = new ArrayList<>(terms);
    for (int i = 1; i < terms.size(); i++) {
      if (terms.get(i) instanceof Number(Rational value, Notation notation)
          && value.signum() < 0) {
        changed.set(i, Formulas.negated(new Number(value.negated(), notation)));
      }
    }
    return changed.equals(terms) ? Optional.empty() : Optional.of(new Sum(changed));
  }
}
