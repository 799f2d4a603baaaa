package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rationals, decimals and doubles as numbers with error bounds, and back to doubles.
class ConversionsTest {
  private static final int NUMBERS = 10_000;
  private static final List<Kind<?>> KINDS =
      List.of(new ShortKind(), new LongKind(340), new LongKind(2_400));

  @Test
  void rationalsLieWithinTheBounds() {
    KINDS.forEach(kind -> holds(kind, ConversionsTest::rational));
  }

  @Test
  void decimalsToo() {
    KINDS.forEach(kind -> holds(kind, ConversionsTest::decimal));
  }

  private interface Draw {
    Rational number(SplittableRandom random);
  }

  private static Rational rational(SplittableRandom random) {
    Rational number = new Rational(whole(random), whole(random));
    return random.nextBoolean() ? number : number.negated();
  }

  private static BigInteger whole(SplittableRandom random) {
    byte[] bytes = new byte[1 + random.nextInt(60)];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes).add(BigInteger.ONE);
  }

  private static Rational decimal(SplittableRandom random) {
    return Rational.of(new BigDecimal(whole(random), random.nextInt(0, 90)));
  }

  private static <E extends Enclosure> void holds(Kind<E> kind, Draw draw) {
    SplittableRandom random = new SplittableRandom(5);
    double closest = 0;
    for (int i = 0; i < NUMBERS; i++) {
      Rational number = draw.number(random);
      E converted = kind.numbers().of(number);
      Dyadic error = apart(kind, converted, number);
      Dyadic bound = scaled(kind.radius(converted), number);
      assertThat(error).as("%s of %s", converted, number).isLessThanOrEqualTo(bound);
      closest = Math.max(closest, error.over(bound));
    }
    assertThat(closest).isGreaterThan(0.1);
  }

  /// How far a number is from a rational, times the denominator.
  private static <E extends Enclosure> Dyadic apart(Kind<E> kind, E converted, Rational number) {
    return scaled(kind.middle(converted), number).minus(new Dyadic(number.numerator(), 0)).abs();
  }

  private static Dyadic scaled(Dyadic value, Rational number) {
    return value.times(new Dyadic(number.denominator(), 0));
  }

  @Test
  void whatFitsIsExact() {
    for (Kind<?> kind : KINDS) {
      isExact(kind, Rational.ZERO);
      isExact(kind, Rational.of(-12));
      isExact(kind, Rational.of(3, 8));
      isExact(kind, Rational.of(0x1.fffffffffffffp200));
      isExact(kind, Rational.of(0x1.fffffffffffffp-200));
    }
  }

  private static <E extends Enclosure> void isExact(Kind<E> kind, Rational number) {
    E converted = kind.numbers().of(number);
    assertThat(kind.radius(converted).signum()).isZero();
    assertThat(apart(kind, converted, number).signum()).isZero();
  }

  @Test
  void valuesOfADerivation() {
    for (Kind<?> kind : KINDS) {
      assertThat(kind.numbers().of(Value.of(Rational.HALF)).doubleValue()).isEqualTo(0.5);
      assertThat(kind.numbers().of(Value.of(0.1)).doubleValue()).isEqualTo(0.1);
      assertThat(kind.numbers().of(Value.of(0.1)).isNumber()).isTrue();
    }
  }

  /// What was too large for a double may well have a value.
  @ParameterizedTest
  @EnumSource(Cause.class)
  void undefinedValues(Cause cause) {
    for (Kind<?> kind : KINDS) {
      Enclosure converted = kind.numbers().of(new Value.Undefined(cause));
      assertThat(converted.isNumber()).isFalse();
      assertThat(converted.isUndefined()).isEqualTo(cause != Cause.TOO_LARGE);
      assertThat(converted.doubleValue()).isNaN();
    }
  }

  @Test
  void theNearestDoubleToAPlaceOrTwo() {
    KINDS.forEach(ConversionsTest::comesBack);
  }

  private static <E extends Enclosure> void comesBack(Kind<E> kind) {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < NUMBERS; i++) {
      E number = kind.drawn(Size.MODERATE, Accuracy.COARSE, random);
      Dyadic middle = kind.middle(number);
      double error = Dyadic.of(number.doubleValue()).minus(middle).abs().over(middle.abs());
      assertThat(error).isLessThan(0x1p-52);
    }
  }

  @Test
  void longNumbersBeyondDoubles() {
    LongBinaries numbers = LongBinaries.of(340);
    assertThat(Calculation.of(numbers, "exp(1000)").doubleValue()).isInfinite();
    assertThat(Calculation.of(numbers, "exp(-1000)").doubleValue()).isZero();
    assertThat(Calculation.of(numbers, "exp(-1000)").isApartFromZero()).isTrue();
  }
}
