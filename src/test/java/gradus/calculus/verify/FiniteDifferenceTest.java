package gradus.calculus.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.verify.FiniteDifference.Estimate;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FiniteDifferenceTest {
  @Test
  void isAccurateWhereThereIsADerivative() {
    assertThat(value(h -> StrictMath.exp(1 + h))).isCloseTo(StrictMath.E, within(1e-11));
    assertThat(value(h -> 7)).isZero();
    assertThat(value(h -> h * h)).isCloseTo(0, within(1e-15));
  }

  @Test
  void refusesKinksJumpsAndHoles() {
    assertThat(FiniteDifference.atZero(StrictMath::abs)).isEmpty();
    assertThat(FiniteDifference.atZero(h -> StrictMath.max(0, h))).isEmpty();
    assertThat(FiniteDifference.atZero(h -> StrictMath.max(0, h + 3e-6))).isEmpty();
    assertThat(FiniteDifference.atZero(h -> h > 0 ? 1 : 0)).isEmpty();
    assertThat(FiniteDifference.atZero(StrictMath::log)).isEmpty();
  }

  @Test
  void knowsHowFarOffItMayBe() {
    Estimate small = FiniteDifference.atZero(h -> (2 + h) * (2 + h)).orElseThrow();
    Estimate large = FiniteDifference.atZero(h -> (2 + h) * (2 + h) + 1e9).orElseThrow();
    assertThat(small.noise()).isLessThan(1e-10);
    assertThat(large.value()).isCloseTo(4, within(large.noise()));
  }

  private static double value(DoubleUnaryOperator f) {
    return FiniteDifference.atZero(f).orElseThrow().value();
  }
}
