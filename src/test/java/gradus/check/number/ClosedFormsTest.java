package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.tape.Elementary;
import gradus.check.number.ClosedForm.Monomial;
import gradus.expr.Rational;
import gradus.expr.Value;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What looks equal is, by hand; and every form has the value of what it is the form of.
class ClosedFormsTest {
  private static final int TREES = 10_000;
  private static final ClosedForms NUMBERS = new ClosedForms();
  private static final Digits DIGITS = new Digits(700);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          log(6)                  ~ log(2) + log(3)            ~ true
          exp(2*log(3))           ~ 9                          ~ true
          sqrt(8)                 ~ 2*sqrt(2)                  ~ true
          exp(1)^2                ~ exp(2)                     ~ true
          exp(1 + log(2))         ~ 2*exp(1)                   ~ true
          log(exp(3))             ~ 3                          ~ true
          log(8)/log(2)           ~ 3                          ~ true
          log(1/4)                ~ -2*log(2)                  ~ true
          2^(1/2) * 2^(1/3)       ~ 2^(5/6)                    ~ true
          sigmoid(log(3))         ~ 3/4                        ~ true
          tanh(log(2))            ~ 3/5                        ~ true
          softplus(log(3))        ~ log(4)                     ~ true
          (1 + sqrt(2))^2         ~ 3 + 2*sqrt(2)              ~ true
          (exp(1) + 1)/(exp(1) + 1) ~ 1                        ~ true
          1/(1 + exp(-1))         ~ exp(1)/(exp(1) + 1)        ~ true
          (1 + exp(1))^-2         ~ 1/(1 + 2*exp(1) + exp(2))  ~ true
          sin(0) + cos(0)         ~ 1                          ~ true
          log(6)                  ~ log(2)*log(3)              ~ false
          log(5)                  ~ log(2) + log(3)            ~ false
          exp(2)                  ~ 2*exp(1)                   ~ false
          sqrt(2)                 ~ 1.4142135623730950488      ~ false
          2^(1/3)                 ~ 3^(1/2)                    ~ false
          log(-1)                 ~ log(-1)                    ~ false
          1/0                     ~ 1/0                        ~ false
          log(-1)^0               ~ 1                          ~ false
          log(1 + sqrt(2))        ~ log(1 + sqrt(2))           ~ false
          """)
  void byHand(String left, String right, boolean same) {
    assertThat(NUMBERS.areSame(Calculation.of(NUMBERS, left), Calculation.of(NUMBERS, right)))
        .isEqualTo(same);
  }

  /// A form, and the value where there is one.
  private record Both(ClosedForm closed, Optional<Dyadic> value) {
    static Both of(Rational number) {
      return new Both(NUMBERS.of(Value.of(number)), Optional.of(dyadic(number)));
    }
  }

  @Test
  void formsHaveTheValueOfWhatTheyAreOf() {
    SplittableRandom random = new SplittableRandom(8);
    int known = 0;
    for (int i = 0; i < TREES; i++) {
      Both both = drawn(random.nextInt(1, 4), random);
      if (both.closed.isKnown()) {
        known++;
        assertThat(both.value).as("%s", both.closed).isPresent();
        Dyadic expected = both.value.orElseThrow();
        Dyadic value = value(both.closed);
        assertThat(value.minus(expected).abs())
            .as("%s: %s", both, expected.over(Dyadic.ONE))
            .isLessThan(larger(expected.abs(), Dyadic.ONE).shifted(-300));
      }
    }
    assertThat(known).isGreaterThan(TREES / 4);
  }

  private static Both drawn(int depth, SplittableRandom random) {
    if (depth == 0) {
      return Both.of(Rational.of(random.nextInt(-2, 9), random.nextInt(1, 5)));
    }
    Both a = drawn(depth - 1, random);
    return switch (random.nextInt(9)) {
      case 0, 1 -> sum(a, drawn(depth - 1, random));
      case 2, 3 -> product(a, drawn(depth - 1, random));
      case 4 -> reciprocal(a);
      case 5 -> power(a, drawn(0, random));
      case 6 -> at(Elementary.LOG, Operation.LOG, a);
      case 7 -> at(Elementary.SQRT, Operation.SQRT, a);
      default -> ofSmall(a, random);
    };
  }

  private static Both sum(Both a, Both b) {
    return new Both(NUMBERS.plus(a.closed, b.closed), a.value.flatMap(x -> b.value.map(x::plus)));
  }

  private static Both product(Both a, Both b) {
    return new Both(
        NUMBERS.times(a.closed, b.closed),
        a.value.flatMap(x -> b.value.map(y -> x.times(y).cut(900))));
  }

  /// Of what cancels nothing can be said to so many bits.
  private static Both reciprocal(Both a) {
    return new Both(
        NUMBERS.reciprocal(a.closed),
        a.value.filter(x -> !isNearlyZero(x)).map(x -> DIGITS.quotient(Dyadic.ONE, x)));
  }

  private static boolean isNearlyZero(Dyadic x) {
    return x.signum() == 0 || x.magnitude() < -100;
  }

  private static Both power(Both a, Both exponent) {
    return new Both(
        NUMBERS.power(a.closed, exponent.closed),
        a.value.flatMap(x -> ofPower(x, exponent.value.orElseThrow())));
  }

  private static Optional<Dyadic> ofPower(Dyadic base, Dyadic exponent) {
    Dyadic nearest = isNearlyZero(base) ? Dyadic.ZERO : base;
    return Operation.POWER.truth(DIGITS, nearest, exponent);
  }

  private static Both at(Elementary function, Operation operation, Both a) {
    return new Both(
        NUMBERS.at(function, a.closed),
        a.value
            .map(x -> isNearlyZero(x) ? Dyadic.ZERO : x)
            .flatMap(x -> operation.truth(DIGITS, x, x)));
  }

  private static Both ofSmall(Both a, SplittableRandom random) {
    boolean small = a.value.isPresent() && a.value.get().magnitude() < 7;
    return switch (random.nextInt(small ? 4 : 1)) {
      case 1 -> at(Elementary.EXP, Operation.EXP, a);
      case 2 -> at(Elementary.TANH, Operation.TANH, a);
      case 3 -> at(Elementary.SIGMOID, Operation.SIGMOID, a);
      default -> product(a, a);
    };
  }

  private static Dyadic value(ClosedForm closed) {
    return DIGITS.quotient(value(closed.top()), value(closed.bottom()));
  }

  private static Dyadic value(SortedMap<Monomial, Rational> sum) {
    Dyadic value = Dyadic.ZERO;
    for (Map.Entry<Monomial, Rational> term : sum.entrySet()) {
      value = value.plus(value(term.getKey()).times(dyadic(term.getValue())));
    }
    return value;
  }

  private static Dyadic value(Monomial monomial) {
    Dyadic value = DIGITS.exponential(dyadic(monomial.power()));
    for (Map.Entry<BigInteger, Rational> root : monomial.roots().entrySet()) {
      Dyadic prime = new Dyadic(root.getKey(), 0);
      value = value.times(DIGITS.power(prime, dyadic(root.getValue())));
    }
    for (Map.Entry<BigInteger, Integer> log : monomial.logs().entrySet()) {
      Dyadic prime = DIGITS.logarithm(new Dyadic(log.getKey(), 0));
      value = value.times(DIGITS.power(prime, log.getValue()));
    }
    return value.cut(900);
  }

  private static Dyadic dyadic(Rational number) {
    return DIGITS.quotient(new Dyadic(number.numerator(), 0), new Dyadic(number.denominator(), 0));
  }

  private static Dyadic larger(Dyadic a, Dyadic b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
