package gradus.syntax.print;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Rational;

/// Which factors are written behind a '/', the mirror image of how quotients are read.
final class Quotients {
  private Quotients() {}

  /// A first factor `d^-1`, written `1 / d`; not `2^-1`, since `1/2` is a number.
  static boolean isReciprocal(Expr factor) {
    return isPowerOfMinusOne(factor) && !isPositiveInteger(divisor(factor));
  }

  /// A later factor `d^-1`, written `/ d`; not where that would be read as a number or a
  /// reciprocal: `3 * 2^-1` is not `3 / 2`.
  static boolean isDivision(Expr first, Expr factor, boolean second) {
    return isPowerOfMinusOne(factor)
        && !(second && first.equals(Formulas.ONE))
        && !(second && isInteger(first) && isPositiveInteger(divisor(factor)));
  }

  private static boolean isPowerOfMinusOne(Expr factor) {
    return factor instanceof Power(_, Expr exponent) && exponent.equals(Formulas.MINUS_ONE);
  }

  private static boolean isPositiveInteger(Expr expr) {
    return isInteger(expr) && ((Number) expr).value().signum() > 0;
  }

  private static boolean isInteger(Expr expr) {
    return expr instanceof Number(Rational value, Notation notation)
        && notation == Notation.FRACTION
        && value.isInteger();
  }

  static Expr divisor(Expr factor) {
    return ((Power) factor).base();
  }
}
