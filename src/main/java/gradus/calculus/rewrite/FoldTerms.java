package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `2 + x + 1` is `3 + x`: numbers are added where the first of them stands.
final class FoldTerms implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Sum(List<Expr> terms))) {
      return Optional.empty();
    }
    List<Number> numbers =
        terms.stream().flatMap(term -> LiteralFolding.term(term).stream()).toList();
    if (numbers.size() < 2) {
      return Optional.empty();
    }
    Rational sum = numbers.stream().map(Number::value).reduce(Rational.ZERO, Rational::plus);
    List<Expr> rest = new ArrayList<>();
    boolean folded = false;
    for (Expr term : terms) {
      if (LiteralFolding.term(term).isEmpty()) {
        rest.add(term);
      } else if (!folded) {
        rest.add(LiteralFolding.folded(sum, numbers));
        folded = true;
      }
    }
    return Optional.of(Formulas.sum(rest));
  }
}
