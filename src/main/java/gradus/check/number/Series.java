package gradus.check.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Elementary functions of decimals, good to all digits but the last few.
final class Series {
  private static final int GUARD = 12;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final MathContext context;
  private @Nullable BigDecimal log10;
  private @Nullable BigDecimal halfPi;

  Series(int digits) {
    context = new MathContext(digits + GUARD, RoundingMode.HALF_EVEN);
  }

  MathContext context() {
    return context;
  }

  /// `|x|` up to 1e9: the argument is halved until the series is short, the result squared.
  BigDecimal exponential(BigDecimal x) {
    int halvings = Math.max(0, Math.max(-9, LongDecimal.magnitude(x)) * 10 / 3 + 12);
    MathContext wide =
        new MathContext(context.getPrecision() + halvings / 3 + 2, RoundingMode.HALF_EVEN);
    BigDecimal r = x.divide(new BigDecimal(BigInteger.ONE.shiftLeft(halvings)), wide);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; isSeen(term, sum, wide); n++) {
      term = term.multiply(r, wide).divide(BigDecimal.valueOf(n), wide);
      sum = sum.add(term, wide);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, wide);
    }
    return sum.round(context);
  }

  private static boolean isSeen(BigDecimal term, BigDecimal sum, MathContext context) {
    return term.signum() != 0
        && LongDecimal.magnitude(term) > LongDecimal.magnitude(sum) - context.getPrecision() - 2;
  }

  /// Newton's method on `y -> e^y`, cubic in this form: `y + 2 (x - e^y)/(x + e^y)`.
  BigDecimal logarithm(BigDecimal x) {
    int power = LongDecimal.magnitude(x);
    BigDecimal mantissa = x.scaleByPowerOfTen(-power);
    BigDecimal log = logarithmOf(mantissa);
    return power == 0
        ? log
        : log.add(BigDecimal.valueOf(power).multiply(logarithmOfTen(), context), context);
  }

  private BigDecimal logarithmOfTen() {
    if (log10 == null) {
      log10 = logarithmOf(BigDecimal.TEN);
    }
    return log10;
  }

  private BigDecimal logarithmOf(BigDecimal x) {
    BigDecimal y = BigDecimal.valueOf(StrictMath.log(x.doubleValue()));
    for (int right = 15; right < context.getPrecision(); right *= 3) {
      BigDecimal power = exponential(y);
      BigDecimal step = x.subtract(power).divide(x.add(power), context).multiply(TWO);
      y = y.add(step, context);
    }
    return y;
  }

  /// `sin(x + quarters · π/2)`, `|x|` up to 1e9.
  BigDecimal wave(BigDecimal x, int quarters) {
    BigInteger n = x.divide(halfPi(), 0, RoundingMode.HALF_EVEN).toBigInteger();
    MathContext wide = new MathContext(context.getPrecision() + GUARD, RoundingMode.HALF_EVEN);
    BigDecimal rest = x.subtract(new BigDecimal(n).multiply(halfPi()), wide);
    int quarter = n.add(BigInteger.valueOf(quarters)).and(BigInteger.valueOf(3)).intValueExact();
    BigDecimal value = waveSeries(rest, quarter % 2 == 1);
    return quarter < 2 ? value : value.negate();
  }

  private BigDecimal waveSeries(BigDecimal r, boolean cosine) {
    BigDecimal square = r.multiply(r, context).negate();
    BigDecimal term = cosine ? BigDecimal.ONE : r;
    BigDecimal sum = term;
    for (int n = cosine ? 1 : 2; isSeen(term, sum, context); n += 2) {
      term = term.multiply(square, context).divide(BigDecimal.valueOf((long) n * (n + 1)), context);
      sum = sum.add(term, context);
    }
    return sum;
  }

  /// Machin 1706: `π/2 = 8 arctan(1/5) - 2 arctan(1/239)`.
  private BigDecimal halfPi() {
    if (halfPi == null) {
      int scale = context.getPrecision() + 2 * GUARD;
      halfPi =
          arctangentOfInverse(5, scale)
              .multiply(BigDecimal.valueOf(8))
              .subtract(arctangentOfInverse(239, scale).multiply(TWO));
    }
    return halfPi;
  }

  private static BigDecimal arctangentOfInverse(int n, int scale) {
    BigDecimal square = BigDecimal.valueOf((long) n * n);
    BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), scale, RoundingMode.HALF_EVEN);
    BigDecimal sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square, scale, RoundingMode.HALF_EVEN).negate();
      sum = sum.add(power.divide(BigDecimal.valueOf(k), scale, RoundingMode.HALF_EVEN));
    }
    return sum;
  }
}
