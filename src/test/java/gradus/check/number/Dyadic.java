package gradus.check.number;

import java.math.BigInteger;
import java.util.Optional;

/// The exact number `mantissa · 2^exponent`.
record Dyadic(BigInteger mantissa, long exponent) implements Comparable<Dyadic> {
  static final Dyadic ZERO = of(0);
  static final Dyadic ONE = of(1);

  /// Beyond it the smaller term of a sum is left out: no number here is good to so many bits.
  private static final long WIDEST = 20_000;

  static Dyadic of(long whole) {
    return new Dyadic(BigInteger.valueOf(whole), 0);
  }

  static Dyadic of(double number) {
    int exponent = Math.max(Math.getExponent(number), Double.MIN_EXPONENT) - 52;
    long mantissa =
        (long)
            StrictMath.scalb(StrictMath.scalb(number, -exponent / 2), -(exponent - exponent / 2));
    return new Dyadic(BigInteger.valueOf(mantissa), exponent);
  }

  static Dyadic powerOfTwo(long exponent) {
    return new Dyadic(BigInteger.ONE, exponent);
  }

  int signum() {
    return mantissa.signum();
  }

  /// Less than two to this power in size, and at least half of that; not of zero.
  long magnitude() {
    return exponent + mantissa.abs().bitLength();
  }

  Dyadic negated() {
    return new Dyadic(mantissa.negate(), exponent);
  }

  Dyadic abs() {
    return signum() < 0 ? negated() : this;
  }

  Dyadic plus(Dyadic other) {
    if (signum() == 0 || other.signum() == 0) {
      return signum() == 0 ? other : this;
    }
    long gap = magnitude() - other.magnitude();
    if (Math.abs(gap) > WIDEST) {
      return gap > 0 ? this : other;
    }
    long least = Math.min(exponent, other.exponent);
    return new Dyadic(
        mantissa
            .shiftLeft((int) (exponent - least))
            .add(other.mantissa.shiftLeft((int) (other.exponent - least))),
        least);
  }

  Dyadic minus(Dyadic other) {
    return plus(other.negated());
  }

  Dyadic times(Dyadic other) {
    return new Dyadic(mantissa.multiply(other.mantissa), exponent + other.exponent);
  }

  Dyadic shifted(long bits) {
    return new Dyadic(mantissa, exponent + bits);
  }

  /// Empty for what has a fraction.
  Optional<BigInteger> whole() {
    if (signum() == 0) {
      return Optional.of(BigInteger.ZERO);
    }
    boolean isWhole = exponent >= -mantissa.getLowestSetBit() && exponent < WIDEST;
    return isWhole ? Optional.of(mantissa.shiftLeft((int) exponent)) : Optional.empty();
  }

  /// Cut to so many leading bits.
  Dyadic cut(int bits) {
    int excess = mantissa.abs().bitLength() - bits;
    return excess <= 0 ? this : new Dyadic(mantissa.shiftRight(excess), exponent + excess);
  }

  /// How often `other` goes into it, to a few digits.
  double over(Dyadic other) {
    if (signum() == 0) {
      return 0;
    }
    if (other.signum() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double top = cut(60).mantissa.doubleValue();
    double bottom = other.cut(60).mantissa.doubleValue();
    long power = cut(60).exponent - other.cut(60).exponent;
    return StrictMath.scalb(top / bottom, (int) Math.clamp(power, -2000, 2000));
  }

  @Override
  public int compareTo(Dyadic other) {
    return minus(other).signum();
  }
}
