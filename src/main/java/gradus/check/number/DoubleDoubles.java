package gradus.check.number;

import gradus.expr.Rational;
import java.util.OptionalInt;

/// About 30 digits: a number is the sum of two doubles (Dekker 1971). With `u = 2^-53`, sums are
/// good to `3u²` and products to `7u²` (Joldes, Muller and Popescu 2017); a function is good to
/// what its sums and products are, and to the rest of its series.
///
/// Beyond the range in which the errors of products are doubles themselves nothing is known.
public final class DoubleDoubles extends Enclosures<DoubleDouble> {
  private static final double LARGEST = 1e270;
  private static final double SMALLEST = 1e-250;
  private static final double SMALLEST_ERROR = 1e-300;
  private static final double OF_CONSTANT = 0x1p-105;
  private static final double OF_SUM = 0x1p-104;
  private static final double OF_PRODUCT = 0x1p-103;

  /// `r^9/10!` for the largest r, relative to the series of `e^r - 1`.
  private static final double OF_POWER_SERIES = 0x1p-116;

  /// `r^28/28!` for the largest r.
  private static final double OF_WAVE_SERIES = 0x1p-107;

  /// More than what is lost where a bound is added up.
  private static final double OUTWARD = 1 + 0x1p-50;

  private static final double LARGEST_EXPONENT = 600;
  private static final double LARGEST_ANGLE = 1e5;

