package gradus.check.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Derivatives by what the network has no name for; by hand, with the chain rule.
final class OwnNodesTest {
  private static final Exercise NEURON =
      Judged.exercise(
          """
          input x_1, x_2
          target t
          weight w_1, w_2, v
          bias b
          z = w_1*x_1 + w_2*x_2 + b
          h = tanh(z)
          y = sigmoid(v*h)
          loss E = 1/2*(t-y)^2 + v^2
          """);

  private static final Exercise BATCH =
      Judged.exercise(
          """
          size n, d, m
          input X : n x d
          target Y : n x m
          weight W : d x m
          bias b : m
          loss L = 1/n * norm2(X*W + b' - Y)^2
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\frac{\\partial E}{\\partial u} = u                                                    | correct
          \\frac{\\partial E}{\\partial u} = -u                                                   | wrong(sign)
          \\frac{\\partial E}{\\partial y} = \\frac{\\partial E}{\\partial u} \\frac{\\partial u}{\\partial y} = u | correct correct
          \\frac{\\partial E}{\\partial q} = u y (1-y)                                            | correct
          \\frac{\\partial y}{\\partial q} = \\sigma'(q)                                           | correct
          \\frac{\\partial E}{\\partial v} = \\frac{\\partial E}{\\partial q} \\frac{\\partial q}{\\partial v} + 2v | correct
          \\frac{\\partial E}{\\partial v} = \\frac{\\partial E}{\\partial q} \\frac{\\partial q}{\\partial v}  | wrong(path)
          \\frac{\\partial E}{\\partial s} = \\frac{\\partial E}{\\partial z}                         | correct
          \\frac{\\partial s}{\\partial w_1} = x_1                                                | correct
          \\frac{\\partial s}{\\partial w_1} = x_2                                                | wrong(index)
          \\frac{\\partial E}{\\partial (w_1 x_1)} = \\frac{\\partial E}{\\partial s}                 | correct
          \\frac{\\partial z}{\\partial q} = 0                                                    | correct
          r = e^{-q}, \\; \\frac{\\partial r}{\\partial q} = -r                                    | introduces correct
          r = e^{-q}, \\; \\frac{\\partial y}{\\partial r} = -2                                    | introduces undecided
          """)
  void partsOfDefinitions(String line, String verdicts) {
    assertThat(Judged.last(NEURON, "u = y - t", "s = w_1 x_1 + w_2 x_2", "q = v h", line))
        .isEqualTo(verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\frac{\\partial L}{\\partial Z} = \\frac{2}{n} (Z - Y)                         | correct
          \\frac{\\partial L}{\\partial Z_{ij}} = \\frac{2}{n} (Z_{ij} - Y_{ij})          | correct
          \\frac{\\partial L}{\\partial Z} = 2 (Z - Y)                                   | wrong(factor)
          \\frac{\\partial L}{\\partial W} = X^T \\frac{\\partial L}{\\partial Z}           | correct
          \\frac{\\partial L}{\\partial W} = X \\frac{\\partial L}{\\partial Z}             | wrong(transpose)
          \\frac{\\partial L}{\\partial b} = (\\frac{\\partial L}{\\partial Z})^T \\mathbf{1} | correct
          \\frac{\\partial L}{\\partial Z_{11}} = \\frac{2}{n} (Z_{11} - Y_{11})          | correct
          """)
  void matrices(String line, String verdict) {
    assertThat(Judged.last(BATCH, "Z = XW + \\mathbf{1} b^T", line)).isEqualTo(verdict);
    assertThat(Judged.last(BATCH, "Z = XW + b", line)).isEqualTo(verdict);
  }
}
