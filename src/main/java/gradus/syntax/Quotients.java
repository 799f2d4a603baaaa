package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Rational;

/// Which factors are written behind a '/', the mirror image of how quotients are read.
final class Quotients {
  private Quotients() {}

  /// `d^-1`, written `1 / d`; not `2^-1`, since `1/2` is a number.
  static boolean isReciprocal(Expr factor) {
    return factor instanceof Power(Expr divisor, Expr exponent)
        && exponent.equals(Formulas.MINUS_ONE)
        && !(isInteger(divisor) && ((Number) divisor).value().signum() > 0);
  }

  /// A reciprocal, or a unit fraction, behind a first factor.
  static boolean isDivision(Expr first, Expr factor, boolean second) {
    boolean unit = isUnitFraction(factor);
    boolean read = second && (first.equals(Formulas.ONE) || (unit && isInteger(first)));
    return !read && (unit || isReciprocal(factor));
  }

  private static boolean isUnitFraction(Expr factor) {
    return factor instanceof Number(Rational value, Notation notation)
        && notation == Notation.FRACTION
        && !value.isInteger()
        && value.reciprocal().isInteger()
        && value.signum() > 0;
  }

  static boolean isInteger(Expr expr) {
    return expr instanceof Number(Rational value, Notation notation)
        && notation == Notation.FRACTION
        && value.isInteger();
  }

  static Expr divisor(Expr factor) {
    return switch (factor) {
      case Power(Expr divisor, _) -> divisor;
      case Number(Rational value, _) -> Number.of(value.reciprocal());
      default -> throw new IllegalArgumentException("not a division: " + factor);
    };
  }
}
