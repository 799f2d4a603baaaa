package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `x * 2 * 3` is `6*x`, `1*x` is `x`, `0*x` is `0`: one number at most, and it stands first.
///
/// Limits: `0*x` is `0` even where x has no value, and a matrix of zeros keeps its shape; `-1·2`
/// stays, it is the "- 2" of a sum.
final class FoldFactors implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Product(List<Expr> factors))) {
      return Optional.empty();
    }
    List<Number> numbers = LiteralFolding.among(factors);
    boolean settled =
        numbers.size() == 1
            && factors.getFirst() instanceof Number(Rational first, _)
            && !first.isZero()
            && !first.isOne();
    if (numbers.isEmpty() || settled || LiteralFolding.isSubtracted(factors)) {
      return Optional.empty();
    }
    Rational value = numbers.stream().map(Number::value).reduce(Rational.ONE, Rational::times);
    if (value.isZero()) {
      return Zeros.isZero(expr) ? Optional.empty() : Optional.of(Zeros.of(Shapes.of(expr)));
    }
    List<Expr> rest = new ArrayList<>();
    if (!value.isOne()) {
      rest.add(LiteralFolding.folded(value, numbers));
    }
    factors.stream().filter(factor -> !(factor instanceof Number)).forEach(rest::add);
    return Optional.of(Formulas.product(rest));
  }
}
