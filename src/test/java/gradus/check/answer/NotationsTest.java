package gradus.check.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.check.sense.Convention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One network in the notations of several books; whether a line is right is known from the books.
final class NotationsTest {
  private static final Exercise TWO_LAYERS =
      Judged.exercise(
          """
          size d, m, c
          input  x : d
          target y : c one-hot
          weight W_1 : m x d
          weight W_2 : c x m
          bias b_1 : m
          bias b_2 : c
          z_1 = W_1 * x + b_1
          a_1 = tanh(z_1)
          z_2 = W_2 * a_1 + b_2
          a_2 = softmax(z_2)
          loss L = -sum(y .* log(a_2))
          """);

  private static final Exercise REGRESSION =
      Judged.exercise(
          """
          size n, d
          input X : n x d
          target y : n
          weight w : d
          bias b
          r = X*w + b - y
          loss L = 1/n * sum(r.^2)
          """);

  private static final Exercise LAYERS =
      Judged.exercise(
          """
          size L, n[k] for k in 0..L
          input x : n[0]
          target y : n[L]
          weight w[l] : n[l] x n[l-1] for l in 1..L
          bias b[l] : n[l] for l in 1..L
          a[0] = x
          z[l] = w[l] * a[l-1] + b[l] for l in 1..L
          a[l] = sigmoid(z[l]) for l in 1..L
          loss C = 1/2 * norm2(y - a[L])^2
          name delta[l] = dC/dz[l] for l in 1..L
          """);

