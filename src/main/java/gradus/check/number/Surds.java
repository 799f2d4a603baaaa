package gradus.check.number;

import gradus.calculus.tape.Elementary;
import gradus.calculus.tape.NumberSystem;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.expr.Value;
import java.math.BigInteger;
import java.util.Optional;

/// Constants made of rationals by sums, products, quotients and roots: whether they are zero is a
/// matter of so many digits, and how many is known.
///
/// The separation bound of Burnikel, Funke, Mehlhorn, Schirra and Schmitt (2001): with D the
/// product of the degrees of all roots, a number that is not zero is at least `1/(u^(D - 1) l)`.
/// Other functions are not known here.
public final class Surds implements NumberSystem<Surd> {
  private static final int LARGEST_DEGREE = 64;
  private static final int LARGEST_EXPONENT = 1 << 12;

  private final LongBinaries numbers;
  private double degree = 1;

  public Surds(int bits) {
    numbers = LongBinaries.of(bits);
  }

  /// What is known of the difference of two constants after a run.
  public sealed interface Difference {
    record Zero() implements Difference {}

    record NotZero() implements Difference {}

    /// So many bits would tell.
    record Needs(double bits) implements Difference {}

    /// A side is not made of rationals and roots.
    record Unknown() implements Difference {}
  }

  public Difference difference(Surd left, Surd right) {
    Surd difference = plus(left, times(of(Value.of(Rational.MINUS_ONE)), right));
    if (!difference.isKnown()) {
      return new Difference.Unknown();
    }
    LongBinary value = difference.value();
    if (value.isApartFromZero()) {
      return new Difference.NotZero();
    }
    double bits = (degree - 1) * Math.max(0, difference.upper()) + difference.lower() + 8;
    double seen = -value.bound();
    boolean isZero = value.isExact() || seen > bits;
    return isZero ? new Difference.Zero() : new Difference.Needs(bits + numbers.bits() - seen);
  }

  @Override
  public Surd[] memory(int length) {
    return new Surd[length];
  }

  @Override
  public Surd of(Value constant) {
    return constant instanceof Value.Exact(Rational number)
        ? new Surd(
            numbers.of(number),
            log2(number.numerator().abs().max(BigInteger.ONE)),
            log2(number.denominator()),
            Optional.of(number))
        : Surd.NONE;
  }

  /// A bound from above.
  private static double log2(BigInteger number) {
    return number.subtract(BigInteger.ONE).bitLength();
  }

  @Override
  public Surd plus(Surd a, Surd b) {
    if (!a.isKnown() || !b.isKnown()) {
      return Surd.NONE;
    }
    double upper = Math.max(a.upper() + b.lower(), b.upper() + a.lower()) + 1;
    return new Surd(
        numbers.plus(a.value(), b.value()), upper, a.lower() + b.lower(), Optional.empty());
  }

  @Override
  public Surd times(Surd a, Surd b) {
    return a.isKnown() && b.isKnown()
        ? new Surd(
            numbers.times(a.value(), b.value()),
            a.upper() + b.upper(),
            a.lower() + b.lower(),
            Optional.empty())
        : Surd.NONE;
  }

  @Override
  public Surd reciprocal(Surd a) {
    return a.isKnown()
        ? new Surd(numbers.reciprocal(a.value()), a.lower(), a.upper(), Optional.empty())
        : Surd.NONE;
  }

  @Override
  public Surd power(Surd base, Surd exponent) {
    if (!base.isKnown() || exponent.rational().isEmpty()) {
      return Surd.NONE;
    }
    Rational power = exponent.rational().get();
    boolean small =
        power.denominator().bitLength() < 8
            && power.denominator().intValueExact() <= LARGEST_DEGREE
            && power.numerator().bitLength() < 13;
    if (!small) {
      return Surd.NONE;
    }
    int degree = power.denominator().intValueExact();
    Surd root = degree == 1 ? base : root(base, degree);
    return integerPower(root, power.numerator().intValueExact());
  }

  private Surd integerPower(Surd base, int exponent) {
    if (exponent < 0) {
      return reciprocal(integerPower(base, -exponent));
    }
    if (!base.isKnown() || exponent > LARGEST_EXPONENT) {
      return Surd.NONE;
    }
    LongBinary value = numbers.power(base.value(), numbers.of(Rational.of(exponent)));
    return new Surd(value, exponent * base.upper(), exponent * base.lower(), Optional.empty());
  }

  private Surd root(Surd a, int k) {
    degree *= k;
    LongBinary value = numberOfRoot(a.value(), k);
    boolean isLarge = a.upper() >= a.lower();
    double upper = isLarge ? (a.upper() + (k - 1) * a.lower()) / k : a.upper();
    double lower = isLarge ? a.lower() : ((k - 1) * a.upper() + a.lower()) / k;
    return new Surd(value, upper, lower, Optional.empty());
  }

  /// What may be zero is not taken for it here: its root is far larger than itself.
  private LongBinary numberOfRoot(LongBinary a, int k) {
    if (!a.isExact() && !a.isApartFromZero()) {
      return new LongBinary(BigInteger.ZERO, 0, Math.floorDiv(a.bound(), k) + 1);
    }
    return k == 2
        ? numbers.at(Elementary.SQRT, a)
        : numbers.power(a, numbers.of(Rational.of(1, k)));
  }

  @Override
  public Surd at(Elementary function, Surd argument) {
    return function == Elementary.SQRT && argument.isKnown() ? root(argument, 2) : Surd.NONE;
  }

  /// Known only where the sides are told apart.
  @Override
  public Surd holds(Relation relation, Surd left, Surd right) {
    if (!left.isKnown() || !right.isKnown()) {
      return Surd.NONE;
    }
    LongBinary value = numbers.plus(left.value(), numbers.negated(right.value()));
    return value.isApartFromZero()
        ? of(relation.holds(value.mantissa().signum()) ? Value.ONE : Value.ZERO)
        : Surd.NONE;
  }

  @Override
  public Surd chosen(Surd condition, Surd value, Surd otherwise) {
    return condition.rational().isEmpty()
        ? Surd.NONE
        : condition.rational().get().isZero() ? otherwise : value;
  }

  @Override
  public Surd guarded(Surd argument, Surd value) {
    return argument.isKnown() ? value : Surd.NONE;
  }
}
