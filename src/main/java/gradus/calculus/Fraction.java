package gradus.calculus;

import gradus.expr.Rational;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A polynomial over powers of polynomials with a leading coefficient of 1. A divisor is taken as
/// it was written, not factored further.
record Fraction(Polynomial numerator, Map<Polynomial, Integer> divisors) {
  Fraction {
    divisors = new LinkedHashMap<>(divisors);
    divisors.values().removeIf(exponent -> exponent == 0);
  }

  static Fraction of(Polynomial polynomial) {
    return new Fraction(polynomial, Map.of());
  }

  Fraction plus(Fraction other) {
    Map<Polynomial, Integer> all = new LinkedHashMap<>(divisors);
    other.divisors.forEach((divisor, exponent) -> all.merge(divisor, exponent, Math::max));
    return new Fraction(over(all).plus(other.over(all)), all);
  }

  /// The numerator over more divisors.
  private Polynomial over(Map<Polynomial, Integer> all) {
    Polynomial expanded = numerator;
    for (Map.Entry<Polynomial, Integer> divisor : all.entrySet()) {
      int missing = divisor.getValue() - divisors.getOrDefault(divisor.getKey(), 0);
      expanded = expanded.times(divisor.getKey().power(missing));
    }
    return expanded;
  }

  Fraction times(Fraction other) {
    Map<Polynomial, Integer> all = new LinkedHashMap<>(divisors);
    other.divisors.forEach((divisor, exponent) -> all.merge(divisor, exponent, Integer::sum));
    return new Fraction(numerator.times(other.numerator), all).cancelled();
  }

  Fraction power(int exponent) {
    Fraction power = of(Polynomial.constant(numerator.atoms(), Rational.ONE));
    for (int i = 0; i < exponent; i++) {
      power = power.times(this);
    }
    return power;
  }

  /// Empty for 0.
  Optional<Fraction> reciprocal() {
    if (numerator.isZero()) {
      return Optional.empty();
    }
    Polynomial above = Polynomial.constant(numerator.atoms(), Rational.ONE);
    for (Map.Entry<Polynomial, Integer> divisor : divisors.entrySet()) {
      above = above.times(divisor.getKey().power(divisor.getValue()));
    }
    Rational scale = numerator.leadingCoefficient().reciprocal();
    Polynomial monic = numerator.times(Polynomial.constant(numerator.atoms(), scale));
    Polynomial scaled = above.times(Polynomial.constant(numerator.atoms(), scale));
    return Optional.of(new Fraction(scaled, factors(monic)));
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
        rest = rest.dividedBy(atom.power(exponent)).orElseThrow();
      }
    }
    if (rest.terms().size() > 1) {
      factors.put(rest, 1);
    }
    return factors;
  }

  /// Divisors that divide the numerator are gone.
  Fraction cancelled() {
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
    return new Fraction(above, left);
  }
}