  private static final Exercise NEURON =
      Judged.exercise(
          """
          input x_1, x_2
          target t
          weight w_1, w_2
          bias b
          z = w_1*x_1 + w_2*x_2 + b
          y = sigmoid(z)
          loss E = 1/2*(t-y)^2
          at x_1 = 1, x_2 = 2, t = 1
          given w_1 = 0.5, w_2 = -0.5, b = 0
          descend rate eta = 0.5
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          z^{[1]} = W^{[1]}x + b^{[1]}                                                       | correct
          a^{(2)} = \\mathrm{softmax}(z^{(2)})                                               | correct
          \\mathcal{L} = -\\sum_{i=1}^{c} y_i \\log a^{[2]}_i                                | correct
          \\frac{\\partial a_i^{[2]}}{\\partial z_j^{[2]}} = a_i^{[2]} (\\delta_{ij} - a_j^{[2]}) | correct
          \\frac{\\partial L}{\\partial W^{[2]}} = (a^{[2]} - y) (a^{[1]})^\\top             | correct
          \\frac{\\partial L}{\\partial W^2_{ij}} = (a_i^2 - y_i) a_j^1                      | correct
          \\frac{\\partial L}{\\partial W_{ij}^{[2]}} = (a_j^{[2]} - y_j) a_i^{[1]}          | correct
          \\nabla_{b^{[1]}} L = (W^{[2]})^T (a^{[2]} - y) \\odot (1 - (a^{[1]})^2)           | correct
          z^{[3]} = 0                                                                        | introduces
          """)
  void layersInBracketsAbove(String line, String verdicts) {
    assertThat(Judged.last(TWO_LAYERS, line)).startsWith(verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          L(w,b) = \\frac1n \\lVert Xw + b\\mathbf 1 - y\\rVert_2^2                                   | correct
          \\nabla_w L = \\frac{2}{n} X^\\top (Xw + b\\mathbf{1} - y)                         | correct
          \\frac{\\partial L}{\\partial b} = \\frac{2}{n} \\mathbf{1}^\\top r = \\frac{2}{n}\\sum_{i=1}^n r_i | correct correct
          \\frac{\\partial L}{\\partial w_j} = \\frac{2}{n} \\sum_{i=1}^n (x_i^\\top w + b - y_i) x_{ij} | correct
          \\frac{\\partial L}{\\partial w} = \\frac{1}{n} X^\\top r                          | wrong
          \\frac{\\partial L}{\\partial w} = \\frac{2}{n} X r                                | wrong(transpose)
          \\frac{\\partial L}{\\partial b} = \\sum_{i=1}^n r_i                                      | wrong(factor)
          """)
  void lettersForSizes(String line, String verdicts) {
    assertThat(Judged.last(REGRESSION, line)).startsWith(verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\delta^L = (a^L - y) \\odot \\sigma'(z^L)                                         | correct
          \\delta^l = ((w^{l+1})^T \\delta^{l+1}) \\odot \\sigma'(z^l)                       | correct
          \\frac{\\partial C}{\\partial b_j^l} = \\delta_j^l                                 | correct
          \\frac{\\partial C}{\\partial w_{jk}^l} = a_k^{l-1} \\delta_j^l                    | correct
          \\delta_j^l = \\sum_k w_{kj}^{l+1} \\delta_k^{l+1} \\sigma'(z_j^l)                 | correct
          \\sigma'(z_j^l) = a_j^l (1 - a_j^l)                                                | correct
          \\frac{\\partial C}{\\partial a_j^L} = (a_j^L - y_j)                               | correct
          \\frac{\\partial C}{\\partial w^l} = \\delta^l (a^{l-1})^T                         | correct
          \\frac{\\partial z_k^{l+1}}{\\partial z_j^l} = w_{kj}^{l+1} \\sigma'(z_j^l)        | correct
          \\delta^{L-1} = (w^L)^T \\delta^L \\odot a^{L-1} \\odot (1-a^{L-1})                | correct
          \\frac{\\partial C}{\\partial b^l} = \\delta^{l+1}                                 | undecided
          \\frac{\\partial C}{\\partial b^l} = -\\delta^l                                    | wrong
          """)
  void lettersForLayers(String line, String verdicts) {
    assertThat(Judged.last(LAYERS, line)).startsWith(verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          E = \\frac12 (t - out)^2                                                           | correct
          \\frac{\\partial E}{\\partial out} = -(t - out)                                    | correct
          \\frac{\\partial out}{\\partial net} = out(1 - out)                                | correct
          \\frac{\\partial E}{\\partial w_1} = \\frac{\\partial E}{\\partial out}\\frac{\\partial out}{\\partial net}\\frac{\\partial net}{\\partial w_1} = -0.6225 \\cdot 0.235 \\cdot 1 = -0.1463 | correct correct correct
          \\frac{\\partial net}{\\partial w_1} = x_1 w_1^{(1 - 1)}                           | correct
          E_{total} = \\frac12 (t - out)^2                                                   | correct
          E_{total} = \\frac12 (t + out)^2                                                   | undecided
          E_{o1} = 0.1937                                                                    | introduces
          w_1^{new} = 0.5 + 0.5 \\cdot 0.1463 = 0.5731                                       | correct correct
          """)
  void namesOfTheAnswersOwn(String line, String verdicts) {
    assertThat(
            Judged.last(
                NEURON,
                "net = w_1 x_1 + w_2 x_2 + b",
                "out = \\frac{1}{1+e^{-net}} = 0.3775",
                line))
        .isEqualTo(verdicts);
  }

  /// By hand: z = 1, h = 1, ∂L/∂w = 2, so w = -3/2 and z = -3 after the step.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          h = z^+ = 1                                                    | correct correct
          h = z^{+} = (z)^+                                              | correct correct
          z^+ = 1                                                        | correct
          z^+ = -3                                                       | noted
          z^+ = 2                                                        | wrong(factor)
          w^+ = w - \\eta \\frac{\\partial L}{\\partial w} = -1.5       | correct correct
          w^+ = 2                                                        | wrong(arithmetic)
          """)
  void aPlusAboveIsThePositivePartOrTheValueAfterTheStep(String line, String verdicts) {
    Exercise unit =
        Judged.exercise(
            """
            input x
            target y
            weight w
            z = w * x
            h = relu(z)
            loss L = 1/2 * (h - y)^2
            given w = 1/2
            at x = 2, y = 0
            descend rate eta = 1
            """);
    assertThat(Judged.last(unit, line)).isEqualTo(verdicts);
  }

  @Test
  void weightsTransposedThroughout() {
    String network =
        """
        size d, m, c
        input  x : d
        target y : c
        weight W[1] : m x d
        weight W[2] : c x m
        a[1] = W[1] * x
        h[1] = tanh(a[1])
        a[2] = W[2] * h[1]
        loss L = 1/2 * norm2(a[2] - y)^2
        """;
    String answer =
        """
        $$a^{(1)} = (W^{(1)})^T x, \\quad a^{(2)} = W^{(2)T} h^{(1)}$$

        $$\\frac{\\partial L}{\\partial h^{(1)}} = W^{(2)} (a^{(2)} - y)$$

        $$\\frac{\\partial L}{\\partial W^{(2)}} = h^{(1)} (a^{(2)} - y)^T$$
        """;
    CheckedAnswer checked = Judged.answer(Judged.exercise(network), answer);

    assertThat(checked.isRight()).isTrue();
    assertThat(checked.conventions()).containsExactly(Convention.WEIGHTS_TRANSPOSED);
  }

  /// All weights as one vector, and norms of every order; by hand: the derivative of |w|^p is p
  /// |w|^{p-1} sign(w), and w^3 is negative where |w|^3 is not.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\lVert w\\rVert_2^2 = \\sum_i w_i^2                                             | noted
          \\lVert w\\rVert_p^p = \\sum_i \\lvert w_i\\rvert^p                               | noted
          \\lVert w\\rVert_3^3 = \\sum_i w_i^3                                             | wrong(absolute)
          \\lVert w\\rVert_p^p = \\sum_i w_i^p                                             | wrong(absolute)
          \\lVert w\\rVert_q = \\left(\\sum_i \\lvert w_i\\rvert^q\\right)^{1/q}              | noted
          \\nabla_{w_i} \\lVert w\\rVert_4^4 = 4 w_i^3                                    | correct
          \\nabla_{w_i} \\lVert w\\rVert_4^4 = 4 w_i^2                                    | wrong(factor)
          \\nabla_w \\tilde{L} = \\nabla_w L + \\alpha \\nabla_w \\lVert w\\rVert_p^p           | correct
          \\nabla_w \\tilde{L} = \\nabla_w L + \\nabla_w \\lVert w\\rVert_p^p                 | wrong(factor)
          w \\leftarrow w - \\eta \\nabla_w L                                               | correct
          w \\leftarrow w + \\eta \\nabla_w L                                               | wrong(sign)
          """)
  void weightsAsOneVector(String line, String verdict) {
    Exercise layers =
        Judged.exercise(
            """
            input x
            target y
            weight W[1] : 2 x 1
            weight W[2] : 1 x 2
            h = relu(W[1] * x)
            loss L = (W[2] * h - y)^2
            descend rate eta
            """);
    assertThat(Judged.last(layers, "\\tilde{L} = L(w) + \\alpha \\lVert w\\rVert_p^p", line))
        .isEqualTo(verdict);
  }

  /// A right step from a wrong line is no second mistake; a second mistake is, unless it comes to
  /// what is right.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          = -(t - y) \\cdot y(1 - y) \\cdot x_1                | = -x_1 (t - y)\\, y (1 - y)   | correct
          = (t - y) \\cdot y(1 - y) \\cdot x_1                 | = x_1 (t - y)\\, y (1 - y)    | follows
          = (t - y) \\cdot y(1 - y) \\cdot x_1                 | = x_1 (t - y)\\, y (1 + y)    | wrong(sign)
          = (t - y) \\cdot y(1 - y) \\cdot x_1                 | = -x_1 (t - y)\\, y (1 - y)   | correct
          """)
  void rowsBelowAWrongOne(String second, String third, String verdict) {
    String rows =
        "\\frac{\\partial E}{\\partial w_1} &= \\frac{\\partial E}{\\partial y} y(1-y) x_1";
    assertThat(
            Judged.last(
                NEURON,
                "\\begin{aligned}"
                    + rows
                    + "\\\\ &"
                    + second
                    + "\\\\ &"
                    + third
                    + "\\end{aligned}"))
        .isEqualTo(verdict);
  }

  /// What holds for i ≠ j only is right where that is said; a condition that is not understood
  /// makes nothing wrong.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          -p_i p_j \\text{ for } i \\neq j              | correct
          -p_i p_j, \\quad i \\neq j                    | correct
          -p_i p_j \\quad (i \\ne j)                    | correct
          p_i (1 - p_j) \\quad \\text{if } i = j        | correct
          p_i p_j \\quad \\text{if } i \\ne j          | wrong(sign)
          -p_i p_j \\text{ for } i = 1, \\dots, c       | wrong(other)
          -p_i p_j                                       | wrong(other)
          0 \\text{ if } p_i = 0                         | undecided
          """)
  void conditions(String right, String verdict) {
    Exercise softmax =
        Judged.exercise(
            """
            size c
            weight z : c
            target y : c one-hot
            p = softmax(z)
            loss L = -dot(y, log(p))
            """);
    assertThat(Judged.last(softmax, "\\frac{\\partial p_i}{\\partial z_j} = " + right))
        .isEqualTo(verdict);
  }

  /// Members of a family of functions at letters for layers, and at the last layer.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          z_j^{(k)} = \\varphi_k(a_j^{(k)})                      | correct
          z_j^{(L)} = \\varphi^{(L)}(a_j^{(L)})                  | correct
          z_j^{[L]} = \\varphi_L(a_j^{[L]})                      | correct
          z_j^{(L)} = \\varphi_L(a_j^{(L-1)})                    | wrong
          """)
  void functionsOfLayers(String line, String verdict) {
    Exercise layers =
        Judged.exercise(
            """
            size L, n
            input x : n
            weight W[k] : n x n for k in 1..L
            function φ[k](a) for k in 1..L
            z[0] = x
            a[k] = W[k] * z[k-1] for k in 1..L
            z[k] = φ[k](a[k]) for k in 1..L
            loss E = norm2(z[L])^2
            """);
    assertThat(Judged.last(layers, line)).startsWith(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "0.70 \\cdot 1 = 0.75, wrong(arithmetic)",
    "0.70 \\cdot 1 = 0.70, correct",
    "0.70 \\cdot 1 = 0.7, correct",
    "0.3775 \\cdot 2 = 0.755, correct",
    "0.3775 \\cdot 2 = 0.76, correct"
  })
  void zerosAtTheEndAreDigitsToo(String line, String verdict) {
    assertThat(Judged.last(NEURON, line)).isEqualTo(verdict);
  }

