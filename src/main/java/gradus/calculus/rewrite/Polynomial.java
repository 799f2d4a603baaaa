package gradus.calculus.rewrite;

import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A polynomial in numbered atoms: coefficients by exponents, none of them zero.
///
/// @param atoms how many atoms there are; the exponents of a term are as many
record Polynomial(int atoms, SequencedMap<List<Integer>, Rational> terms) {
  private static final int LARGEST = 300;

  /// Higher powers of earlier atoms first: an order that division can go by.
  private static final Comparator<List<Integer>> LEADING_FIRST =
      (left, right) -> {
        for (int i = 0; i < left.size(); i++) {
          if (!left.get(i).equals(right.get(i))) {
            return right.get(i) - left.get(i);
          }
        }
        return 0;
      };

  Polynomial {
    TreeMap<List<Integer>, Rational> kept = new TreeMap<>(LEADING_FIRST);
    terms.forEach((exponents, coefficient) -> {
      if (!coefficient.isZero()) {
        kept.put(exponents, coefficient);
      }
    });
    terms = Collections.unmodifiableSequencedMap(kept);
  }

  static Polynomial constant(int atoms, Rational value) {
    return term(Collections.nCopies(atoms, 0), value);
  }

  static Polynomial atom(int atoms, int number) {
    List<Integer> exponents = new ArrayList<>(Collections.nCopies(atoms, 0));
    exponents.set(number, 1);
    return term(List.copyOf(exponents), Rational.ONE);
  }

  static Polynomial term(List<Integer> exponents, Rational coefficient) {
    TreeMap<List<Integer>, Rational> terms = new TreeMap<>(LEADING_FIRST);
    terms.put(exponents, coefficient);
    return new Polynomial(exponents.size(), terms);
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  Rational leadingCoefficient() {
    return terms.firstEntry().getValue();
  }

  Polynomial plus(Polynomial other) {
    TreeMap<List<Integer>, Rational> sum = new TreeMap<>(LEADING_FIRST);
    sum.putAll(terms);
    other.terms.forEach((exponents, value) -> sum.merge(exponents, value, Rational::plus));
    return new Polynomial(atoms, sum);
  }

  Polynomial times(Polynomial other) {
    TreeMap<List<Integer>, Rational> product = new TreeMap<>(LEADING_FIRST);
    terms.forEach((left, value) ->
        other.terms.forEach((right, factor) ->
            product.merge(added(left, right, 1), value.times(factor), Rational::plus)));
    return new Polynomial(atoms, product);
  }

  /// The same; empty where it takes more than [#LARGEST] products of terms.
  Optional<Polynomial> timesIfSmall(Polynomial other) {
    return terms.size() * other.terms.size() <= LARGEST
        ? Optional.of(times(other))
        : Optional.empty();
  }

  Optional<Polynomial> powerIfSmall(int exponent) {
    Optional<Polynomial> power = Optional.of(constant(atoms, Rational.ONE));
    for (int i = 0; i < exponent; i++) {
      power = power.flatMap(lower -> lower.timesIfSmall(this));
    }
    return power;
  }

  /// The quotient, where nothing remains.
  Optional<Polynomial> dividedBy(Polynomial divisor) {
    Polynomial rest = this;
    Polynomial quotient = constant(atoms, Rational.ZERO);
    Map.Entry<List<Integer>, Rational> leading = divisor.terms.firstEntry();
    while (!rest.isZero()) {
      Map.Entry<List<Integer>, Rational> first = rest.terms.firstEntry();
      List<Integer> exponents = added(first.getKey(), leading.getKey(), -1);
      if (exponents.stream().anyMatch(exponent -> exponent < 0)) {
        return Optional.empty();
      }
      Polynomial term = term(exponents, first.getValue().times(leading.getValue().reciprocal()));
      quotient = quotient.plus(term);
      rest = rest.plus(term.times(divisor).times(constant(atoms, Rational.MINUS_ONE)));
    }
    return Optional.of(quotient);
  }

  /// The exponents that all terms share.
  List<Integer> common() {
    List<Integer> common = new ArrayList<>(terms.firstEntry().getKey());
    for (List<Integer> exponents : terms.keySet()) {
      for (int i = 0; i < atoms; i++) {
        common.set(i, Math.min(common.get(i), exponents.get(i)));
      }
    }
    return common;
  }

  private static List<Integer> added(List<Integer> left, List<Integer> right, int sign) {
    List<Integer> sum = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      sum.add(left.get(i) + sign * right.get(i));
    }
    return sum;
  }
}
