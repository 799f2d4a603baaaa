package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Steps with matrices: W - (1/2) (1, -1) (1, 1)ᵀ.
class ArrayDescentTest {

  @Test
  void oneStep() {
    Sample sample =
        Sample.of(Sample.LAYER_OF_TWO + "at x = [1, 1], y = [3, 1]\ndescend rate eta = 0.5");
    assertThat(sections(sample))
        .isEqualTo(
            """
            One descent step
            All gradients at the old values:
            - W^+ = W - eta * dL/dW = [1, 2; 0, 1] - 0.5 * [1, 1; -1, -1] = [0.5, 1.5; 0.5, 1.5]
            Forward with the new values:
            : z^+ = [0.5, 1.5; 0.5, 1.5] * [1, 1] + [1, -1] = [3, 1]
            : L^+ = 1/2 * norm2([3, 1] - [3, 1])^2 = 0
            The step lowers $L$ from $1$ to $0$.\
            """);
  }

  @Test
  void theRule() {
    assertThat(sections(Sample.of(Sample.LAYER + "descend rate eta")))
        .isEqualTo(
            """
            Descent step
            - W^+ = W - eta * dL/dW\
            """);
  }

  @Test
  void theChangeOfEachMember() {
    assertThat(sections(Sample.of(Sample.CHAIN + "descend rate eta")))
        .isEqualTo(
            """
            Descent step
            - Δw[k]
              = -eta * dE/dw[k]
              = -eta * dE/dz[k] * z[k-1] -- for $k = 1..L$\
            """);
  }

  @Test
  void absentWhereNoStepIsAskedFor() {
    assertThat(sections(Sample.of(Sample.LAYER + "derive dL/dW"))).isEmpty();
  }

  private static String sections(Sample sample) {
    NetworkSection network = new NetworkSection(sample.typed(), sample.numbering());
    return Lines.of(
        new ArrayDescent(sample.typed(), sample.figures()).sections(network.withMatrices()));
  }
}
