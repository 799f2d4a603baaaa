package gradus.render.data;

import gradus.expr.Rational;
import gradus.expr.Value;
import java.math.BigDecimal;

/// Numbers as programs read them, the same in JSON and CSV: `0.375`, `3`, `1.0E-12`.
public final class MachineNumber {
  private static final int DIGITS = 17;
  private static final int LONGEST = 21;

  private MachineNumber() {}

  /// Of a value that is defined.
  public static String of(Value value) {
    return switch (value) {
      case Value.Exact(Rational number) -> exact(number);
      case Value.Approximate(double number) -> approximate(number);
      case Value.Undefined _ -> throw new IllegalArgumentException("no number");
    };
  }

  private static String exact(Rational number) {
    if (number.isFiniteDecimal()) {
      String plain = number.toDecimal().toPlainString();
      if (plain.length() <= LONGEST) {
        return plain;
      }
    }
    double rounded = number.doubleValue();
    boolean inRange = Double.isFinite(rounded) && rounded != 0;
    return inRange ? Double.toString(rounded) : number.toDecimal(DIGITS).toString();
  }

  /// The shortest text that is read back as the same double; whole numbers without a point.
  private static String approximate(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? BigDecimal.valueOf(number).toBigInteger().toString() : Double.toString(number);
  }
}
