package gradus.check.number;

import gradus.expr.Rational;
import java.util.List;

/// `a + b √2 + c √3 + d √6`, exactly.
record Biquadratic(List<Rational> parts) {
  /// The square roots of these.
  static final int[] ROOTS = {1, 2, 3, 6};

  private static final Digits DIGITS = new Digits(2_000);

  static Biquadratic of(int part, Rational number) {
    Rational[] parts = {Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO};
    parts[part] = number;
    return new Biquadratic(List.of(parts));
  }

  Biquadratic plus(Biquadratic other) {
    Rational[] sums = new Rational[4];
    for (int i = 0; i < 4; i++) {
      sums[i] = parts.get(i).plus(other.parts.get(i));
    }
    return new Biquadratic(List.of(sums));
  }

  /// The roots of 1, 2, 3 and 6 multiply like the bits of 0 to 3, times what is common.
  Biquadratic times(Biquadratic other) {
    Biquadratic product = of(0, Rational.ZERO);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        Rational common = Rational.of(ROOTS[i & j]);
        Rational part = parts.get(i).times(other.parts.get(j)).times(common);
        product = product.plus(of(i ^ j, part));
      }
    }
    return product;
  }

  boolean isZero() {
    return parts.stream().allMatch(Rational::isZero);
  }

  Dyadic value() {
    Dyadic value = Dyadic.ZERO;
    for (int i = 0; i < 4; i++) {
      Dyadic root = DIGITS.squareRoot(Dyadic.of(ROOTS[i]));
      value = value.plus(dyadic(parts.get(i)).times(root));
    }
    return value;
  }

  private static Dyadic dyadic(Rational number) {
    return DIGITS.quotient(new Dyadic(number.numerator(), 0), new Dyadic(number.denominator(), 0));
  }
}
