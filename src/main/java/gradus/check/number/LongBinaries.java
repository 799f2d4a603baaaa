package gradus.check.number;

import gradus.expr.Rational;
import java.math.BigInteger;
import java.util.OptionalInt;

/// As many bits as are asked for, with exponents large enough for `exp(10^9)`.
///
/// An interval around zero of which two thirds of the bits say zero is taken for zero where a sign
/// is due, unless something was too small to be seen: at a point drawn at random it is zero by
/// structure. Long constants can cancel to less than that without being zero: with coefficients of
/// k bits, `p + q √2 + r √3 + s √6` can be `2^(-3k)`.
public final class LongBinaries extends Enclosures<LongBinary> {
  private static final int GUARD = 40;
  private static final long LARGEST_MAGNITUDE = 1L << 44;
  private static final long SMALLEST_ERROR = -(1L << 50);
  private static final long LARGEST_ARGUMENT = 40;
  private static final long LARGEST_ANGLE = 200;

  private final int bits;
  private final int width;
  private final FixedPoint fixed;

  private LongBinaries(int bits) {
    this.bits = bits;
    width = bits + GUARD;
    fixed = FixedPoint.of(width + 2 * GUARD);
  }

  public static LongBinaries of(int bits) {
    return new LongBinaries(bits);
  }

  public int bits() {
    return bits;
  }

  @Override
  public LongBinary[] memory(int length) {
    return new LongBinary[length];
  }

  @Override
  LongBinary undefined() {
    return LongBinary.UNDEFINED;
  }

  @Override
  LongBinary unknown() {
    return LongBinary.UNKNOWN;
  }

  @Override
  public LongBinary of(Rational number) {
    if (number.isInteger()) {
      return LongBinary.exactly(number.numerator());
    }
    BigInteger below = number.denominator();
    int twos = below.getLowestSetBit();
    if (below.bitLength() == twos + 1) {
      return new LongBinary(number.numerator(), -twos, LongBinary.EXACT);
    }
    roundedConstant(number);
    return quotient(number.numerator(), below);
  }

  private LongBinary quotient(BigInteger above, BigInteger below) {
    int shift = Math.max(0, width + below.bitLength() - above.bitLength());
    return rounded(above.shiftLeft(shift).divide(below), -shift, -shift);
  }

  /// The larger of two errors, with room for both.
  private static long both(long a, long b) {
    return a == LongBinary.EXACT ? b : b == LongBinary.EXACT ? a : Math.max(a, b) + 1;
  }

  private LongBinary rounded(BigInteger mantissa, long exponent, long bound) {
    long error = bound == LongBinary.EXACT ? bound : Math.max(bound, SMALLEST_ERROR);
    int excess = mantissa.bitLength() - width;
    LongBinary result =
        excess <= 0
            ? new LongBinary(mantissa, exponent, error)
            : new LongBinary(
                mantissa.shiftRight(excess), exponent + excess, both(error, exponent + excess));
    boolean inRange = result.isZeroMantissa() || Math.abs(result.magnitude()) < LARGEST_MAGNITUDE;
    return inRange && result.error() < LARGEST_MAGNITUDE ? result : LongBinary.UNKNOWN;
  }

  @Override
  LongBinary sum(LongBinary a, LongBinary b) {
    long error = both(a.error(), b.error());
    if (a.isZeroMantissa() || b.isZeroMantissa()) {
      LongBinary other = a.isZeroMantissa() ? b : a;
      return rounded(other.mantissa(), other.exponent(), error);
    }
    long gap = a.magnitude() - b.magnitude();
    sawGap(Math.clamp(Math.abs(gap), 0, 1 << 30));
    if (Math.abs(gap) > 3L * width) {
      LongBinary large = gap > 0 ? a : b;
      LongBinary small = gap > 0 ? b : a;
      return rounded(large.mantissa(), large.exponent(), both(error, small.magnitude()));
    }
    long exponent = Math.min(a.exponent(), b.exponent());
    BigInteger sum =
        a.mantissa()
            .shiftLeft((int) (a.exponent() - exponent))
            .add(b.mantissa().shiftLeft((int) (b.exponent() - exponent)));
    return rounded(sum, exponent, error);
  }

  @Override
  LongBinary product(LongBinary a, LongBinary b) {
    if (a.isZero() || b.isZero()) {
      return LongBinary.ZERO;
    }
    return rounded(
        a.mantissa().multiply(b.mantissa()), a.exponent() + b.exponent(), errorOfProduct(a, b));
  }

  /// Of `(a ± α)(b ± β)`: `|a|β + |b|α + αβ`. Three powers of two of which the largest stands alone
  /// are less than twice it, others less than four times.
  private static long errorOfProduct(LongBinary a, LongBinary b) {
    if (a.isExact() || b.isExact()) {
      return a.isExact() && b.isExact()
          ? LongBinary.EXACT
          : a.isExact() ? a.magnitude() + b.error() : b.magnitude() + a.error();
    }
    long ofB = a.magnitude() + b.error();
    long ofA = b.magnitude() + a.error();
    long ofBoth = a.error() + b.error();
    long largest = Math.max(Math.max(ofA, ofB), ofBoth);
    boolean alone = ofA != ofB && ofBoth < largest;
    return largest + (alone ? 1 : 2);
  }

  @Override
  LongBinary negated(LongBinary number) {
    return new LongBinary(number.mantissa().negate(), number.exponent(), number.error());
  }

