package gradus.check.number;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Elementary functions of numbers `x / 2^width` with a whole x, good to all bits but the last few
/// dozen.
final class FixedPoint {
  private static final int MOST_KNOWN = 32;

  /// As wide as three times what a double is good for.
  private static final int OF_DOUBLE = 128;

  private static final Map<Integer, FixedPoint> KNOWN = new ConcurrentHashMap<>();

  private final int width;
  private final BigInteger one;
  private final BigInteger log2;
  private final BigInteger halfPi;

  private FixedPoint(int width) {
    this.width = width;
    one = BigInteger.ONE.shiftLeft(width);
    // log 2 = 2 artanh(1/3); π/2 = 8 arctan(1/5) - 2 arctan(1/239), Machin 1706
    log2 = arcus(3, 1).shiftLeft(1);
    halfPi = arcus(5, -1).shiftLeft(3).subtract(arcus(239, -1).shiftLeft(1));
  }

  static FixedPoint of(int width) {
    FixedPoint known = KNOWN.get(width);
    if (known == null) {
      known = new FixedPoint(width);
      if (KNOWN.size() < MOST_KNOWN) {
        KNOWN.put(width, known);
      }
    }
    return known;
  }

  /// `Σ sign^k / ((2k + 1) n^(2k+1))`
  private BigInteger arcus(int n, int sign) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = one.shiftLeft(16).divide(BigInteger.valueOf(n));
    BigInteger sum = BigInteger.ZERO;
    for (int k = 0; power.signum() != 0; k++) {
      BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
      sum = sign < 0 && k % 2 == 1 ? sum.subtract(term) : sum.add(term);
      power = power.divide(square);
    }
    return sum.shiftRight(16);
  }

  int width() {
    return width;
  }

  BigInteger one() {
    return one;
  }

  BigInteger log2() {
    return log2;
  }

  BigInteger halfPi() {
    return halfPi;
  }

  BigInteger whole(BigInteger number) {
    return number.shiftLeft(width);
  }

  BigInteger of(LongBinary number) {
    long shift = Math.max(number.exponent() + width, -number.mantissa().bitLength() - 1L);
    return number.mantissa().shiftLeft((int) shift);
  }

  BigInteger roundedQuotient(BigInteger above, BigInteger below) {
    BigInteger[] parts = above.shiftLeft(1).add(below).divideAndRemainder(below.shiftLeft(1));
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private BigInteger times(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(width);
  }

  /// Of a number below 1: the series of `e^(r/2^k) - 1`, then k times `(1 + s)² - 1`.
  BigInteger exponential(BigInteger r) {
    int halvings = (int) StrictMath.sqrt(width) / 2 + 4;
    BigInteger small = r.shiftRight(halvings);
    BigInteger term = small;
    BigInteger sum = small;
    for (int n = 2; term.signum() != 0 && term.bitLength() > 1; n++) {
      term = times(term, small).divide(BigInteger.valueOf(n));
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.shiftLeft(1).add(times(sum, sum));
    }
    return sum.add(one);
  }

  /// Of a number between 1/2 and 1: a step of Newton's method on the exponential triples the bits
  /// of a guess, `y + 2 (x - e^y)/(x + e^y)`.
  BigInteger logarithm(BigInteger x) {
    BigInteger guess = width <= OF_DOUBLE ? guessed(x) : narrowed(x);
    BigInteger power = exponential(guess);
    return guess.add(x.subtract(power).shiftLeft(width + 1).divide(x.add(power)));
  }

  private BigInteger guessed(BigInteger x) {
    double leading = x.shiftRight(width - 60).doubleValue();
    double guess = StrictMath.log(StrictMath.scalb(leading, -60));
    return BigInteger.valueOf((long) StrictMath.scalb(guess, 60)).shiftLeft(width - 60);
  }

  /// With a third of the bits.
  private BigInteger narrowed(BigInteger x) {
    FixedPoint narrow = of(Math.max(OF_DOUBLE, (width / 3 + 127) / 64 * 64));
    return narrow.logarithm(x.shiftRight(width - narrow.width)).shiftLeft(width - narrow.width);
  }

  /// Sine or cosine of a number between -1 and 1.
  BigInteger wave(BigInteger r, boolean cosine) {
    BigInteger square = times(r, r).negate();
    BigInteger term = cosine ? one : r;
    BigInteger sum = term;
    for (int n = cosine ? 1 : 2; term.signum() != 0 && term.bitLength() > 1; n += 2) {
      term = times(term, square).divide(BigInteger.valueOf((long) n * (n + 1)));
      sum = sum.add(term);
    }
    return sum;
  }
}
