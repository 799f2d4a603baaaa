package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `a*x + b*x` is `(a + b)*x` for numbers a and b: `x + x` is `2*x`, `x - x` is `0`.
///
/// Limit: only numeric coefficients are added up; `y*x + z*x` keeps its two terms, which are two
/// paths to the reader.
final class CollectLikeTerms implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Sum(List<Expr> terms))) {
      return Optional.empty();
    }
    Map<Expr, List<Number>> coefficients = new LinkedHashMap<>();
    for (Expr term : terms) {
      coefficients
          .computeIfAbsent(withoutCoefficient(term), _ -> new ArrayList<>())
          .add(coefficient(term));
    }
    if (coefficients.size() == terms.size()) {
      return Optional.empty();
    }
    List<Expr> collected = new ArrayList<>();
    coefficients.forEach((rest, numbers) ->
        collected.add(
            numbers.size() == 1
                ? Formulas.product(numbers.getFirst(), rest)
                : Formulas.product(total(numbers), rest)));
    return Optional.of(Formulas.sum(collected));
  }

  private static Number total(List<Number> numbers) {
    return LiteralFolding.folded(
        numbers.stream().map(Number::value).reduce(Rational.ZERO, Rational::plus), numbers);
  }

  private static Number coefficient(Expr term) {
    List<Number> numbers = LiteralFolding.among(factors(term));
    return LiteralFolding.folded(
        numbers.stream().map(Number::value).reduce(Rational.ONE, Rational::times), numbers);
  }

  private static Expr withoutCoefficient(Expr term) {
    return Formulas.product(
        factors(term).stream().filter(factor -> !(factor instanceof Number)).toList());
  }

  private static List<Expr> factors(Expr term) {
    return term instanceof Product(List<Expr> factors) ? factors : List.of(term);
  }
}
