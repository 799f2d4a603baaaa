package gradus.render.formula;

import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Rational;
import gradus.render.box.AtomKind;
import gradus.render.box.Box;
import gradus.render.box.Box.Break;
import gradus.render.box.Box.Glyph;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import gradus.render.box.MathStyle;
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

  static SignedAtom of(Number number, MathStyle setting) {
    Rational value = number.value();
    return new SignedAtom(value.signum() < 0, magnitude(value.abs(), number.notation(), setting));
  }

  private static MathAtom magnitude(Rational value, Notation notation, MathStyle setting) {
    return switch (notation) {
      case FRACTION -> fraction(value, setting);
      case DECIMAL ->
          value.isFiniteDecimal() ? decimal(value.toDecimal()) : fraction(value, setting);
      case APPROXIMATE ->
          decimal(value.isFiniteDecimal() ? value.toDecimal() : value.toDecimal(SHOWN_DIGITS));
    };
  }

  private static MathAtom fraction(Rational value, MathStyle setting) {
    Box top = digits(value.numerator().toString());
    if (value.isInteger()) {
      return MathAtom.numeric(top, isUnit(value) ? AtomKind.UNIT : AtomKind.NUMBER);
    }
    Box bottom = digits(value.denominator().toString());
    return setting == MathStyle.SCRIPT
        ? MathAtom.numeric(Boxes.row(top, Boxes.SLASH, bottom), AtomKind.QUOTIENT)
        : MathAtom.numeric(Boxes.fraction(top, bottom, setting), AtomKind.NUMERIC_FRACTION);
  }

  private static boolean isUnit(Rational value) {
    return value.isZero() || value.isOne();
  }

  private static MathAtom decimal(BigDecimal value) {
    if (!NumberText.isScientific(value)) {
      boolean unit = value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0;
      return MathAtom.numeric(
          digits(value.toPlainString()), unit ? AtomKind.UNIT : AtomKind.NUMBER);
    }
    BigDecimal mantissa = NumberText.mantissa(value);
    String exponent = Integer.toString(NumberText.exponent(value));
    Box power = Boxes.raised(digits("10"), digits(exponent));
    return mantissa.compareTo(BigDecimal.ONE) == 0
        ? new MathAtom(power, AtomKind.NUMBER, true, true)
        : MathAtom.numeric(
            Boxes.row(digits(mantissa.toPlainString()), Boxes.DOT, power), AtomKind.SCIENTIFIC);
  }

  /// Very long numbers can be broken over lines.
  static Box digits(String digits) {
    if (digits.length() <= LONGEST) {
      return new Glyph(digits, BoxExtent.line(0.505 * digits.length()));
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
