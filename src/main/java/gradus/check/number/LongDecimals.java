package gradus.check.number;

import gradus.expr.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalInt;

/// As many digits as are asked for.
///
/// An interval around zero of which two thirds of the digits say zero is taken for zero where a
/// sign is due, unless something was too small to be seen: at a point drawn at random it is zero by
/// structure.
public final class LongDecimals extends Enclosures<LongDecimal> {
  private static final MathContext ERROR = new MathContext(4, RoundingMode.CEILING);
  private static final BigDecimal LARGEST_ARGUMENT = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MOST_ERROR = new BigDecimal("0.1");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int LARGEST_MAGNITUDE = 1_500_000_000;

  private final int digits;
  private final Series series;
  private final MathContext context;
  private final BigDecimal zeroBelow;

  private LongDecimals(int digits) {
    this.digits = digits;
    series = new Series(digits);
    context = series.context();
    zeroBelow = BigDecimal.ONE.scaleByPowerOfTen(-2 * digits / 3);
  }

  public static LongDecimals of(int digits) {
    return new LongDecimals(digits);
  }

  public int digits() {
    return digits;
  }

  @Override
  public LongDecimal[] memory(int length) {
    return new LongDecimal[length];
  }

  @Override
  LongDecimal undefined() {
    return LongDecimal.UNDEFINED;
  }

  @Override
  LongDecimal unknown() {
    return LongDecimal.UNKNOWN;
  }

