package gradus.check.number;

import gradus.expr.Rational;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A constant in closed form: a quotient of sums of monomials in roots of primes, powers of e, and
/// logarithms of primes. What cannot be written so is [#NONE].
public record ClosedForm(SortedMap<Monomial, Rational> top, SortedMap<Monomial, Rational> bottom) {
  static final ClosedForm NONE =
      new ClosedForm(Collections.emptySortedMap(), Collections.emptySortedMap());
  static final ClosedForm ZERO = of(Rational.ZERO);
  static final ClosedForm ONE = of(Rational.ONE);
  private static final int MOST_TERMS = 200;

  /// `Π p^roots(p) · e^power · Π log(p)^logs(p)`, each root between 0 and 1.
  record Monomial(
      SortedMap<BigInteger, Rational> roots, Rational power, SortedMap<BigInteger, Integer> logs)
      implements Comparable<Monomial> {
    static final Monomial UNIT =
        new Monomial(Collections.emptySortedMap(), Rational.ZERO, Collections.emptySortedMap());

    @Override
    public int compareTo(Monomial other) {
      return toString().compareTo(other.toString());
    }
  }

  static ClosedForm of(Rational number) {
    return new ClosedForm(single(Monomial.UNIT, number), single(Monomial.UNIT, Rational.ONE));
  }

  static ClosedForm of(Monomial monomial, Rational factor) {
    return new ClosedForm(single(monomial, factor), single(Monomial.UNIT, Rational.ONE));
  }

  private static SortedMap<Monomial, Rational> single(Monomial monomial, Rational factor) {
    SortedMap<Monomial, Rational> sum = new TreeMap<>();
    if (!factor.isZero()) {
      sum.put(monomial, factor);
    }
    return sum;
  }

  boolean isKnown() {
    return !bottom.isEmpty();
  }

  /// Of a known number: certainly zero.
  boolean isZero() {
    return top.isEmpty();
  }

  ClosedForm plus(ClosedForm other) {
    if (!isKnown() || !other.isKnown()) {
      return NONE;
    }
    return bottom.equals(other.bottom)
        ? checked(sum(top, other.top), bottom)
        : checked(
            sum(product(top, other.bottom), product(other.top, bottom)),
            product(bottom, other.bottom));
  }

  ClosedForm times(ClosedForm other) {
    return isKnown() && other.isKnown()
        ? checked(product(top, other.top), product(bottom, other.bottom))
        : NONE;
  }

  ClosedForm reciprocal() {
    return isKnown() && !isZero() ? new ClosedForm(bottom, top) : NONE;
  }

  private static ClosedForm checked(
      SortedMap<Monomial, Rational> top, SortedMap<Monomial, Rational> bottom) {
    return top.size() <= MOST_TERMS && bottom.size() <= MOST_TERMS && !bottom.isEmpty()
        ? new ClosedForm(top, bottom)
        : NONE;
  }

  private static SortedMap<Monomial, Rational> sum(
      SortedMap<Monomial, Rational> a, SortedMap<Monomial, Rational> b) {
    SortedMap<Monomial, Rational> sum = new TreeMap<>(a);
    b.forEach((monomial, factor) -> add(sum, monomial, factor));
    return sum;
  }

  private static void add(SortedMap<Monomial, Rational> sum, Monomial monomial, Rational factor) {
    Rational all = sum.getOrDefault(monomial, Rational.ZERO).plus(factor);
    if (all.isZero()) {
      sum.remove(monomial);
    } else {
      sum.put(monomial, all);
    }
  }

  private static SortedMap<Monomial, Rational> product(
      SortedMap<Monomial, Rational> a, SortedMap<Monomial, Rational> b) {
    SortedMap<Monomial, Rational> product = new TreeMap<>();
    a.forEach((x, p) ->
        b.forEach((y, q) -> {
          Map.Entry<Monomial, Rational> term = product(x, y);
          add(product, term.getKey(), term.getValue().times(p).times(q));
        }));
    return product;
  }

  /// The whole powers of primes go into the factor.
  private static Map.Entry<Monomial, Rational> product(Monomial a, Monomial b) {
    SortedMap<BigInteger, Integer> logs = new TreeMap<>(a.logs);
    b.logs.forEach((prime, power) -> logs.merge(prime, power, Integer::sum));
    SortedMap<BigInteger, Rational> roots = new TreeMap<>(a.roots);
    b.roots.forEach((prime, power) -> roots.merge(prime, power, Rational::plus));
    return normal(roots, a.power.plus(b.power), logs);
  }

  static Map.Entry<Monomial, Rational> normal(
      SortedMap<BigInteger, Rational> roots, Rational power, SortedMap<BigInteger, Integer> logs) {
    Rational factor = Rational.ONE;
    SortedMap<BigInteger, Rational> proper = new TreeMap<>();
    for (Map.Entry<BigInteger, Rational> root : roots.entrySet()) {
      Rational exponent = root.getValue();
      BigInteger[] parts = exponent.numerator().divideAndRemainder(exponent.denominator());
      int whole = parts[0].intValueExact() - (parts[1].signum() < 0 ? 1 : 0);
      Rational rest = exponent.minus(Rational.of(whole));
      factor = factor.times(new Rational(root.getKey(), BigInteger.ONE).power(whole));
      if (!rest.isZero()) {
        proper.put(root.getKey(), rest);
      }
    }
    return Map.entry(new Monomial(proper, power, logs), factor);
  }

  /// The one term over one term that it is; empty for a sum.
  Optional<Map.Entry<Monomial, Rational>> term() {
    if (top.size() != 1 || bottom.size() != 1) {
      return Optional.empty();
    }
    Monomial below = bottom.firstKey();
    Monomial above = top.firstKey();
    if (!below.logs.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<BigInteger, Rational> roots = new TreeMap<>(above.roots);
    below.roots.forEach((p, r) -> roots.merge(p, r.negated(), Rational::plus));
    Map.Entry<Monomial, Rational> term = normal(roots, above.power.minus(below.power), above.logs);
    Rational factor =
        top.firstEntry()
            .getValue()
            .dividedBy(bottom.firstEntry().getValue())
            .times(term.getValue());
    return Optional.of(Map.entry(term.getKey(), factor));
  }
}
