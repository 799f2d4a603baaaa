package gradus.syntax.print;

import gradus.expr.Expr.Number;
import gradus.expr.Rational;
import java.math.BigDecimal;

/// Numbers in the notation that users type: `3/4`, `0.75`, `1e-30`.
public final class NumberText {
  static final int DIGITS = 6;

  /// Magnitudes of decimals from `1e7` on and below `1e-4` take a power of ten.
  private static final int PLAIN_BELOW = 7;

  private static final int PLAIN_FROM = -4;

  private NumberText() {}

  /// @param digits significant digits of approximate numbers
  static String of(Number number, int digits) {
    Rational value = number.value();
    return switch (number.notation()) {
      case FRACTION -> value.toString();
      case DECIMAL -> value.isFiniteDecimal() ? decimal(value.toDecimal()) : value.toString();
      case APPROXIMATE -> decimal(value.toDecimal(digits).stripTrailingZeros());
    };
  }

  /// Whether it is written with a fraction bar.
  static boolean isFraction(Number number) {
    return switch (number.notation()) {
      case FRACTION -> !number.value().isInteger();
      case DECIMAL -> !number.value().isFiniteDecimal();
      case APPROXIMATE -> false;
    };
  }

  static boolean isScientific(Number number) {
    return switch (number.notation()) {
      case FRACTION -> false;
      case DECIMAL -> number.value().isFiniteDecimal() && isScientific(number.value().toDecimal());
      case APPROXIMATE -> isScientific(number.value().toDecimal(DIGITS));
    };
  }

  /// Whether a decimal is written with a power of ten, here and in every other format.
  public static boolean isScientific(BigDecimal value) {
    return value.signum() != 0 && (exponent(value) < PLAIN_FROM || exponent(value) >= PLAIN_BELOW);
  }

  /// The power of ten that belongs to the leading digit.
  public static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  /// The number before the power of ten.
  public static BigDecimal mantissa(BigDecimal value) {
    return value.movePointLeft(exponent(value)).stripTrailingZeros();
  }

  /// `0.75` or `2.5e-8`, with the digits that there are.
  public static String decimal(BigDecimal value) {
    return isScientific(value)
        ? mantissa(value).toPlainString() + "e" + exponent(value)
        : value.toPlainString();
  }
}
