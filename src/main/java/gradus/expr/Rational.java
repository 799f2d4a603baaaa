package gradus.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// An exact number: `numerator / denominator` in lowest terms, the denominator positive.
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);
  public static final Rational MINUS_ONE = of(-1);
  public static final Rational HALF = of(1, 2);

  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction with denominator 0");
    }
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger divisor = numerator.gcd(denominator);
      BigInteger unit = denominator.signum() < 0 ? divisor.negate() : divisor;
      if (!unit.equals(BigInteger.ONE)) {
        numerator = numerator.divide(unit);
        denominator = denominator.divide(unit);
      }
    }
  }

  public static Rational of(long integer) {
    return new Rational(BigInteger.valueOf(integer), BigInteger.ONE);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Rational of(BigDecimal decimal) {
    return decimal.scale() > 0
        ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  /// The exact value of a finite double.
  public static Rational of(double number) {
    return of(new BigDecimal(number));
  }

  public Rational plus(Rational other) {
    if (denominator.equals(other.denominator)) {
      return new Rational(numerator.add(other.numerator), denominator);
    }
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /// Throws `ArithmeticException` if `other` is zero.
  public Rational dividedBy(Rational other) {
    return times(other.reciprocal());
  }

  public Rational reciprocal() {
    return new Rational(denominator, numerator);
  }

  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return signum() < 0 ? negated() : this;
  }

  /// `this` to an integer power; a negative power of zero throws `ArithmeticException`.
  public Rational power(int exponent) {
    return exponent >= 0
        ? new Rational(numerator.pow(exponent), denominator.pow(exponent))
        : reciprocal().power(-exponent);
  }

  /// The exact square root, where it is rational.
  public Optional<Rational> squareRoot() {
    if (signum() < 0) {
      return Optional.empty();
    }
    BigInteger top = numerator.sqrt();
    BigInteger bottom = denominator.sqrt();
    boolean exact =
        top.multiply(top).equals(numerator) && bottom.multiply(bottom).equals(denominator);
    return exact ? Optional.of(new Rational(top, bottom)) : Optional.empty();
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isZero() {
    return signum() == 0;
  }

  public boolean isOne() {
    return equals(ONE);
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /// Whether a decimal with finitely many digits spells the number exactly.
  public boolean isFiniteDecimal() {
    BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
    // 5^k below 2^bitLength: k is at most bitLength / log2(5)
    return BigInteger.valueOf(5).pow(rest.bitLength() * 3 / 7 + 1).mod(rest).signum() == 0;
  }

  /// Exact decimal expansion; throws `ArithmeticException` unless [#isFiniteDecimal()].
  public BigDecimal toDecimal() {
    BigDecimal exact = new BigDecimal(numerator).divide(new BigDecimal(denominator));
    return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
  }

  /// Rounded to a number of significant digits, halves away from zero.
  public BigDecimal toDecimal(int significantDigits) {
    MathContext context = new MathContext(significantDigits, RoundingMode.HALF_UP);
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), context);
  }

  /// Rounded to a number of decimal places, halves away from zero, as by hand.
  public Rational roundedTo(int places) {
    return of(
        new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP));
  }

  /// The decimal digits of the longer of numerator and denominator, to within one.
  public int digits() {
    int bits = Math.max(numerator.bitLength(), denominator.bitLength());
    return (int) (bits * 0.30103) + 1;
  }

  /// The nearest double; of numbers that both fit a double without rounding a plain quotient.
  public double doubleValue() {
    return numerator.bitLength() <= 53 && denominator.bitLength() <= 53
        ? (double) numerator.longValue() / denominator.longValue()
        : toDecimal(20).doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /// `3/4`, or `3` where the denominator is 1.
  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
