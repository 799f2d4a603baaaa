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
    if (!(expr instanceof Sum(List<Expr> terms)) || Numbers.among(terms).size() < 2) {
      return Optional.empty();
    }
    List<Number> numbers = Numbers.among(terms);
    Rational sum = numbers.stream().map(Number::value).reduce(Rational.ZERO, Rational::plus);
    List<Expr> rest = new ArrayList<>();
    for (Expr term : terms) {
      if (!(term instanceof Number)) {
        rest.add(term);
      } else if (term == numbers.getFirst()) {
        rest.add(Numbers.folded(sum, numbers));
      }
    }
    return Optional.of(Formulas.sum(rest));
  }
}
