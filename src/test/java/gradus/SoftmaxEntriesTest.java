package gradus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The entries of softmax in a loss that does not use them all, and of two softmaxes of one vector;
/// where all weights are equal, the values are fractions that a hand can calculate.
class SoftmaxEntriesTest {
  /// With p = (1/3, 1/3, 1/3), ∂(p_2 p_1)/∂w_k = p_1 p_2 ([k = 1] + [k = 2] - 2 p_k).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p = softmax(w)                | p_2 * p_1
          p = softmax(w)\\nu = softmax(w) | p_2 * u_1
          p = softmax(w)\\nu = softmax(w) | u_1 * p_2
          """)
  void anEntryThatTheLossDoesNotUse(String softmaxes, String loss) {
    String network =
        "weight w : 3\n"
            + softmaxes.replace("\\n", "\n")
            + "\nloss L = "
            + loss
            + "\ngiven w = [0; 0; 0]";
    assertGradient(network, 1 / 27.0, 1 / 27.0, -2 / 27.0);
  }

  /// With v = u = (1/2, 1/2), ∂L/∂w_1 = 2 v_1 · 1/4 - 3 u_2² · 1/4.
  @ParameterizedTest
  @EnumSource(SheetForm.class)
  void twoSoftmaxesOfOneVector(SheetForm form) {
    String network =
        """
        weight w : 2
        v = softmax(w)
        u = softmax(w)
        loss L = v_1^2 + u_2^3
        given w = [0; 0]
        """;
    assertThat(Gradus.solve("network", network, form).diagnostics()).isEmpty();
    assertGradient(network, 1 / 16.0, -1 / 16.0);
  }

  private static void assertGradient(String network, double... expected) {
    Solution solution = Gradus.solve("network", network).solution().orElseThrow();
    for (int i = 0; i < expected.length; i++) {
      assertThat(solution.value("dL/dw_{" + (i + 1) + "}").doubleValue())
          .isCloseTo(expected[i], within(1e-15));
    }
  }
}
