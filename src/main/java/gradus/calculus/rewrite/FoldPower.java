package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Shapes;
import java.util.List;
import java.util.Optional;

/// `x^1` is `x`, `x^0` is `1`, `2^3` is `8`, `(x^2)^3` is `x^6`.
///
/// Limits: inner exponents that are not integers stay, since `(x^2)^(1/2)` is `|x|`; powers with
/// more than a few digits stay unfolded, since the reader wants `2^100`.
final class FoldPower implements Rewrite {
  private static final int MOST_DIGITS = 12;

  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Power(Expr base, Number(Rational exponent, Notation _)))) {
      return Optional.empty();
    }
    if (exponent.isOne()) {
      return Optional.of(base);
    }
    if (exponent.isZero()) {
      return Optional.of(Formulas.ones(Shapes.of(base)));
    }
    return switch (base) {
      case Number number -> ofNumber(number, exponent);
      case Power(Expr inner, Number(Rational first, Notation _))
          when first.isInteger() && exponent.isInteger() ->
          Optional.of(new Power(inner, Number.of(first.times(exponent))));
      default -> Optional.empty();
    };
  }

  private static Optional<Expr> ofNumber(Number number, Rational exponent) {
    boolean possible = exponent.isInteger() && (exponent.signum() > 0 || !number.value().isZero());
    double digits = number.value().digits() * Math.abs(exponent.doubleValue());
    return possible && digits <= MOST_DIGITS
        ? Optional.of(
            LiteralFolding.folded(
                number.value().power(exponent.numerator().intValueExact()), List.of(number)))
        : Optional.empty();
  }
}
