package gradus.check.number;

import gradus.calculus.tape.Elementary;
import gradus.calculus.tape.NumberSystem;
import gradus.check.number.Closed.Monomial;
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
public final class ClosedForms implements NumberSystem<Closed> {
  private static final int LARGEST_FACTOR = 100_000;
  private static final int MOST_BITS = 2_000;
  private static final int LARGEST_EXPONENT = 200;

  /// Whether the two are certainly the same.
  public boolean areSame(Closed left, Closed right) {
    Closed difference = left.plus(right.times(Closed.of(Rational.MINUS_ONE)));
    return difference.isKnown() && difference.isZero();
  }

  @Override
  public Closed[] memory(int length) {
    return new Closed[length];
  }

  @Override
  public Closed of(Value constant) {
    return constant instanceof Value.Exact(Rational number) ? Closed.of(number) : Closed.NONE;
  }

  @Override
  public Closed plus(Closed left, Closed right) {
    return left.plus(right);
  }

  @Override
  public Closed times(Closed left, Closed right) {
    return left.times(right);
  }

  @Override
  public Closed reciprocal(Closed number) {
    return number.reciprocal();
  }

  @Override
  public Closed power(Closed base, Closed exponent) {
    if (!base.isKnown()) {
      return Closed.NONE;
    }
    Optional<Rational> power = rational(exponent);
    if (power.isEmpty()) {
      return at(Elementary.EXP, times(exponent, at(Elementary.LOG, base)));
    }
    Rational p = power.get();
    boolean small = p.abs().compareTo(Rational.of(LARGEST_EXPONENT)) <= 0;
    return !small ? Closed.NONE : p.isInteger() ? whole(base, p) : root(base, p);
  }

  private static Optional<Rational> rational(Closed number) {
    if (number.isKnown() && number.isZero()) {
      return Optional.of(Rational.ZERO);
    }
    return number
        .term()
        .filter(term -> term.getKey().equals(Monomial.UNIT))
        .map(Map.Entry::getValue);
  }

  private static Closed whole(Closed base, Rational exponent) {
    int n = exponent.abs().numerator().intValueExact();
    Closed power = Closed.ONE;
    for (int i = 0; i < n && power.isKnown(); i++) {
      power = power.times(base);
    }
    return exponent.signum() < 0 ? power.reciprocal() : power;
  }

  /// `(c · Π p^r · e^q)^t`, if c is positive.
  private static Closed root(Closed base, Rational exponent) {
    Optional<Map.Entry<Monomial, Rational>> term = base.term();
    if (term.isEmpty()
        || term.get().getValue().signum() <= 0
        || !term.get().getKey().logs().isEmpty()) {
      return Closed.NONE;
    }
    Optional<SortedMap<BigInteger, Integer>> factors = factors(term.get().getValue());
    if (factors.isEmpty()) {
      return Closed.NONE;
    }
    SortedMap<BigInteger, Rational> roots = new TreeMap<>();
    factors.get().forEach((prime, n) -> roots.put(prime, exponent.times(Rational.of(n))));
    Monomial monomial = term.get().getKey();
    monomial.roots().forEach((prime, r) -> roots.merge(prime, r.times(exponent), Rational::plus));
    return monomial(roots, monomial.power().times(exponent));
  }

  private static Closed monomial(SortedMap<BigInteger, Rational> roots, Rational power) {
    boolean small =
        roots.values().stream()
            .allMatch(r -> r.abs().compareTo(Rational.of(LARGEST_EXPONENT)) <= 0);
    if (!small) {
      return Closed.NONE;
    }
    Map.Entry<Monomial, Rational> normal =
        Closed.normal(roots, power, Collections.emptySortedMap());
    return Closed.of(normal.getKey(), normal.getValue());
  }

  @Override
  public Closed at(Elementary function, Closed u) {
    if (!u.isKnown()) {
      return Closed.NONE;
    }
    return switch (function) {
      case EXP -> exponential(u);
      case LOG -> logarithm(u);
      case SQRT -> u.isZero() ? u : root(u, Rational.HALF);
      case TANH -> {
        Closed power = exponential(u.times(Closed.of(Rational.of(2))));
        Closed below = power.plus(Closed.ONE);
        yield power.plus(Closed.of(Rational.MINUS_ONE)).times(below.reciprocal());
      }
      case SIGMOID ->
          exponential(u.times(Closed.of(Rational.MINUS_ONE))).plus(Closed.ONE).reciprocal();
      case SOFTPLUS -> logarithm(exponential(u).plus(Closed.ONE));
      case SIN -> u.isZero() ? u : Closed.NONE;
      case COS -> u.isZero() ? Closed.ONE : Closed.NONE;
    };
  }

  /// Of a sum of rationals and multiples of logarithms.
  private static Closed exponential(Closed u) {
    if (!u.isKnown() || u.bottom().size() != 1 || !u.bottom().firstKey().equals(Monomial.UNIT)) {
      return u.isKnown() && u.isZero() ? Closed.ONE : Closed.NONE;
    }
    Rational divisor = u.bottom().firstEntry().getValue();
    SortedMap<BigInteger, Rational> roots = new TreeMap<>();
    Rational power = Rational.ZERO;
    for (Map.Entry<Monomial, Rational> term : u.top().entrySet()) {
      Monomial monomial = term.getKey();
      Rational factor = term.getValue().dividedBy(divisor);
      boolean isLog = monomial.logs().size() == 1 && monomial.logs().firstEntry().getValue() == 1;
      if (!monomial.roots().isEmpty() || !monomial.power().isZero()) {
        return Closed.NONE;
      }
      if (isLog) {
        roots.merge(monomial.logs().firstKey(), factor, Rational::plus);
      } else if (monomial.logs().isEmpty()) {
        power = power.plus(factor);
      } else {
        return Closed.NONE;
      }
    }
    return monomial(roots, power);
  }

  /// Of one positive term.
  private static Closed logarithm(Closed u) {
    Optional<Map.Entry<Monomial, Rational>> term = u.isKnown() ? u.term() : Optional.empty();
    if (term.isEmpty()
        || term.get().getValue().signum() <= 0
        || !term.get().getKey().logs().isEmpty()) {
      return Closed.NONE;
    }
    Optional<SortedMap<BigInteger, Integer>> factors = factors(term.get().getValue());
    if (factors.isEmpty()) {
      return Closed.NONE;
    }
    Monomial monomial = term.get().getKey();
    SortedMap<BigInteger, Rational> multiples = new TreeMap<>(monomial.roots());
    factors.get().forEach((prime, n) -> multiples.merge(prime, Rational.of(n), Rational::plus));
    Closed sum = Closed.of(monomial.power());
    for (Map.Entry<BigInteger, Rational> multiple : multiples.entrySet()) {
      SortedMap<BigInteger, Integer> log = new TreeMap<>(Map.of(multiple.getKey(), 1));
      Monomial one = new Monomial(Collections.emptySortedMap(), Rational.ZERO, log);
      sum = sum.plus(Closed.of(one, multiple.getValue()));
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
  public Closed holds(Relation relation, Closed left, Closed right) {
    return Closed.NONE;
  }

  @Override
  public Closed chosen(Closed condition, Closed value, Closed otherwise) {
    return Closed.NONE;
  }

  @Override
  public Closed guarded(Closed argument, Closed value) {
    return argument.isKnown() ? value : Closed.NONE;
  }
}
