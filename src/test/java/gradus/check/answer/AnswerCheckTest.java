package gradus.check.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines of answers and what is to be said of each of their links; the values are worked out by
/// hand: `z_1 = 3/2`, `h = 3/2`, `z_2 = 3`, `L = 4`, `∂L/∂z_2 = 4`, `∂L/∂w_1 = 8`.
final class AnswerCheckTest {
  private static final Exercise CHAIN =
      Judged.exercise(
          """
          input x
          target y
          weight w_1, w_2
          bias b frozen
          z_1 = w_1 * x + b
          h = relu(z_1)
          z_2 = w_2 * h
          loss L = (y - z_2)^2
          given w_1 = 3/2, w_2 = 2, b = 0
          at x = 1, y = 1
          descend rate eta = 0.1
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          z_1 = w_1 x + b                                             | correct
          z_1 = w_1 x                                                 | noted
          h = \\max(0, z_1) = z_1 \\cdot \\mathbb{1}[z_1 > 0]         | correct correct
          h = (z_1)^+ = \\text{ReLU}(z_1)                             | correct correct
          L = (z_2 - y)^2 = \\lVert y - z_2 \\rVert^2                           | correct correct
          \\frac{\\partial L}{\\partial z_2} = -2(y - z_2)            | correct
          \\frac{dL}{dw_2} = \\frac{dL}{dz_2} \\frac{dz_2}{dw_2} = 2 (z_2 - y) h | correct correct
          \\frac{\\partial L}{\\partial w_1} = \\frac{\\partial L}{\\partial z_2} w_2 \\begin{cases} x & z_1 \\geq 0 \\\\ 0 & \\text{else} \\end{cases} | correct
          \\nabla_{w_2} L = 2 (z_2 - y) h                             | correct
          \\frac{\\partial L}{\\partial z_2} = 2 (3 - 1) = 4          | correct correct
          z_2 = 2 \\cdot 1.5 = 3                                      | correct correct
          w_1 = w_1 - \\eta \\frac{\\partial L}{\\partial w_1} = 1.5 - 0.1 \\cdot 8 = 0.7 | noted correct correct
          w_1^{+} = 0.7                                               | correct
          w_1' = w_1 - \\eta \\frac{\\partial L}{\\partial w_1}       | correct
          w_1^{new} \\leftarrow 1.5 - 0.1 \\cdot 8                    | correct
          z_1 = 1.5                                                   | correct
          w_1 = 1.5                                                   | introduces
          x = 1, \\quad y = 1                                         | introduces introduces
          \\delta = \\frac{\\partial L}{\\partial z_2}                | introduces
          1/3 = 0.333                                                 | correct
          \\frac{\\partial q}{\\partial z} = 3                        | undecided
          """)
  void rightLines(String line, String verdicts) {
    assertThat(Judged.last(CHAIN, line)).isEqualTo(verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\delta_2 = \\frac{\\partial L}{\\partial z_2} | \\frac{\\partial L}{\\partial w_2} = \\delta_2 h | correct
          \\sigma(z) = \\max(0, z)                       | h = \\sigma(z_1)                                 | correct
          \\hat y = z_2                                  | L = (\\hat{y} - y)^2                             | correct
          z_1 = 1.6                                      | h = 1.6                                          | follows
          \\frac{\\partial L}{\\partial z_2} = 2(y - z_2) | \\frac{\\partial L}{\\partial w_2} = 2(y - z_2) h | follows
          """)
  void linesThatRestOnOthers(String before, String line, String verdicts) {
    assertThat(Judged.last(CHAIN, before, line)).isEqualTo(verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          w_1 = w_2
          z_2 = w_1 h
          \\frac{\\partial L}{\\partial z_2} = 2 (y - z_2)
          \\frac{\\partial L}{\\partial w_2} = 2 (z_2 - y) x
          \\frac{\\partial L}{\\partial w_1} = 7
          1.5 - 0.1 \\cdot 8 = 0.8
          z_2 = 2.9
          h = z_1
          """)
  void wrongLines(String line) {
    assertThat(Judged.last(CHAIN, line)).startsWith("wrong");
  }

  private static final Exercise UPSTREAM =
      Judged.exercise(
          """
          quantity E, F
          input u
          weight w, v
          s = w*u
          t = v*u
          given dE/ds = 2
          derive dE/dw
          at u = 3, w = 2, v = 1
          """);

  /// What a derivative is that nothing says anything about, nobody knows: it is not zero.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\frac{\\partial E}{\\partial w} = 6                                       | correct
          \\frac{\\partial E}{\\partial w} = 2 u                                     | correct
          \\frac{\\partial E}{\\partial w} = 0                                       | wrong
          \\frac{\\partial E}{\\partial t} = 0                                       | undecided
          \\frac{\\partial E}{\\partial v} = 0                                       | undecided
          \\frac{\\partial E}{\\partial v} = 5                                       | undecided
          \\frac{\\partial E}{\\partial v} = \\frac{\\partial E}{\\partial t} u | correct
          \\frac{\\partial E}{\\partial u} = 2 w                                     | undecided
          \\frac{\\partial F}{\\partial w} = 0                                       | undecided
          \\frac{\\partial F}{\\partial s} = 1                                       | undecided
          \\frac{\\partial w}{\\partial v} = 0                                       | correct
          """)
  void derivativesOfWhatNothingDefines(String line, String verdict) {
    assertThat(Judged.last(UPSTREAM, line)).startsWith(verdict);
  }
}
