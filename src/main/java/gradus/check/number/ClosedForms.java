package gradus.check.number;

import gradus.calculus.tape.Elementary;
import gradus.calculus.tape.NumberSystem;
import gradus.check.number.ClosedForm.Monomial;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.expr.Value;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Constants of rationals, their logarithms, exponentials and powers, in a form in which equal ones
/// look equal: `log(6)` is `log(2) + log(3)`, `exp(2*log(3))` is 9, `sqrt(8)` is `2*sqrt(2)`.
///
/// Two that look different may still be equal. Roots and logarithms of sums are not known here.
public final class ClosedForms implements NumberSystem<ClosedForm> {
  private static final int LARGEST_FACTOR = 100_000;
  private static final int MOST_BITS = 2_000;
  private static final int LARGEST_EXPONENT = 200;

  /// Whether the two are certainly the same.
  public boolean areSame(ClosedForm left, ClosedForm right) {
    ClosedForm difference = left.plus(right.times(ClosedForm.of(Rational.MINUS_ONE)));
    return difference.isKnown() && difference.isZero();
  }

  @Override
  public ClosedForm[] memory(int length) {
    return new ClosedForm[length];
  }

  @Override
  public ClosedForm of(Value constant) {
    return constant instanceof Value.Exact(Rational number)
        ? ClosedForm.of(number)
        : ClosedForm.NONE;
  }

  @Override
  public ClosedForm plus(ClosedForm left, ClosedForm right) {
    return left.plus(right);
  }

  @Override
  public ClosedForm times(ClosedForm left, ClosedForm right) {
    return left.times(right);
  }

  @Override
  public ClosedForm reciprocal(ClosedForm number) {
    return number.reciprocal();
  }

  @Override
  public ClosedForm power(ClosedForm base, ClosedForm exponent) {
    if (!base.isKnown()) {
      return ClosedForm.NONE;
    }
    Optional<Rational> power = rational(exponent);
    if (power.isEmpty()) {
      return at(Elementary.EXP, times(exponent, at(Elementary.LOG, base)));
    }
    Rational p = power.get();
    boolean small = p.abs().compareTo(Rational.of(LARGEST_EXPONENT)) <= 0;
    return !small ? ClosedForm.NONE : p.isInteger() ? whole(base, p) : root(base, p);
  }

  private static Optional<Rational> rational(ClosedForm number) {
    if (number.isKnown() && number.isZero()) {
      return Optional.of(Rational.ZERO);
    }
    return number
        .term()
        .filter(term -> term.getKey().equals(Monomial.UNIT))
        .map(Map.Entry::getValue);
  }

  private static ClosedForm whole(ClosedForm base, Rational exponent) {
    int n = exponent.abs().numerator().intValueExact();
    ClosedForm power = ClosedForm.ONE;
    for (int i = 0; i < n && power.isKnown(); i++) {
      power = power.times(base);
    }
    return exponent.signum() < 0 ? power.reciprocal() : power;
  }

  /// `(c · Π p^r · e^q)^t`, if c is positive.
  private static ClosedForm root(ClosedForm base, Rational exponent) {
    Optional<Map.Entry<Monomial, Rational>> term = base.term();
    if (term.isEmpty()
        || term.get().getValue().signum() <= 0
        || !term.get().getKey().logs().isEmpty()) {
      return ClosedForm.NONE;
    }
    Optional<SortedMap<BigInteger, Integer>> factors = factors(term.get().getValue());
    if (factors.isEmpty()) {
      return ClosedForm.NONE;
    }
    SortedMap<BigInteger, Rational> roots = new TreeMap<>();
    factors.get().forEach((prime, n) -> roots.put(prime, exponent.times(Rational.of(n))));
    Monomial monomial = term.get().getKey();
    monomial.roots().forEach((prime, r) -> roots.merge(prime, r.times(exponent), Rational::plus));
    return monomial(roots, monomial.power().times(exponent));
  }

  private static ClosedForm monomial(SortedMap<BigInteger, Rational> roots, Rational power) {
    boolean small =
        roots.values().stream()
            .allMatch(r -> r.abs().compareTo(Rational.of(LARGEST_EXPONENT)) <= 0);
    if (!small) {
      return ClosedForm.NONE;
    }
    Map.Entry<Monomial, Rational> normal =
        ClosedForm.normal(roots, power, Collections.emptySortedMap());
    return ClosedForm.of(normal.getKey(), normal.getValue());
  }

  @Override
  public ClosedForm at(Elementary function, ClosedForm u) {
    if (!u.isKnown()) {
      return ClosedForm.NONE;
    }
    return switch (function) {
      case EXP -> exponential(u);
      case LOG -> logarithm(u);
      case SQRT -> u.isZero() ? u : root(u, Rational.HALF);
      case TANH -> {
        ClosedForm power = exponential(u.times(ClosedForm.of(Rational.of(2))));
        ClosedForm below = power.plus(ClosedForm.ONE);
        yield power.plus(ClosedForm.of(Rational.MINUS_ONE)).times(below.reciprocal());
      }
      case SIGMOID ->
          exponential(u.times(ClosedForm.of(Rational.MINUS_ONE))).plus(ClosedForm.ONE).reciprocal();
      case SOFTPLUS -> logarithm(exponential(u).plus(ClosedForm.ONE));
      case SIN -> u.isZero() ? u : ClosedForm.NONE;
      case COS -> u.isZero() ? ClosedForm.ONE : ClosedForm.NONE;
    };
  }

