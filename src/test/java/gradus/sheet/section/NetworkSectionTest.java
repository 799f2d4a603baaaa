package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.SheetForm;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The definitions in each form of the sheet.
class NetworkSectionTest {

  @Test
  void inMatrices() {
    assertThat(section(Sample.of(Sample.LAYER + "derive dL/dW")))
        .isEqualTo(
            """
            Network
            : (1) z = W * x + b
            : (2) L = 1/2 * norm2(z - y)^2\
            """);
  }

  @Test
  void inIndices() {
    assertThat(section(Sample.of(Sample.LAYER + "derive dL/dW", SheetForm.INDEX)))
        .isEqualTo(
            """
            Network
            : (1) z_{j} = sum(l in 1..d, W_{j,l} * x_{l}) + b_{j}
            : (2) L = 1/2 * sum(l in 1..c, (z_{l} - y_{l})^2)\
            """);
  }

  @Test
  void ofFamilies() {
    assertThat(section(Sample.of(Sample.CHAIN)))
        .isEqualTo(
            """
            Network
            : (1) z[0] = x
            : (2) z[k]
              = w[k] * z[k-1] -- for $k = 1..L$
            : (3) E = z[L]^2\
            """);
  }

  @Test
  void withTheNumbersOfThePass() {
    Sample sample = Sample.of(Sample.LAYER_OF_TWO + "at x = [1, 1], y = [3, 1]\nderive dL/dW");
    assertThat(Lines.of(network(sample).section(Optional.of(sample.matrixPass()))))
        .isEqualTo(
            """
            Forward pass
            : (1) z = W * x + b = [1, 2; 0, 1] * [1, 1] + [1, -1] = [4, 0]
            : (2) L = 1/2 * norm2(z - y)^2 = 1/2 * norm2([4, 0] - [3, 1])^2 = 1\
            """);
  }

  /// What is given has its value only.
  @Test
  void withAGivenIntermediate() {
    Sample sample =
        Sample.of(Sample.LAYER_OF_TWO + "at x = [1, 1], y = [3, 1], z = [5, 1]\nderive dL/dW");
    assertThat(Lines.of(network(sample).section(Optional.of(sample.matrixPass()))))
        .isEqualTo(
            """
            Forward pass
            : (1) z
              = [5, 1] -- given
            : (2) L = 1/2 * norm2(z - y)^2 = 1/2 * norm2([5, 1] - [3, 1])^2 = 2\
            """);
  }

  private static String section(Sample sample) {
    return Lines.of(network(sample).section(Optional.empty()));
  }

  private static NetworkSection network(Sample sample) {
    return new NetworkSection(sample.typed(), sample.numbering());
  }
}
