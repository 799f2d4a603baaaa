package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import java.util.Optional;

/// `Σ_{l=1}^n x` is `n·x` where x is free of l.
///
/// Limit: not where the range might end before it begins, and the count be negative.
final class CountEqualTerms implements IndexRewrite {
  @Override
  public Optional<Expr> apply(Expr expr, Ranges ranges) {
    if (!(expr instanceof IndexSum(Name letter, Index from, Index to, Expr body))
        || IndexSubstitution.mentions(body, letter)
        || !ranges.surelyAtMost(from, to.plus(1))) {
      return Optional.empty();
    }
    Index count = to.minus(from).plus(1);
    Expr factor =
        count.constant().isPresent()
            ? Expr.Number.of(count.constant().getAsInt())
            : new Whole(count);
    return Optional.of(Formulas.isOne(body) ? factor : Formulas.product(factor, body));
  }
}