  /// With the error of the argument, as the derivative `2^slope` passes it on.
  private static LongBinary passing(LongBinary result, LongBinary argument, long slope) {
    return argument.isExact() || !result.isNumber()
        ? result
        : new LongBinary(
            result.mantissa(), result.exponent(), both(result.error(), argument.error() + slope));
  }

  @Override
  LongBinary inverse(LongBinary number) {
    LongBinary quotient = quotient(BigInteger.ONE, number.mantissa());
    LongBinary result =
        rounded(
            quotient.mantissa(),
            quotient.exponent() - number.exponent(),
            quotient.error() - number.exponent());
    return passing(result, number, 3 - 2 * number.magnitude());
  }

  @Override
  LongBinary squareRoot(LongBinary number) {
    int shift = Math.max(0, 2 * width - number.mantissa().bitLength());
    shift += (int) Math.floorMod(number.exponent() - shift, 2L);
    BigInteger[] root = number.mantissa().shiftLeft(shift).sqrtAndRemainder();
    long exponent = (number.exponent() - shift) / 2;
    boolean exact = root[1].signum() == 0 && number.isExact();
    LongBinary result = rounded(root[0], exponent, exact ? LongBinary.EXACT : exponent);
    return passing(result, number, -Math.floorDiv(number.magnitude(), 2));
  }

  @Override
  LongBinary exponential(LongBinary number) {
    if (number.magnitude() > LARGEST_ARGUMENT || number.error() > -3) {
      return LongBinary.UNKNOWN;
    }
    if (number.isZeroMantissa() && number.isExact()) {
      return LongBinary.ONE;
    }
    BigInteger x = fixed.of(number);
    BigInteger n = fixed.roundedQuotient(x, fixed.log2());
    BigInteger rest = x.subtract(n.multiply(fixed.log2()));
    BigInteger power = fixed.exponential(rest);
    long exponent = n.longValueExact() - fixed.width();
    LongBinary result = rounded(power, exponent, exponent + 2 * GUARD);
    return passing(result, number, result.magnitude() + 1);
  }

  @Override
  LongBinary logarithm(LongBinary number) {
    if (number.isExact() && number.mantissa().equals(BigInteger.ONE)) {
      return number.exponent() == 0
          ? LongBinary.ZERO
          : multipleOfLog2(number.exponent(), BigInteger.ZERO);
    }
    long power = number.magnitude();
    BigInteger fraction =
        fixed.of(new LongBinary(number.mantissa(), number.exponent() - power, LongBinary.EXACT));
    LongBinary result = multipleOfLog2(power, fixed.logarithm(fraction));
    return passing(result, number, 2 - number.magnitude());
  }

  private LongBinary multipleOfLog2(long power, BigInteger more) {
    BigInteger log = fixed.log2().multiply(BigInteger.valueOf(power)).add(more);
    return rounded(log, -fixed.width(), 2L * GUARD - fixed.width());
  }

  @Override
  LongBinary sine(LongBinary number) {
    return wave(number, 0);
  }

  @Override
  LongBinary cosine(LongBinary number) {
    return wave(number, 1);
  }

  private LongBinary wave(LongBinary number, int quarters) {
    if (number.magnitude() > LARGEST_ARGUMENT || number.error() > LARGEST_ANGLE) {
      return LongBinary.UNKNOWN;
    }
    BigInteger x = fixed.of(number);
    BigInteger n = fixed.roundedQuotient(x, fixed.halfPi());
    BigInteger rest = x.subtract(n.multiply(fixed.halfPi()));
    int quarter = n.add(BigInteger.valueOf(quarters)).and(BigInteger.valueOf(3)).intValueExact();
    BigInteger value = fixed.wave(rest, quarter % 2 == 1);
    BigInteger signed = quarter < 2 ? value : value.negate();
    return passing(rounded(signed, -fixed.width(), 2L * GUARD - fixed.width()), number, 1);
  }

  @Override
  int sign(LongBinary number) {
    if (number.isExact() || number.isApartFromZero()) {
      return number.mantissa().signum();
    }
    boolean isZero = widestGap() < bits / 2 && number.bound() < -2L * bits / 3;
    return isZero ? 0 : ambiguous();
  }

  @Override
  OptionalInt whole(LongBinary number) {
    if (!number.isExact() || number.magnitude() > 31) {
      return OptionalInt.empty();
    }
    boolean isWhole =
        number.exponent() >= 0
            || number.isZeroMantissa()
            || number.mantissa().getLowestSetBit() >= -number.exponent();
    return isWhole
        ? OptionalInt.of(number.mantissa().shiftLeft((int) number.exponent()).intValue())
        : OptionalInt.empty();
  }

  @Override
  boolean mayBeWhole(LongBinary number) {
    if (number.magnitude() > width || number.error() >= -1) {
      return true;
    }
    BigInteger x = fixed.of(number);
    BigInteger distance = x.subtract(fixed.whole(fixed.roundedQuotient(x, fixed.one())));
    return distance.bitLength() - fixed.width() <= Math.max(number.error() + 1, -width);
  }

  @Override
  public boolean agree(LongBinary left, LongBinary right, double scale, int bits) {
    long size = Math.max(left.magnitude(), right.magnitude());
    long least = scale > 0 ? Math.max(size, Math.getExponent(scale)) : size;
    LongBinary apart = sum(left, negated(right));
    return apart.bound() <= least - bits;
  }
}
