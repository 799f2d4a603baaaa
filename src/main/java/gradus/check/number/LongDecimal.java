package gradus.check.number;

import java.math.BigDecimal;

/// The interval `middle ± error`.
public record LongDecimal(BigDecimal middle, BigDecimal error) implements Enclosure {
  static final LongDecimal UNDEFINED = new LongDecimal(BigDecimal.ZERO, BigDecimal.valueOf(-1));
  static final LongDecimal UNKNOWN = new LongDecimal(BigDecimal.ZERO, BigDecimal.valueOf(-2));

  @Override
  public boolean isNumber() {
    return error.signum() >= 0;
  }

  @Override
  public boolean isUndefined() {
    return error.equals(UNDEFINED.error);
  }

  @Override
  public double doubleValue() {
    return isNumber() ? middle.doubleValue() : Double.NaN;
  }

  /// The power of ten of the first digit of the middle.
  int magnitude() {
    return magnitude(middle);
  }

  static int magnitude(BigDecimal number) {
    return number.signum() == 0 ? Integer.MIN_VALUE / 2 : number.precision() - number.scale() - 1;
  }
}
