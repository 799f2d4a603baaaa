package gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiniteDifferenceTest {
  @Test
  void isAccurateWhereThereIsADerivative() {
    assertThat(FiniteDifference.atZero(h -> StrictMath.exp(1 + h)).orElseThrow())
        .isCloseTo(StrictMath.E, within(1e-11));
    assertThat(FiniteDifference.atZero(h -> 7).orElseThrow()).isZero();
    assertThat(FiniteDifference.atZero(h -> h * h).orElseThrow()).isCloseTo(0, within(1e-15));
  }

  @Test
  void refusesKinksJumpsAndHoles() {
    assertThat(FiniteDifference.atZero(StrictMath::abs)).isEmpty();
    assertThat(FiniteDifference.atZero(h -> StrictMath.max(0, h))).isEmpty();
    assertThat(FiniteDifference.atZero(h -> StrictMath.max(0, h + 3e-6))).isEmpty();
    assertThat(FiniteDifference.atZero(h -> h > 0 ? 1 : 0)).isEmpty();
    assertThat(FiniteDifference.atZero(StrictMath::log)).isEmpty();
  }
}