  /// Far ahead in time h is near 1, and 1 - h² keeps few digits of a double: the judge decides.
  @Test
  void termsThatCancelAreJudgedWithMoreDigits() {
    Exercise recurrence =
        Judged.exercise(
            """
            size T, d, m
            input x[t] : d for t in 1..T
            input h_0 : m
            target y[t] : m for t in 1..T
            weight U : m x d
            weight W : m x m
            h[0] = h_0
            a[t] = U * x[t] + W * h[t-1] for t in 1..T
            h[t] = tanh(a[t]) for t in 1..T
            loss L = 1/2 * sum(t in 1..T, norm2(h[t] - y[t])^2)
            name delta[t] = dL/da[t] for t in 1..T
            """);
    assertThat(
            Judged.last(
                recurrence,
                "\\frac{\\partial L}{\\partial h^t} = W^\\top \\delta^{t+1} + \\frac{\\partial}"
                    + "{\\partial h^t}\\Bigl(\\frac12 \\sum_{s=1}^T \\|h^s - y^s\\|_2^2\\Bigr)"))
        .isEqualTo("noted");
  }

  /// Derivatives of three and four indices mean something in a chain only, whichever way round.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\frac{\\partial z^{[1]}}{\\partial W^{[1]}} \\frac{\\partial L}{\\partial z^{[1]}}  | noted
          \\frac{\\partial L}{\\partial z^{[1]}} \\frac{\\partial z^{[1]}}{\\partial W^{[1]}}  | noted
          \\left(\\frac{\\partial a^{[1]}}{\\partial W^{[1]}}\\right)^T \\frac{\\partial L}{\\partial a^{[1]}} | noted
          \\frac{\\partial z^{[2]}}{\\partial W^{[1]}} (a^{[2]} - y)                                | noted
          \\frac{\\partial L}{\\partial z^{[2]}} \\frac{\\partial z^{[2]}}{\\partial a^{[1]}} \\frac{\\partial a^{[1]}}{\\partial z^{[1]}} \\frac{\\partial z^{[1]}}{\\partial W^{[1]}} | noted
          \\frac{\\partial z^{[1]}}{\\partial W^{[1]}} \\frac{\\partial L}{\\partial a^{[1]}}  | wrong
          \\frac{\\partial L}{\\partial z^{[2]}} \\frac{\\partial z^{[2]}}{\\partial W^{[2]}}  | wrong
          \\frac{\\partial z^{[1]}}{\\partial W^{[1]}}                                              | undecided
          """)
  void chainsThroughDerivativesOfManyIndices(String right, String verdict) {
    String line = "\\frac{\\partial L}{\\partial W^{[1]}} = " + right;
    assertThat(Judged.last(TWO_LAYERS, line)).startsWith(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          z_i^{[1]} = \\sum_{j=1}^{d} W_{ij}^{[1]} x_j + b_i^{[1]}     | correct
          z_i^{[1]} = \\sum_{j=1}^{m} W_{ij}^{[1]} x_j + b_i^{[1]}     | wrong(index)
          z_i^{[2]} = \\sum_{j=1}^{d} W_{ij}^{[2]} a_j^{[1]} + b_i^{[2]} | wrong(other)
          """)
  void sumsThatStopEarlyOrRunPastTheEnd(String line, String verdict) {
    assertThat(Judged.last(TWO_LAYERS, line)).isEqualTo(verdict);
  }

  /// With two layers of the same width as data, k - 1 and k + 1 could pass for one another, and the
  /// layer behind for the last one.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\delta_j^k = \\varphi'(a_j^k) \\sum_{i=1}^{n_{k+1}} W_{ij}^{k+1} \\delta_i^{k+1} | correct
          \\delta_j^k = \\varphi'(a_j^k) \\sum_{i=1}^{n_{k-1}} W_{ij}^{k+1} \\delta_i^{k+1} | wrong
          \\delta^k = (W^{L})^T \\delta^{L} \\odot \\varphi'(a^k)                         | wrong
          z^{(1)} = \\varphi(a^{(1)}) = \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}                                          | correct correct
          a^{(1)}_1 = \\sum_{i=1}^{2} W_{1i}^{(1)} x_i                                        | correct
          """)
  void whatIsSaidOfAllLayersHoldsForAllSizes(String line, String verdicts) {
    Exercise layers =
        Judged.exercise(
            """
            size L, n[k] for k in 0..L
            input x : n[0]
            target y : n[L]
            weight W[k] : n[k] x n[k-1] for k in 1..L
            function φ(a)
            z[0] = x
            a[k] = W[k] * z[k-1] for k in 1..L
            z[k] = φ(a[k]) for k in 1..L
            loss E = 1/2 * norm2(z[L] - y)^2
            name delta[k] = dE/da[k] for k in 1..L
            at small: L = 2, n[0] = 2, n[1] = 2, n[2] = 2, φ = relu,
              x = [1, 2], y = [1, 0], W[1] = [1, 0; 0, 1], W[2] = [1, 1; 0, 1]
            """);
    assertThat(Judged.last(layers, line)).startsWith(verdicts);
  }

  /// With `a_2 <= 0` left out for `a_1 > 0`, nothing is said where both hold.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          h_2 = \\begin{cases} a_2 & a_2 > 0 \\\\ 0 & a_2 \\le 0 \\end{cases} | correct
          h_2 = \\begin{cases} a_2 & a_2 > 0 \\\\ 0 & a_1 \\le 0 \\end{cases} | wrong
          h_2 = \\begin{cases} a_2 & a_1 > 0 \\\\ 0 & a_1 \\le 0 \\end{cases} | wrong
          """)
  void casesThatLeaveSomethingOut(String line, String verdict) {
    Exercise layers =
        Judged.exercise(
            """
            input x
            target y
            weight w_1, w_2, w_3
            bias b_1, b_2
            a_1 = w_1 * x + b_1
            h_1 = relu(a_1)
            a_2 = w_2 * h_1 + b_2
            h_2 = relu(a_2)
            loss L = (w_3 * h_2 - y)^2
            """);
    assertThat(Judged.last(layers, line)).startsWith(verdict);
  }

  /// What p comes from has no number, p has.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          p = \\mathrm{softmax}(z) = (0.2, 0.5, 0.3)^T | correct noted
          p = \\mathrm{softmax}(z) = (0.2, 0.8, 0.3)^T | correct wrong
          p = \\mathrm{softmax}(2z) = (0.2, 0.5, 0.3)^T | wrong undecided
          """)
  void stepsFromWhatHasNoNumber(String line, String verdicts) {
    Exercise given =
        Judged.exercise(
            """
            input x : 2
            target y : 3 one-hot
            weight W : 3 x 2
            z = W * x
            p = softmax(z)
            loss L = -sum(y .* log(p))
            given p = [0.2, 0.5, 0.3], y = [0, 1, 0], x = [1, 2]
            """);
    assertThat(Judged.last(given, line).replaceAll("\\(.*?\\)", "")).isEqualTo(verdicts);
  }

  /// At t = 0 the signs of t do not matter, in the formula they do.
  @Test
  void aTargetThatIsZeroInTheDataIsNoReasonToTurnItsSign() {
    Exercise neuron =
        Judged.exercise(
            """
            input x
            target t in {0, 1}
            weight w
            p = sigmoid(w * x)
            loss L = binary_cross_entropy(t, p)
            given w = 1
            at x = 2, t = 0
            descend rate eta = 0.1
            """);
    String line = "\\left(\\frac{1-t}{1-p} - \\frac{t}{p}\\right) p (1-p) = ";
    assertThat(Judged.last(neuron, line + "p - t")).isEqualTo("correct");
    assertThat(Judged.last(neuron, line + "p + t")).startsWith("wrong");
  }
}
