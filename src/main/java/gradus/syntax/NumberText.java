package gradus.syntax;

import gradus.expr.Expr.Number;
import gradus.expr.Rational;
import java.math.BigDecimal;

/// Numbers in the notation that users type: `3/4`, `0.75`, `1e-30`.
final class NumberText {
  static final int DIGITS = 6;
  private static final int LONGEST = 24;

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

  private static String decimal(BigDecimal value) {
    String plain = value.toPlainString();
    return plain.length() <= LONGEST
        ? plain
        : value.toString().replace("E+", "e").replace('E', 'e');
  }
}