  @Override
  public LongDecimal of(Rational number) {
    if (number.isInteger()) {
      return exactly(new BigDecimal(number.numerator()));
    }
    BigDecimal middle =
        new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()), context);
    boolean exact =
        middle
                .multiply(new BigDecimal(number.denominator()))
                .compareTo(new BigDecimal(number.numerator()))
            == 0;
    if (exact) {
      return exactly(middle);
    }
    roundedConstant(number);
    return rounded(middle, BigDecimal.ZERO, 0);
  }

  private static LongDecimal exactly(BigDecimal number) {
    return new LongDecimal(number, BigDecimal.ZERO);
  }

  /// With the error of a rounding, or of a function that loses so many digits, on top.
  private LongDecimal rounded(BigDecimal middle, BigDecimal error, int lost) {
    int magnitude = LongDecimal.magnitude(middle);
    if (Math.abs(magnitude) > LARGEST_MAGNITUDE) {
      return middle.signum() == 0 ? new LongDecimal(middle, error) : LongDecimal.UNKNOWN;
    }
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(magnitude + 1 + lost - context.getPrecision());
    return new LongDecimal(middle, error.add(unit, ERROR));
  }

  private LongDecimal result(BigDecimal exact, BigDecimal error) {
    return exact.precision() <= context.getPrecision()
        ? new LongDecimal(exact, error)
        : rounded(exact.round(context), error, 0);
  }

  @Override
  LongDecimal sum(LongDecimal a, LongDecimal b) {
    BigDecimal error = a.error().add(b.error(), ERROR);
    if (a.middle().signum() == 0 || b.middle().signum() == 0) {
      return result(a.middle().signum() == 0 ? b.middle() : a.middle(), error);
    }
    long gap = Math.abs((long) a.magnitude() - b.magnitude());
    sawGap((int) Math.min(gap * 10 / 3, Integer.MAX_VALUE));
    return gap <= 3L * context.getPrecision()
        ? result(a.middle().add(b.middle()), error)
        : rounded(a.middle().add(b.middle(), context), error, 0);
  }

  @Override
  LongDecimal product(LongDecimal a, LongDecimal b) {
    long magnitude = (long) a.magnitude() + b.magnitude();
    if (a.middle().signum() != 0
        && b.middle().signum() != 0
        && Math.abs(magnitude) > LARGEST_MAGNITUDE) {
      return LongDecimal.UNKNOWN;
    }
    BigDecimal error =
        a.middle()
            .abs()
            .multiply(b.error(), ERROR)
            .add(b.middle().abs().multiply(a.error(), ERROR), ERROR)
            .add(a.error().multiply(b.error(), ERROR), ERROR);
    return result(a.middle().multiply(b.middle()), error);
  }

  @Override
  LongDecimal negated(LongDecimal number) {
    return new LongDecimal(number.middle().negate(), number.error());
  }

  private static BigDecimal smallest(LongDecimal number) {
    return number.middle().abs().subtract(number.error());
  }

  @Override
  LongDecimal inverse(LongDecimal number) {
    BigDecimal middle = BigDecimal.ONE.divide(number.middle(), context);
    BigDecimal error =
        number.error().divide(smallest(number), ERROR).multiply(middle.abs(), ERROR);
    return rounded(middle, error, 0);
  }

  @Override
  LongDecimal squareRoot(LongDecimal number) {
    BigDecimal middle = number.middle().sqrt(context);
    if (number.error().signum() == 0
        && middle.multiply(middle).compareTo(number.middle()) == 0) {
      return exactly(middle);
    }
    BigDecimal error = number.error().divide(smallest(number), ERROR).multiply(middle, ERROR);
    return rounded(middle, error, 0);
  }

  @Override
  LongDecimal exponential(LongDecimal number) {
    if (isOutOfReach(number) || number.error().compareTo(MOST_ERROR) > 0) {
      return LongDecimal.UNKNOWN;
    }
    if (number.middle().signum() == 0 && number.error().signum() == 0) {
      return exactly(BigDecimal.ONE);
    }
    BigDecimal middle = series.exponential(number.middle());
    return rounded(middle, number.error().multiply(TWO).multiply(middle, ERROR), 4);
  }

  private static boolean isOutOfReach(LongDecimal number) {
    return number.middle().abs().compareTo(LARGEST_ARGUMENT) > 0;
  }

  @Override
  LongDecimal logarithm(LongDecimal number) {
    if (number.middle().compareTo(BigDecimal.ONE) == 0 && number.error().signum() == 0) {
      return exactly(BigDecimal.ZERO);
    }
    BigDecimal middle = series.logarithm(number.middle());
    BigDecimal error = number.error().divide(smallest(number), ERROR).add(absolute(middle), ERROR);
    return new LongDecimal(middle, error);
  }

  /// The error of a function whose small values have the error of those around 1.
  private BigDecimal absolute(BigDecimal middle) {
    int magnitude = Math.max(0, LongDecimal.magnitude(middle));
    return BigDecimal.ONE.scaleByPowerOfTen(magnitude + 5 - context.getPrecision());
  }

  @Override
  LongDecimal sine(LongDecimal number) {
    return wave(number, 0);
  }

  @Override
  LongDecimal cosine(LongDecimal number) {
    return wave(number, 1);
  }

  private LongDecimal wave(LongDecimal number, int quarters) {
    if (isOutOfReach(number)) {
      return LongDecimal.UNKNOWN;
    }
    BigDecimal middle = series.wave(number.middle(), quarters);
    return new LongDecimal(middle, number.error().add(absolute(middle), ERROR));
  }

  @Override
  int sign(LongDecimal number) {
    if (number.error().signum() == 0 || smallest(number).signum() > 0) {
      return number.middle().signum();
    }
    boolean isZero =
        widestGap() < digits && number.middle().abs().add(number.error()).compareTo(zeroBelow) < 0;
    return isZero ? 0 : ambiguous();
  }

  @Override
  OptionalInt whole(LongDecimal number) {
    if (number.error().signum() != 0 || number.magnitude() > 9) {
      return OptionalInt.empty();
    }
    BigInteger rounded = number.middle().toBigInteger();
    return new BigDecimal(rounded).compareTo(number.middle()) == 0 && rounded.bitLength() < 32
        ? OptionalInt.of(rounded.intValueExact())
        : OptionalInt.empty();
  }

  @Override
  boolean mayBeWhole(LongDecimal number) {
    if (number.magnitude() > context.getPrecision()) {
      return true;
    }
    BigDecimal nearest = number.middle().setScale(0, RoundingMode.HALF_EVEN);
    return number.middle().subtract(nearest).abs().compareTo(number.error()) <= 0;
  }

  @Override
  public boolean agree(LongDecimal left, LongDecimal right, double scale, int bits) {
    BigDecimal apart = left.middle().subtract(right.middle(), ERROR).abs();
    BigDecimal radius = apart.add(left.error(), ERROR).add(right.error(), ERROR);
    BigDecimal size = left.middle().abs().max(right.middle().abs()).max(new BigDecimal(scale));
    return LongDecimal.magnitude(radius) <= LongDecimal.magnitude(size) - bits * 3 / 10 - 1;
  }
}
