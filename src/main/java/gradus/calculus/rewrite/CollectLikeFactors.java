package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `x * x` is `x^2`, `x^3 / x` is `x^2`: integer exponents of the same base are added.
///
/// Limit: `x / x` becomes `1` although it has no value at 0; the derivative's continuation does.
final class CollectLikeFactors implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Product(List<Expr> factors))) {
      return Optional.empty();
    }
    Map<Expr, Rational> exponents = new LinkedHashMap<>();
    List<Expr> numbers = new ArrayList<>();
    for (Expr factor : factors) {
      switch (factor) {
        case Number number -> numbers.add(number);
        case Power(Expr base, Number(Rational exponent, Notation _)) when exponent.isInteger() ->
            exponents.merge(base, exponent, Rational::plus);
        default -> exponents.merge(factor, Rational.ONE, Rational::plus);
      }
    }
    if (exponents.size() + numbers.size() == factors.size()) {
      return Optional.empty();
    }
    List<Expr> collected = new ArrayList<>(numbers);
    exponents.forEach((base, exponent) ->
        collected.add(exponent.isOne() ? base : new Power(base, Number.of(exponent))));
    return Optional.of(Formulas.product(collected));
  }
}
