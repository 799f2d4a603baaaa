package gradus.check.number;

/// The interval `hi + lo ± error`, where `lo` is at most half a unit in the last place of `hi`.
public record DoubleDouble(double hi, double lo, double error) implements Enclosure {
  static final DoubleDouble UNDEFINED = new DoubleDouble(Double.NaN, 0, 0);
  static final DoubleDouble UNKNOWN = new DoubleDouble(Double.NaN, 0, Double.POSITIVE_INFINITY);
  static final DoubleDouble ZERO = of(0);
  static final DoubleDouble ONE = of(1);

  public static DoubleDouble of(double exactly) {
    return new DoubleDouble(exactly, 0, 0);
  }

  @Override
  public boolean isNumber() {
    return !Double.isNaN(hi);
  }

  @Override
  public boolean isUndefined() {
    return !isNumber() && error == 0;
  }

  @Override
  public double doubleValue() {
    return hi;
  }

  boolean isDouble() {
    return lo == 0 && error == 0;
  }
}