  private static final DoubleDouble LOG_2 =
      new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1p-108);
  private static final DoubleDouble HALF_PI =
      new DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54, 0x1p-107);
  private static final int HALVINGS = 9;
  private static final int TERMS_OF_POWER = 9;
  private static final int TERMS_OF_SINE = 14;
  private static final DoubleDouble[] INVERSE_FACTORIALS = inverseFactorials();

  private static DoubleDouble[] inverseFactorials() {
    DoubleDoubles numbers = new DoubleDoubles();
    DoubleDouble[] inverses = new DoubleDouble[2 * TERMS_OF_SINE + 2];
    Rational factorial = Rational.ONE;
    for (int n = 0; n < inverses.length; n++) {
      factorial = n == 0 ? factorial : factorial.times(Rational.of(n));
      inverses[n] = numbers.of(factorial.reciprocal());
    }
    return inverses;
  }

  @Override
  public DoubleDouble[] memory(int length) {
    return new DoubleDouble[length];
  }

  @Override
  DoubleDouble undefined() {
    return DoubleDouble.UNDEFINED;
  }

  @Override
  DoubleDouble unknown() {
    return DoubleDouble.UNKNOWN;
  }

  @Override
  public DoubleDouble of(Rational number) {
    double hi = number.doubleValue();
    if (number.isInteger() && Math.abs(hi) < 0x1p53) {
      return DoubleDouble.of(hi);
    }
    if (!(Math.abs(hi) < LARGEST && Math.abs(hi) > SMALLEST)) {
      return DoubleDouble.UNKNOWN;
    }
    Rational rest = number.minus(Rational.of(hi));
    if (rest.isZero()) {
      return DoubleDouble.of(hi);
    }
    roundedConstant(number);
    return new DoubleDouble(hi, rest.doubleValue(), Math.abs(hi) * OF_CONSTANT);
  }

  private static DoubleDouble checked(double hi, double lo, double error) {
    double size = Math.abs(hi);
    boolean inRange = size < LARGEST && (size > SMALLEST || hi == 0) && error < LARGEST;
    return inRange ? new DoubleDouble(hi, lo, error) : DoubleDouble.UNKNOWN;
  }

  @Override
  DoubleDouble sum(DoubleDouble a, DoubleDouble b) {
    if (a.hi() != 0 && b.hi() != 0) {
      sawGap(Math.getExponent(a.hi()) - Math.getExponent(b.hi()));
    }
    double s = a.hi() + b.hi();
    double e = remainder(a.hi(), b.hi(), s);
    double error = (a.error() + b.error()) * OUTWARD;
    if (a.lo() == 0 && b.lo() == 0) {
      return checked(s, e, error);
    }
    double t = a.lo() + b.lo();
    double f = remainder(a.lo(), b.lo(), t);
    double low = e + t;
    double high = s + low;
    low = (s - high) + low + f;
    double hi = high + low;
    double lo = (high - hi) + low;
    return checked(hi, lo, (error + Math.abs(hi) * OF_SUM) * OUTWARD);
  }

  /// What the rounded sum `s` of `a` and `b` lacks.
  private static double remainder(double a, double b, double s) {
    double bb = s - a;
    return (a - (s - bb)) + (b - bb);
  }

  @Override
  DoubleDouble product(DoubleDouble a, DoubleDouble b) {
    if (isZero(a) || isZero(b)) {
      return DoubleDouble.ZERO;
    }
    double p = a.hi() * b.hi();
    double e = Math.fma(a.hi(), b.hi(), -p);
    double size = Math.abs(p);
    if (p == 0 && a.hi() != 0 && b.hi() != 0) {
      return DoubleDouble.UNKNOWN;
    }
    double error =
        Math.abs(a.hi()) * b.error() + Math.abs(b.hi()) * a.error() + a.error() * b.error();
    boolean exact = a.error() == 0 && b.error() == 0;
    if (!exact && error < SMALLEST_ERROR) {
      return DoubleDouble.UNKNOWN;
    }
    if (a.lo() == 0 && b.lo() == 0) {
      return checked(p, e, error * (1 + 1e-9));
    }
    e += a.hi() * b.lo() + a.lo() * b.hi();
    double hi = p + e;
    return checked(hi, (p - hi) + e, error * (1 + 1e-9) + size * OF_PRODUCT);
  }

  private static boolean isZero(DoubleDouble number) {
    return number.hi() == 0 && number.error() == 0;
  }

  @Override
  DoubleDouble negated(DoubleDouble number) {
    return new DoubleDouble(-number.hi(), -number.lo(), number.error());
  }

  private static double smallest(DoubleDouble number) {
    return Math.abs(number.hi()) * (1 - 1e-9) - number.error();
  }

  private static DoubleDouble withoutError(DoubleDouble number) {
    return new DoubleDouble(number.hi(), number.lo(), 0);
  }

  private static DoubleDouble withError(DoubleDouble number, double error) {
    return checked(number.hi(), number.lo(), error);
  }

  /// One step of Newton's method beyond the double, with the next term of the error.
  @Override
  DoubleDouble inverse(DoubleDouble x) {
    DoubleDouble guess = DoubleDouble.of(1 / x.hi());
    DoubleDouble rest = quietSum(DoubleDouble.ONE, negated(product(withoutError(x), guess)));
    if (rest.hi() == 0 && x.isDouble()) {
      return guess;
    }
    DoubleDouble step = product(guess, quietSum(rest, DoubleDouble.of(rest.hi() * rest.hi())));
    DoubleDouble result = quietSum(guess, step);
    double size = Math.abs(result.hi());
    return withError(result, size * (x.error() / smallest(x) + OF_PRODUCT));
  }

  /// A sum on the way to a function, in which small terms are corrections.
  private DoubleDouble quietSum(DoubleDouble a, DoubleDouble b) {
    int before = gap();
    DoubleDouble result = sum(a, b);
    setGap(before);
    return result;
  }

  @Override
  DoubleDouble squareRoot(DoubleDouble x) {
    DoubleDouble guess = DoubleDouble.of(StrictMath.sqrt(x.hi()));
    DoubleDouble rest = quietSum(withoutError(x), negated(product(guess, guess)));
    if (rest.hi() == 0 && x.isDouble()) {
      return guess;
    }
    DoubleDouble half = DoubleDouble.of(0.5 / guess.hi());
    DoubleDouble result = quietSum(guess, product(rest, half));
    return withError(result, result.hi() * (x.error() / smallest(x) + OF_PRODUCT));
  }

  /// `(1 + r + r²/2 + …)^512 · 2^n`, the powers taken of what exceeds 1.
  @Override
  DoubleDouble exponential(DoubleDouble x) {
    if (!(Math.abs(x.hi()) < LARGEST_EXPONENT && x.error() < 0.1)) {
      return DoubleDouble.UNKNOWN;
    }
    if (x.hi() == 0 && x.error() == 0) {
      return DoubleDouble.ONE;
    }
    int before = gap();
    double n = Math.rint(x.hi() / LOG_2.hi());
    DoubleDouble rest = sum(withoutError(x), product(DoubleDouble.of(-n), LOG_2));
    DoubleDouble excess = excess(scaled(rest, 1.0 / (1 << HALVINGS)));
    for (int i = 0; i < HALVINGS; i++) {
      excess = sum(scaled(excess, 2), product(excess, excess));
    }
    DoubleDouble result = scaled(sum(DoubleDouble.ONE, excess), StrictMath.scalb(1.0, (int) n));
    setGap(before);
    return withError(result, (result.error() + result.hi() * 1.06 * x.error()) * OUTWARD);
  }

  private static DoubleDouble scaled(DoubleDouble x, double powerOfTwo) {
    return new DoubleDouble(x.hi() * powerOfTwo, x.lo() * powerOfTwo, x.error() * powerOfTwo);
  }

  /// `e^r - 1` for a small r.
  private DoubleDouble excess(DoubleDouble r) {
    DoubleDouble sum = INVERSE_FACTORIALS[TERMS_OF_POWER];
    for (int n = TERMS_OF_POWER - 1; n >= 1; n--) {
      sum = sum(INVERSE_FACTORIALS[n], product(sum, r));
    }
    DoubleDouble result = product(sum, r);
    return withError(result, result.error() + Math.abs(result.hi()) * OF_POWER_SERIES);
  }

  /// From the double y on: `y + log(x e^-y)`, of which the argument is close to 1.
  @Override
  DoubleDouble logarithm(DoubleDouble x) {
    if (x.hi() == 1 && x.isDouble()) {
      return DoubleDouble.ZERO;
    }
    double y = StrictMath.log(x.hi());
    DoubleDouble ratio = product(withoutError(x), exponential(DoubleDouble.of(-y)));
    if (!ratio.isNumber()) {
      return DoubleDouble.UNKNOWN;
    }
    DoubleDouble excess = quietSum(ratio, DoubleDouble.of(-1));
    DoubleDouble square = DoubleDouble.of(-0.5 * excess.hi() * excess.hi());
    DoubleDouble result = quietSum(DoubleDouble.of(y), quietSum(excess, square));
    double rest = excess.hi() * excess.hi() * (Math.abs(excess.hi()) + 0x1p-50);
    return withError(result, result.error() * (1 + 1e-9) + x.error() / smallest(x) + rest);
  }

  @Override
  DoubleDouble sine(DoubleDouble x) {
    return wave(x, 0);
  }

  @Override
  DoubleDouble cosine(DoubleDouble x) {
    return wave(x, 1);
  }

  /// `sin(x + quarters · π/2)`
  private DoubleDouble wave(DoubleDouble x, int quarters) {
    if (!(Math.abs(x.hi()) < LARGEST_ANGLE)) {
      return DoubleDouble.UNKNOWN;
    }
    int before = gap();
    long n = (long) Math.rint(x.hi() / HALF_PI.hi());
    DoubleDouble rest = sum(withoutError(x), product(DoubleDouble.of(-n), HALF_PI));
    long quarter = Math.floorMod(n + quarters, 4L);
    DoubleDouble value = series(withoutError(rest), (int) (quarter % 2));
    setGap(before);
    DoubleDouble signed = quarter < 2 ? value : negated(value);
    return withError(signed, (x.error() + rest.error() + value.error()) * OUTWARD);
  }

  /// The series of the sine from power 1, of the cosine from power 0.
  private DoubleDouble series(DoubleDouble r, int cosine) {
    DoubleDouble square = product(r, r);
    int first = 1 - cosine;
    DoubleDouble sum = DoubleDouble.ZERO;
    for (int n = TERMS_OF_SINE - 1; n >= 0; n--) {
      DoubleDouble coefficient = INVERSE_FACTORIALS[2 * n + first];
      DoubleDouble signed = n % 2 == 0 ? coefficient : negated(coefficient);
      DoubleDouble rest = n == TERMS_OF_SINE - 1 ? DoubleDouble.ZERO : product(sum, square);
      sum = rest.isNumber() ? sum(signed, rest) : signed;
    }
    DoubleDouble value = cosine == 1 ? sum : product(sum, r);
    double size = cosine == 1 ? 1 : Math.abs(r.hi());
    return withError(value, value.error() + size * OF_WAVE_SERIES);
  }

  @Override
  int sign(DoubleDouble number) {
    if (number.error() == 0) {
      return (int) Math.signum(number.hi());
    }
    return smallest(number) > 0 ? (int) Math.signum(number.hi()) : ambiguous();
  }

  @Override
  OptionalInt whole(DoubleDouble number) {
    double hi = number.hi();
    return number.isDouble() && Math.rint(hi) == hi && Math.abs(hi) < 0x1p31
        ? OptionalInt.of((int) hi)
        : OptionalInt.empty();
  }

  @Override
  boolean mayBeWhole(DoubleDouble number) {
    double distance = Math.abs(number.hi() - Math.rint(number.hi()) + number.lo());
    return Math.abs(number.hi()) > 0x1p53 || distance * (1 - 1e-9) <= number.error();
  }

  @Override
  public boolean agree(DoubleDouble left, DoubleDouble right, double scale, int bits) {
    double size = Math.max(scale, Math.max(Math.abs(left.hi()), Math.abs(right.hi())));
    double apart = Math.abs((left.hi() - right.hi()) + (left.lo() - right.lo()));
    return apart + left.error() + right.error() <= StrictMath.scalb(size, -bits);
  }
}
