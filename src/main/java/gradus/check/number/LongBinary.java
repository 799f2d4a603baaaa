package gradus.check.number;

import java.math.BigInteger;

/// The interval `mantissa · 2^exponent ± 2^error`; without error if that is [#EXACT].
public record LongBinary(BigInteger mantissa, long exponent, long error) implements Enclosure {
  static final long EXACT = Long.MIN_VALUE / 4;
  static final LongBinary UNDEFINED = new LongBinary(BigInteger.ZERO, 0, Long.MAX_VALUE);
  static final LongBinary UNKNOWN = new LongBinary(BigInteger.ZERO, 0, Long.MAX_VALUE - 1);
  static final LongBinary ZERO = exactly(BigInteger.ZERO);
  static final LongBinary ONE = exactly(BigInteger.ONE);

  static LongBinary exactly(BigInteger number) {
    return new LongBinary(number, 0, EXACT);
  }

  @Override
  public boolean isNumber() {
    return error < UNKNOWN.error;
  }

  @Override
  public boolean isUndefined() {
    return error == UNDEFINED.error;
  }

  boolean isExact() {
    return error == EXACT;
  }

  boolean isZeroMantissa() {
    return mantissa.signum() == 0;
  }

  boolean isZero() {
    return isZeroMantissa() && isExact();
  }

  /// The middle is less than two to this power; of zero itself it is [#EXACT].
  long magnitude() {
    return isZeroMantissa() ? EXACT : exponent + mantissa.abs().bitLength();
  }

  /// Every number of the interval is less than two to this power.
  long bound() {
    return Math.max(magnitude(), error) + 1;
  }

  /// Whether zero is certainly outside, and by a factor of 4 at least.
  boolean isApartFromZero() {
    return !isZeroMantissa() && magnitude() - 3 >= error;
  }

  @Override
  public double doubleValue() {
    if (!isNumber()) {
      return Double.NaN;
    }
    int shift = Math.max(0, mantissa.bitLength() - 64);
    double leading = mantissa.shiftRight(shift).doubleValue();
    long power = Math.clamp(exponent + shift, -5000, 5000);
    return StrictMath.scalb(StrictMath.scalb(leading, (int) power / 2), (int) (power - power / 2));
  }
}
