package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.tape.Elementary;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Remainders against those of another library.
class ResiduesTest {
  private static final int OPERANDS = 10_000;
  private static final BigInteger PRIME = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
  private static final Residues NUMBERS = new Residues();

  @Test
  void thePrimeIsOne() {
    assertThat(PRIME.isProbablePrime(100)).isTrue();
  }

  @Test
  void sumsProductsAndQuotients() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < OPERANDS; i++) {
      BigInteger a = drawn(random);
      BigInteger b = drawn(random);
      assertThat(NUMBERS.plus(residue(a), residue(b))).isEqualTo(residue(a.add(b)));
      assertThat(NUMBERS.times(residue(a), residue(b))).isEqualTo(residue(a.multiply(b)));
      if (a.signum() != 0) {
        assertThat(NUMBERS.reciprocal(residue(a))).isEqualTo(residue(a.modInverse(PRIME)));
      }
    }
  }

  @Test
  void wholePowers() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < OPERANDS; i++) {
      BigInteger base = drawn(random).max(BigInteger.ONE);
      BigInteger exponent =
          BigInteger.valueOf(random.nextLong(-1L << random.nextInt(1, 20), 1 << 20));
      assertThat(NUMBERS.power(residue(base), residue(exponent)))
          .as("%s^%s", base, exponent)
          .isEqualTo(residue(base.modPow(exponent, PRIME)));
    }
  }

  @Test
  void rationalConstants() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < OPERANDS; i++) {
      BigInteger top = drawn(random).shiftLeft(random.nextInt(90)).subtract(drawn(random));
      BigInteger bottom = drawn(random).shiftLeft(random.nextInt(60)).max(BigInteger.ONE);
      assertThat(NUMBERS.of(Value.of(new Rational(top, bottom))))
          .isEqualTo(residue(top.multiply(bottom.modInverse(PRIME))));
    }
  }

  /// Close to both ends of the range as often as between.
  private static BigInteger drawn(SplittableRandom random) {
    BigInteger any = new BigInteger(61, new java.util.Random(random.nextLong())).mod(PRIME);
    BigInteger small = BigInteger.valueOf(random.nextInt(5));
    return switch (random.nextInt(3)) {
      case 0 -> small;
      case 1 -> PRIME.subtract(BigInteger.ONE).subtract(small);
      default -> any;
    };
  }

  private static Long residue(BigInteger number) {
    return number.mod(PRIME).longValueExact();
  }

  private static boolean isNone(Long residue) {
    return !Residues.areSame(residue, residue);
  }

  @Test
  void whatHasNoResidue() {
    Long zero = NUMBERS.of(Value.ZERO);
    Long none = NUMBERS.reciprocal(zero);
    Value broken = Value.of(new Rational(BigInteger.ONE, PRIME));
    assertThat(isNone(none)).isTrue();
    assertThat(isNone(NUMBERS.of(broken))).isTrue();
    assertThat(isNone(NUMBERS.of(Value.of(0.5)))).isTrue();
    assertThat(isNone(NUMBERS.of(new Value.Undefined(Cause.MISSING)))).isTrue();
    assertThat(isNone(NUMBERS.power(zero, residue(BigInteger.valueOf(-2))))).isTrue();
    assertThat(NUMBERS.power(zero, zero)).isEqualTo(1);
  }

  @Test
  void noResiduePassesOn() {
    Long none = NUMBERS.reciprocal(NUMBERS.of(Value.ZERO));
    Long one = NUMBERS.of(Value.ONE);
    assertThat(isNone(NUMBERS.plus(none, one)) && isNone(NUMBERS.plus(one, none))).isTrue();
    assertThat(isNone(NUMBERS.times(none, one)) && isNone(NUMBERS.times(one, none))).isTrue();
    assertThat(isNone(NUMBERS.power(none, one)) && isNone(NUMBERS.power(one, none))).isTrue();
    assertThat(isNone(NUMBERS.reciprocal(none))).isTrue();
    assertThat(isNone(NUMBERS.at(Elementary.EXP, none))).isTrue();
    assertThat(isNone(NUMBERS.holds(Relation.LESS, none, one))).isTrue();
    assertThat(isNone(NUMBERS.holds(Relation.LESS, one, none))).isTrue();
    assertThat(isNone(NUMBERS.chosen(none, one, one))).isTrue();
    assertThat(isNone(NUMBERS.chosen(one, none, one))).isTrue();
    assertThat(isNone(NUMBERS.chosen(one, one, none))).isTrue();
    assertThat(isNone(NUMBERS.guarded(none, one))).isTrue();
    assertThat(isNone(NUMBERS.guarded(one, none))).isTrue();
    assertThat(NUMBERS.guarded(one, one)).isEqualTo(one);
  }

  /// One draw for each function and argument, relation and difference, base and exponent.
  @Test
  void drawsAreTheSameOfTheSameAndDifferElsewhere() {
    Set<Long> drawn = new HashSet<>();
    for (long number = 0; number < 50; number++) {
      assertThat(drawn.add(Residues.drawn(number))).isTrue();
      for (Elementary function : Elementary.values()) {
        assertThat(drawn.add(NUMBERS.at(function, number))).isTrue();
        assertThat(NUMBERS.at(function, number)).isEqualTo(new Residues().at(function, number));
      }
      for (Relation relation : Relation.values()) {
        assertThat(drawn.add(NUMBERS.holds(relation, number, 3L))).isTrue();
        assertThat(NUMBERS.holds(relation, number + 5, 8L))
            .isEqualTo(NUMBERS.holds(relation, number, 3L));
      }
      assertThat(drawn.add(NUMBERS.power(2L, (1L << 40) + number))).isTrue();
    }
    assertThat(drawn).allMatch(residue -> residue >= 0 && residue < PRIME.longValueExact());
  }

  /// `c · value + (1 - c) · otherwise`
  @Test
  void aChoiceIsAMixture() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < OPERANDS; i++) {
      BigInteger c = drawn(random);
      BigInteger value = drawn(random);
      BigInteger otherwise = drawn(random);
      BigInteger mixture =
          c.multiply(value).add(BigInteger.ONE.subtract(c).multiply(otherwise)).mod(PRIME);
      assertThat(NUMBERS.chosen(residue(c), residue(value), residue(otherwise)))
          .isEqualTo(residue(mixture));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          (x + 1)^2              ~ x^2 + 2*x + 1          ~ true
          (x^2 - 1)/(x - 1)      ~ x + 1                  ~ true
          x^-3 * x^3             ~ 1                      ~ true
          1/(1 + exp(x)) + 1     ~ (2 + exp(x))/(1 + exp(x)) ~ true
          log(x)*(log(x) + 2)    ~ log(x)^2 + 2*log(x)    ~ true
          {x if x > 0; 0 otherwise} * 2 ~ {2*x if x > 0; 0 otherwise} ~ true
          (x + 1)^2              ~ x^2 + 2*x              ~ false
          exp(x)                 ~ sin(x)                 ~ false
          {1 if x > 0; 0 otherwise} ~ {1 if x >= 0; 0 otherwise} ~ false
          1/(x - x)              ~ 1/(x - x)              ~ false
          0.1 * x                ~ x/10                   ~ true
          """)
  void formulas(String left, String right, boolean same) {
    Map<String, Long> at = Map.of("x", Residues.drawn(0));
    assertThat(
            Residues.areSame(Calculation.of(NUMBERS, left, at), Calculation.of(NUMBERS, right, at)))
        .isEqualTo(same);
  }
}