  /// Of a sum of rationals and multiples of logarithms.
  private static ClosedForm exponential(ClosedForm u) {
    if (!u.isKnown() || u.bottom().size() != 1 || !u.bottom().firstKey().equals(Monomial.UNIT)) {
      return u.isKnown() && u.isZero() ? ClosedForm.ONE : ClosedForm.NONE;
    }
    Rational divisor = u.bottom().firstEntry().getValue();
    SortedMap<BigInteger, Rational> roots = new TreeMap<>();
    Rational power = Rational.ZERO;
    for (Map.Entry<Monomial, Rational> term : u.top().entrySet()) {
      Monomial monomial = term.getKey();
      Rational factor = term.getValue().dividedBy(divisor);
      boolean isLog = monomial.logs().size() == 1 && monomial.logs().firstEntry().getValue() == 1;
      if (!monomial.roots().isEmpty() || !monomial.power().isZero()) {
        return ClosedForm.NONE;
      }
      if (isLog) {
        roots.merge(monomial.logs().firstKey(), factor, Rational::plus);
      } else if (monomial.logs().isEmpty()) {
        power = power.plus(factor);
      } else {
        return ClosedForm.NONE;
      }
    }
    return monomial(roots, power);
  }

  /// Of one positive term.
  private static ClosedForm logarithm(ClosedForm u) {
    Optional<Map.Entry<Monomial, Rational>> term = u.isKnown() ? u.term() : Optional.empty();
    if (term.isEmpty()
        || term.get().getValue().signum() <= 0
        || !term.get().getKey().logs().isEmpty()) {
      return ClosedForm.NONE;
    }
    Optional<SortedMap<BigInteger, Integer>> factors = factors(term.get().getValue());
    if (factors.isEmpty()) {
      return ClosedForm.NONE;
    }
    Monomial monomial = term.get().getKey();
    SortedMap<BigInteger, Rational> multiples = new TreeMap<>(monomial.roots());
    factors.get().forEach((prime, n) -> multiples.merge(prime, Rational.of(n), Rational::plus));
    ClosedForm sum = ClosedForm.of(monomial.power());
    for (Map.Entry<BigInteger, Rational> multiple : multiples.entrySet()) {
      SortedMap<BigInteger, Integer> log = new TreeMap<>(Map.of(multiple.getKey(), 1));
      Monomial one = new Monomial(Collections.emptySortedMap(), Rational.ZERO, log);
      sum = sum.plus(ClosedForm.of(one, multiple.getValue()));
    }
    return sum;
  }

  /// The prime factors of a positive number, those below the line with negative powers; empty if
  /// they are too large to be found.
  private static Optional<SortedMap<BigInteger, Integer>> factors(Rational number) {
    SortedMap<BigInteger, Integer> factors = new TreeMap<>();
    boolean found =
        factor(number.numerator(), 1, factors) && factor(number.denominator(), -1, factors);
    return found ? Optional.of(factors) : Optional.empty();
  }

  private static boolean factor(
      BigInteger number, int sign, SortedMap<BigInteger, Integer> factors) {
    if (number.bitLength() > MOST_BITS) {
      return false;
    }
    BigInteger rest = number;
    for (long candidate = 2; candidate <= LARGEST_FACTOR; candidate++) {
      BigInteger divisor = BigInteger.valueOf(candidate);
      if (divisor.multiply(divisor).compareTo(rest) > 0) {
        break;
      }
      BigInteger[] parts = rest.divideAndRemainder(divisor);
      while (parts[1].signum() == 0) {
        factors.merge(divisor, sign, Integer::sum);
        rest = parts[0];
        parts = rest.divideAndRemainder(divisor);
      }
    }
    boolean isPrime =
        rest.compareTo(BigInteger.valueOf((long) LARGEST_FACTOR * LARGEST_FACTOR)) < 0;
    if (!rest.equals(BigInteger.ONE)) {
      factors.merge(rest, sign, Integer::sum);
    }
    return isPrime;
  }

  @Override
  public ClosedForm holds(Relation relation, ClosedForm left, ClosedForm right) {
    return ClosedForm.NONE;
  }

  @Override
  public ClosedForm chosen(ClosedForm condition, ClosedForm value, ClosedForm otherwise) {
    return ClosedForm.NONE;
  }

  @Override
  public ClosedForm guarded(ClosedForm argument, ClosedForm value) {
    return argument.isKnown() ? value : ClosedForm.NONE;
  }
}
