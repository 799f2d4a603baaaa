package gradus.check.number;

import gradus.expr.Rational;
import java.util.Optional;

/// A constant of rationals and roots: its value, and bounds on the polynomial that it is a root of.
///
/// @param upper binary logarithm of the u of Burnikel, Funke, Mehlhorn, Schirra and Schmitt 2001
/// @param lower of their l
/// @param rational where it is a rational number as written
public record Surd(LongBinary value, double upper, double lower, Optional<Rational> rational) {
  static final Surd NONE = new Surd(LongBinary.UNKNOWN, 0, 0, Optional.empty());

  boolean isKnown() {
    return value.isNumber();
  }
}
