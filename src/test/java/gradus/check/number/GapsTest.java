package gradus.check.number;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.tape.Elementary;
import gradus.expr.Rational;
import gradus.expr.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// How much smaller one term of a sum was than the other is remembered; how much smaller the
/// corrections on the way to a function were is not.
class GapsTest {
  private static final Rational SMALL = new Rational(Rational.ONE.numerator(), power(40));
  private static final Rational THIRD = Rational.of(new BigDecimal("0." + "3".repeat(60)));

  private static final Set<Elementary> OF_ONE_STEP =
      EnumSet.of(Elementary.EXP, Elementary.LOG, Elementary.SQRT, Elementary.SIN, Elementary.COS);

  private static List<Kind<?>> kinds() {
    return List.of(new ShortKind(), new LongKind(340));
  }

  private static BigInteger power(int bits) {
    return BigInteger.ONE.shiftLeft(bits);
  }

  @Test
  void ofSums() {
    for (Kind<?> kind : kinds()) {
      assertThat(after(kind, numbers -> sum(numbers, Rational.ONE, SMALL))).isBetween(39, 41);
      assertThat(after(kind, numbers -> sum(numbers, SMALL, Rational.of(-1)))).isBetween(39, 41);
      assertThat(after(kind, numbers -> sum(numbers, SMALL, SMALL))).isZero();
      assertThat(after(kind, numbers -> sum(numbers, Rational.ZERO, SMALL))).isZero();
    }
  }

  @Test
  void theWidestCountsUntilItIsForgotten() {
    for (Kind<?> kind : kinds()) {
      Enclosures<?> numbers = kind.numbers();
      sum(numbers, Rational.ONE, SMALL);
      sum(numbers, Rational.ONE, Rational.ONE);
      assertThat(numbers.widestGap()).isBetween(39, 41);
      numbers.forgetGaps();
      assertThat(numbers.widestGap()).isZero();
    }
  }

  /// The bits of sixty digits; they stay.
  @Test
  void ofConstantsThatAreRounded() {
    for (Kind<?> kind : kinds()) {
      assertThat(after(kind, numbers -> numbers.of(THIRD))).isBetween(198, 200);
      kind.numbers().forgetGaps();
      assertThat(kind.numbers().widestGap()).isBetween(198, 200);
    }
    assertThat(after(new LongKind(340), numbers -> numbers.of(SMALL))).isZero();
    assertThat(after(new ShortKind(), numbers -> numbers.of(SMALL))).isZero();
  }

  /// Which may nearly cancel; those of a task, and powers of ten, are short.
  @Test
  void ofLongConstantsTogether() {
    Rational digits = Rational.of(1_234_567_890_123L);
    for (Kind<?> kind : kinds()) {
      assertThat(after(kind, numbers -> constants(numbers, "3", "1/4", "12345678"))).isZero();
      assertThat(after(kind, numbers -> constants(numbers, "1e18"))).isZero();
    }
    for (Kind<?> kind : kinds()) {
      assertThat(after(kind, numbers -> numbers.of(Value.of(digits)))).isEqualTo(41);
      assertThat(after(kind, numbers -> numbers.of(Value.of(digits)))).isEqualTo(82);
    }
  }

  private static void constants(Enclosures<?> numbers, String... typed) {
    for (String constant : typed) {
      Calculation.of(numbers, constant);
    }
  }

  @Test
  void notOfFunctions() {
    for (Elementary function : OF_ONE_STEP) {
      for (Kind<?> kind : kinds()) {
        assertThat(after(kind, numbers -> at(numbers, function))).as("%s", function).isLessThan(4);
      }
    }
  }

  private static int after(Kind<?> kind, Consumer<Enclosures<?>> work) {
    work.accept(kind.numbers());
    int gap = kind.numbers().widestGap();
    kind.numbers().forgetGaps();
    return gap;
  }

  private static <E extends Enclosure> void sum(Enclosures<E> numbers, Rational a, Rational b) {
    numbers.plus(numbers.of(a), numbers.of(b));
  }

  private static <E extends Enclosure> void at(Enclosures<E> numbers, Elementary function) {
    numbers.at(function, numbers.of(Rational.of(7, 3)));
    numbers.reciprocal(numbers.of(Rational.of(7)));
  }
}
