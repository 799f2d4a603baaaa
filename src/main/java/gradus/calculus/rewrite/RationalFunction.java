package gradus.calculus.rewrite;

import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A polynomial over powers of polynomials with a leading coefficient of 1. A divisor is taken as
/// it was written, not factored further.
record RationalFunction(Polynomial numerator, Map<Polynomial, Integer> divisors) {
  RationalFunction {
    divisors = new LinkedHashMap<>(divisors);
    divisors.values().removeIf(exponent -> exponent == 0);
  }

  static RationalFunction of(Polynomial polynomial) {
    return new RationalFunction(polynomial, Map.of());
  }

  /// Empty where it takes polynomials that are too large.
  Optional<RationalFunction> plus(RationalFunction other) {
    Map<Polynomial, Integer> all = new LinkedHashMap<>(divisors);
    other.divisors.forEach((divisor, exponent) -> all.merge(divisor, exponent, Math::max));
    return over(all)
        .flatMap(left -> other.over(all).map(right -> new RationalFunction(left.plus(right), all)));
  }

  /// The numerator over more divisors.
  private Optional<Polynomial> over(Map<Polynomial, Integer> all) {
    Optional<Polynomial> expanded = Optional.of(numerator);
    for (Map.Entry<Polynomial, Integer> divisor : all.entrySet()) {
      int missing = divisor.getValue() - divisors.getOrDefault(divisor.getKey(), 0);
      Optional<Polynomial> more = divisor.getKey().powerIfSmall(missing);
      expanded = expanded.flatMap(below -> more.flatMap(below::timesIfSmall));
    }
    return expanded;
  }

  /// Likewise.
  Optional<RationalFunction> times(RationalFunction other) {
    Map<Polynomial, Integer> all = new LinkedHashMap<>(divisors);
    other.divisors.forEach((divisor, exponent) -> all.merge(divisor, exponent, Integer::sum));
    return numerator
        .timesIfSmall(other.numerator)
        .map(product -> new RationalFunction(product, all).cancelled());
  }

  Optional<RationalFunction> power(int exponent) {
    Optional<RationalFunction> power =
        Optional.of(of(Polynomial.constant(numerator.atoms(), Rational.ONE)));
    for (int i = 0; i < exponent; i++) {
      power = power.flatMap(lower -> lower.times(this));
    }
    return power;
  }

  /// Empty for 0, too.
  Optional<RationalFunction> reciprocal() {
    if (numerator.isZero()) {
      return Optional.empty();
    }
    Rational scale = numerator.leadingCoefficient().reciprocal();
    Polynomial constant = Polynomial.constant(numerator.atoms(), scale);
    Optional<Polynomial> above = Optional.of(constant);
    for (Map.Entry<Polynomial, Integer> divisor : divisors.entrySet()) {
      Optional<Polynomial> power = divisor.getKey().powerIfSmall(divisor.getValue());
      above = above.flatMap(product -> power.flatMap(product::timesIfSmall));
    }
    Map<Polynomial, Integer> below = factors(numerator.times(constant));
    return above.map(product -> new RationalFunction(product, below));
  }

  /// A single term falls into its atoms, a sum stays whole beside the atoms its terms share.
  private static Map<Polynomial, Integer> factors(Polynomial monic) {
    Map<Polynomial, Integer> factors = new LinkedHashMap<>();
    Polynomial rest = monic;
    for (int i = 0; i < monic.atoms(); i++) {
      int exponent = monic.common().get(i);
      Polynomial atom = Polynomial.atom(monic.atoms(), i);
      if (exponent > 0) {
        factors.put(atom, exponent);
        List<Integer> exponents = new ArrayList<>(Collections.nCopies(monic.atoms(), 0));
        exponents.set(i, exponent);
        rest = rest.dividedBy(Polynomial.term(exponents, Rational.ONE)).orElseThrow();
      }
    }
    if (rest.terms().size() > 1) {
      factors.put(rest, 1);
    }
    return factors;
  }

  /// Divisors that divide the numerator are gone.
  RationalFunction cancelled() {
    Polynomial above = numerator;
    Map<Polynomial, Integer> left = new LinkedHashMap<>();
    for (Map.Entry<Polynomial, Integer> divisor : divisors.entrySet()) {
      int exponent = divisor.getValue();
      Optional<Polynomial> quotient = above.dividedBy(divisor.getKey());
      while (exponent > 0 && quotient.isPresent()) {
        above = quotient.get();
        exponent--;
        quotient = above.dividedBy(divisor.getKey());
      }
      left.put(divisor.getKey(), exponent);
    }
    return new RationalFunction(above, left);
  }
}
