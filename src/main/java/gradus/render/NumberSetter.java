package gradus.render;

import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Rational;
import gradus.render.Box.Break;
import gradus.render.Box.Glyph;
import gradus.syntax.print.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Sets numbers in the notation they were typed in.
final class NumberSetter {
  private static final int LONGEST = 48;
  private static final int CHUNK = 24;
  private static final int SHOWN_DIGITS = 15;

  private NumberSetter() {}

  static Signed of(Number number, Setting setting) {
    Rational value = number.value();
    return new Signed(value.signum() < 0, magnitude(value.abs(), number.notation(), setting));
  }

  private static Piece magnitude(Rational value, Notation notation, Setting setting) {
    return switch (notation) {
      case FRACTION -> fraction(value, setting);
      case DECIMAL ->
          value.isFiniteDecimal() ? decimal(value.toDecimal()) : fraction(value, setting);
      case APPROXIMATE ->
          decimal(value.isFiniteDecimal() ? value.toDecimal() : value.toDecimal(SHOWN_DIGITS));
    };
  }

  private static Piece fraction(Rational value, Setting setting) {
    Box top = digits(value.numerator().toString());
    if (value.isInteger()) {
      return Piece.numeric(top, isUnit(value) ? Kind.UNIT : Kind.NUMBER);
    }
    Box bottom = digits(value.denominator().toString());
    return setting == Setting.SCRIPT
        ? Piece.numeric(Boxes.row(top, Boxes.SLASH, bottom), Kind.QUOTIENT)
        : Piece.numeric(Boxes.fraction(top, bottom, setting), Kind.NUMERIC_FRACTION);
  }

  private static boolean isUnit(Rational value) {
    return value.isZero() || value.isOne();
  }

  private static Piece decimal(BigDecimal value) {
    if (!NumberText.isScientific(value)) {
      boolean unit = value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0;
      return Piece.numeric(digits(value.toPlainString()), unit ? Kind.UNIT : Kind.NUMBER);
    }
    BigDecimal mantissa = NumberText.mantissa(value);
    String exponent = Integer.toString(NumberText.exponent(value));
    Box power = Boxes.raised(digits("10"), digits(exponent));
    return mantissa.compareTo(BigDecimal.ONE) == 0
        ? new Piece(power, Kind.NUMBER, true, true)
        : Piece.numeric(
            Boxes.row(digits(mantissa.toPlainString()), Boxes.DOT, power), Kind.SCIENTIFIC);
  }

  /// Very long numbers can be broken over lines.
  static Box digits(String digits) {
    if (digits.length() <= LONGEST) {
      return new Glyph(digits, Size.line(0.505 * digits.length()));
    }
    List<Box> parts = new ArrayList<>();
    for (int start = 0; start < digits.length(); start += CHUNK) {
      if (start > 0) {
        parts.add(Break.PLAIN);
      }
      parts.add(digits(digits.substring(start, Math.min(start + CHUNK, digits.length()))));
    }
    return Boxes.row(parts);
  }
}
