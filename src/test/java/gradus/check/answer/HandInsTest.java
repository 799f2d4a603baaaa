package gradus.check.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines as different courses write them; whether they are right is known by hand.
final class HandInsTest {
  private static final Exercise LOGISTIC =
      Judged.exercise(
          """
          input x_1, x_2
          target y in {0, 1}
          weight w_1, w_2
          bias b
          z = w_1*x_1 + w_2*x_2 + b
          a = sigmoid(z)
          loss L = -(y*log(a) + (1-y)*log(1-a))
          given w_1 = 0.5, w_2 = -1, b = 0.25
          at x_1 = 1, x_2 = 0.5, y = 1
          descend rate alpha = 0.1
          """);

  private static final Exercise SOFTMAX =
      Judged.exercise(
          """
          size n, c
          input x : n
          target y : c one-hot
          weight W : c x n
          z = W * x
          p = softmax(z)
          loss J = -sum(y .* log(p))
          """);

  private static final Exercise CONVOLUTION =
      Judged.exercise(
          """
          input x_1, x_2, x_3, x_4
          target t
          weight k_1, k_2
          a_1 = k_1*x_1 + k_2*x_2
          a_2 = k_1*x_2 + k_2*x_3
          a_3 = k_1*x_3 + k_2*x_4
          y = relu(a_1) + relu(a_2) + relu(a_3)
          loss L = 1/2*(y-t)^2
          given k_1 = 1, k_2 = -2
          at x_1 = 1, x_2 = 0, x_3 = -1, x_4 = 2, t = 3
          """);

  private static final Exercise CHAIN =
      Judged.exercise(
          """
          input x
          target y
          weight w_1, w_2, w_3
          h_1 = w_1*x
          h_2 = w_2*h_1
          o = w_3*h_2
          loss L = 1/2*(o - y)^2
          given w_1 = 2, w_2 = 1, w_3 = 3
          at x = 1, y = 5
          """);

  /// `dz`, `dw_1` for derivatives of the loss, once a line has shown that they are.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          dw_1 = x_1\\,dz                                | correct
          dw_2 = x_1\\,dz                                | wrong(index)
          db = dz                                        | correct
          db = a + y                                     | wrong
          z = w^T x + b                                  | correct
          z = w^T x - b                                  | wrong(sign)
          w = \\begin{pmatrix} 0.5 \\\\ -1 \\end{pmatrix}  | introduces
          w = \\begin{pmatrix} 0.5 \\\\ 1 \\end{pmatrix}   | wrong(sign)
          \\frac{\\partial \\ell}{\\partial z} = a - y       | correct
          a = \\sigma(s)                                 | undecided
          """)
  void derivativesByTheirD(String line, String verdict) {
    assertThat(Judged.last(LOGISTIC, "dz = \\frac{dL}{dz} = a - y", line)).startsWith(verdict);
  }

  @Test
  void derivativesByTheirDAreNotWrongBeforeThatIsShown() {
    assertThat(Judged.last(LOGISTIC, "da = a(1 - a)")).isEqualTo("undecided");
  }

  /// The index j is no label of the class, though the loss is J.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\frac{\\partial p_i}{\\partial z_j} = \\begin{cases} p_i(1-p_i) & i = j \\\\ -p_i p_j & i \\neq j \\end{cases} | correct
          \\frac{\\partial p_i}{\\partial z_j} = \\begin{cases} p_i(1-p_i) & i = j \\\\ p_i p_j & i \\neq j \\end{cases}  | wrong(sign)
          \\frac{\\partial J}{\\partial z_j} = p_j - y_j                                          | correct
          \\delta_i = p_i - y_i                                                                  | introduces
          """)
  void indexLettersLikeTheLoss(String line, String verdict) {
    assertThat(Judged.last(SOFTMAX, line)).isEqualTo(verdict);
  }

  /// A name introduced entry by entry; the same letters with another index may be another name.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\frac{\\partial J}{\\partial W_{ij}} = \\delta_i x_j                  | correct
          \\frac{\\partial J}{\\partial W_{ij}} = -\\delta_i x_j                 | wrong(sign)
          \\frac{\\partial J}{\\partial x_j} = \\sum_i W_{ij} \\delta_i           | correct
          \\frac{\\partial J}{\\partial x_j} = \\sum_{i=1}^c W_{ij} \\delta_i     | correct
          """)
  void namesEntryByEntry(String line, String verdict) {
    assertThat(Judged.last(SOFTMAX, "\\delta_i = p_i - y_i", line)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          J = -\\log p_k                                                                | noted
          J = \\log p_k                                                                 | wrong
          \\frac{\\partial J}{\\partial z_i} = \\begin{cases} p_i - 1 & i = k \\\\ p_i & i \\neq k \\end{cases} | noted
          \\frac{\\partial J}{\\partial z_i} = \\begin{cases} 1 - p_i & i = k \\\\ p_i & i \\neq k \\end{cases} | wrong
          """)
  void theClassOfTheTarget(String line, String verdict) {
    CheckedAnswer told =
        Judged.answer(SOFTMAX, "Let $k$ be the correct class.\n\n$$" + line + "$$\n");
    assertThat(words(told)).startsWith(verdict);
    String alone = Judged.last(SOFTMAX, line);
    assertThat(alone).startsWith(verdict.equals("noted") ? "undecided" : verdict);
  }

  private static String words(CheckedAnswer answer) {
    return answer.claims().stream()
        .flatMap(claim -> claim.findings().stream())
        .map(Judged::word)
        .collect(Collectors.joining(" "));
  }

  /// Names that are counted run as far as they are counted; beyond, there may be zeros.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          a_i = \\sum_{j=1}^2 k_j x_{i+j-1}                                                              | correct
          \\frac{\\partial L}{\\partial a_i} = (y - t) \\mathbf{1}_{\\{a_i > 0\\}}                         | correct
          \\frac{\\partial L}{\\partial k_j} = \\sum_i \\frac{\\partial L}{\\partial a_i} x_{i+j-1}         | correct
          \\frac{\\partial L}{\\partial k_j} = \\sum_{i=1}^3 \\frac{\\partial L}{\\partial a_i} x_{i-j+1}   | wrong
          \\frac{\\partial L}{\\partial x_m} = \\sum_{j=1}^2 \\frac{\\partial L}{\\partial a_{m-j+1}} k_j   | noted
          a = \\begin{pmatrix} 1 \\\\ 2 \\\\ -5 \\end{pmatrix}                                            | correct
          a = \\begin{pmatrix} 1 \\\\ -2 \\\\ -5 \\end{pmatrix}                                           | wrong(sign)
          """)
  void countedNames(String line, String verdict) {
    assertThat(Judged.last(CONVOLUTION, line)).startsWith(verdict);
  }

  /// With the numbers put in, h_1 = 2, h_2 = 2, o - y = 1.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\frac{\\partial L}{\\partial w_3} = (o - y) \\cdot 2              | correct
          \\frac{\\partial L}{\\partial w_3} = 1 \\cdot h_2                  | correct
          \\frac{\\partial L}{\\partial w_2} = 3 \\cdot h_1                  | correct
          \\frac{\\partial L}{\\partial w_2} = (o - y) w_3 h_1 = w_3 \\cdot 2 | correct correct
          \\frac{\\partial L}{\\partial w_2} = (o - y) \\cdot 3 \\cdot h_2    | wrong(other)
          \\frac{\\partial L}{\\partial w_2} = (o - y) \\cdot 3 \\cdot w_1    | correct
          \\frac{\\partial L}{\\partial w_3} = (o - y) \\cdot 2 \\cdot w_2    | correct
          \\frac{\\partial o}{\\partial w_2} = 3 \\cdot h_2                   | wrong(other)
          \\frac{\\partial o}{\\partial w_2} = 3 \\cdot h_1                   | correct
          h_2 = 1 \\cdot h_1                                               | correct
          h_2 = 2 \\cdot h_1                                               | wrong(factor)
          \\frac{\\partial L}{\\partial w_2} = (o - y) \\cdot 3 \\cdot w_3    | wrong(other)
          """)
  void numbersOfTheDataByChance(String line, String verdict) {
    assertThat(Judged.last(CHAIN, line)).isEqualTo(verdict);
  }

  @Test
  void cellsInBraces() {
    assertThat(
            Judged.last(
                CHAIN,
                "\\begin{array} { r l } & { h _ { 1 } = w _ { 1 } x } \\\\ & { h _ { 2 } ="
                    + " \\left\\{ \\begin{array} { l l } { w _ { 2 } h _ { 1 } } & { w _ { 2 } h _"
                    + " { 1 } > 0 } \\\\ { h _ { 2 } } & { \\mathrm { o t h e r w i s e } }"
                    + " \\end{array} \\right. } \\end{array}"))
        .isEqualTo("correct");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          dL/dw3 = (o - y)*h2                  | correct
          dL/dw_2 = (o-y) w3 h1                | correct
          dL/dw1 = (o - y)*w3*w2*h1            | wrong(factor)
          h1 = w1*x = 2                        | correct correct
          """)
  void typedNamesWithNumbers(String line, String verdict) {
    assertThat(words(Judged.answer(CHAIN, line))).startsWith(verdict);
  }

  /// What goes on behind words may be said of them.
  @Test
  void aChainThatGoesOnBehindWords() {
    CheckedAnswer answer =
        Judged.answer(
            LOGISTIC,
            "$$z = w_1 x_1 + w_2 x_2 + b$$\n\n"
                + "The slope $= \\frac{da}{dz} = a(1 - a)$, not $= a$.\n");
    assertThat(words(answer)).isEqualTo("correct undecided correct undecided");
  }

  @Test
  void powersOfAnyDegree() {
    Exercise norm =
        Judged.exercise(
            """
            size n
            weight w : n
            constant p >= 1
            loss L = sum(i in 1..n, abs(w_i)^p)^(1/p)
            """);
    assertThat(
            Judged.last(
                norm,
                "L = \\|w\\|_p",
                "\\frac{\\partial L}{\\partial w_j} = \\frac{|w_j|^{p-1} \\mathrm{sign}(w_j)}"
                    + "{\\|w\\|_p^{p-1}}"))
        .isEqualTo("correct");
  }

  /// `\overline{y}` for the derivative of the loss, where that makes the first line right; a part
  /// of the loss is no mistake.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\overline{z} = \\overline{y}\\,\\frac{dy}{dz} = \\overline{y}\\,\\sigma'(z)   | correct correct
          \\overline{z} = \\overline{y}\\,\\frac{dy}{dz} = \\overline{y}\\,\\sigma(z)    | correct wrong
          \\overline{w} = \\overline{z} x + \\lambda w                                | correct
          \\overline{w} = \\overline{z} x + \\lambda                                  | wrong
          L_{data} = \\frac12 (y - t)^2                                               | introduces
          L_{reg} = \\frac12 (y - t)^2 + \\frac{\\lambda}{2} w^2                       | correct
          """)
  void derivativesUnderABar(String line, String verdict) {
    Exercise unit =
        Judged.exercise(
            """
            input x
            target t
            weight w
            constant λ
            z = w*x
            y = sigmoid(z)
            loss L = 1/2*(y - t)^2 + λ/2*w^2
            descend rate eta
            """);
    assertThat(Judged.last(unit, "\\overline{y} = y - t", line)).startsWith(verdict);
  }

  /// The letter of a unit is no number of a layer; what may be meant otherwise is not wrong.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          a_j = \\sum_{i=1}^{D} w_{ji}^{(1)} x_i                            | undecided
          \\frac{\\partial E}{\\partial w_{kj}^{(2)}} = \\delta_k z_j         | undecided
          \\frac{\\partial E}{\\partial z_j} = \\sum_k (y_k - t_k) w_{kj}^{(2)}   | correct
          \\frac{\\partial E}{\\partial z_j} = \\sum_k (y_k - t_k) w_{kj}^{(1)}   | wrong
          """)
  void unitsByTheirLetters(String line, String verdict) {
    Exercise layers =
        Judged.exercise(
            """
            size D, M, K
            input x : D
            target t : K
            weight w[1] : M x D
            weight w[2] : K x M
            a[1] = w[1] * x
            z = tanh(a[1])
            a[2] = w[2] * z
            y = a[2]
            loss E = 1/2 * norm2(y - t)^2
            """);
    assertThat(
            Judged.last(
                layers,
                "\\delta_k \\equiv \\frac{\\partial E}{\\partial a_k}",
                "\\delta_j \\equiv \\frac{\\partial E}{\\partial a_j}",
                line))
        .startsWith(verdict);
  }

  /// δ of the last layer introduced first, then that of the one before.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\frac{\\partial C}{\\partial w_{jk}^l} = a_k^{l-1} \\delta_j^l                              | correct
          \\frac{\\partial C}{\\partial w_{jk}^l} = a_k^{l-1} \\delta_k^l                              | wrong
          \\frac{\\partial C}{\\partial w^1_{31}} = (\\delta_1^2 w_{13}^2 + \\delta_2^2 w_{23}^2) \\sigma'(z_3^1) x_1 | correct
          """)
  void deltasOfLayers(String line, String verdict) {
    Exercise layers =
        Judged.exercise(
            """
            size L = 2
            input x : 2
            target y : 2
            weight w[1] : 3 x 2
            weight w[2] : 2 x 3
            a[0] = x
            z[l] = w[l]*a[l-1] for l in 1..2
            a[l] = sigmoid(z[l]) for l in 1..2
            loss C = 1/2*sum(j in 1..2, (y_j - a[2]_j)^2)
            """);
    assertThat(
            Judged.last(
                layers,
                "\\delta_j^L = (a_j^L - y_j) \\sigma'(z_j^L)",
                "\\delta_j^1 = \\sum_k w_{kj}^2 \\delta_k^2 \\sigma'(z_j^1)",
                line))
        .startsWith(verdict);
  }

  /// Sums over the points of the data are not judged as sums over entries.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          L = \\frac12 \\sum_{i=1}^{2} (w x_i - y_i)^2              | undecided
          w - \\eta \\frac{\\partial L}{\\partial w} = 0 + 0.7       | correct
          w - \\eta \\frac{\\partial L}{\\partial w} = 0 - 0.7       | wrong(sign)
          """)
  void pointsOfTheData(String line, String verdict) {
    Exercise points =
        Judged.exercise(
            """
            input x
            target y
            weight w
            p = w*x
            loss L = (p - y)^2
            loss over points mean
            given w = 0
            at x = 1, y = 3
            at x = 2, y = 2
            descend rate eta = 0.1
            """);
    assertThat(Judged.last(points, line)).startsWith(verdict);
  }

  /// The x of σ(x) is anything in that chain, though x_0 and x_1 are inputs.
  @Test
  void theArgumentOfAFunctionIsNoVector() {
    assertThat(
            Judged.last(
                LOGISTIC,
                "\\frac{d\\sigma(x)}{dx} = \\frac{e^{-x}}{(1+e^{-x})^2} = (1-\\sigma(x))\\sigma(x)",
                "z = w^T x + b"))
        .isEqualTo("correct");
  }

  /// By hand: S = e + e² + e³ = 30.1929, p = (0.0900, 0.2447, 0.6652).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          p_2 = \\frac{e^2}{30.19} = 0.2447         | correct noted
          L = -\\ln p_2 = -\\ln 0.2447 = 1.4076     | noted correct correct
          L = -\\ln p_3                             | wrong
          z_3^{+} = 3 - 0.067                       | correct
          z_3^{+} = 3 + 0.067                       | wrong(sign)
          """)
  void numbersOfTheAnswersOwn(String line, String verdict) {
    Exercise classes =
        Judged.exercise(
            """
            target y : 3 one-hot
            weight z : 3
            p = softmax(z)
            loss L = -sum(y .* log(p))
            given z = [1, 2, 3]
            at y = [0, 1, 0]
            descend rate eta = 0.1
            """);
    assertThat(Judged.last(classes, "S = e^1 + e^2 + e^3 = 30.19", line)).startsWith(verdict);
  }

  /// By hand: z = (4, -1), so h_2 and its derivatives are 0.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          h = \\mathrm{ReLU}(z) = [4, 0]^T                                                         | correct noted
          \\frac{\\partial L}{\\partial w_3} = \\frac{\\partial L}{\\partial w_4} = 0                   | correct correct
          \\frac{\\partial L}{\\partial w_1} = \\frac{\\partial L}{\\partial w_3} = 0                   | wrong
          """)
  void severalNamesAtOnce(String line, String verdict) {
    Exercise units =
        Judged.exercise(
            """
            input x_1, x_2
            target y
            weight w_1, w_2, w_3, w_4
            z_1 = w_1*x_1 + w_2*x_2
            z_2 = w_3*x_1 + w_4*x_2
            h_1 = relu(z_1)
            h_2 = relu(z_2)
            loss L = 1/2*(h_1 + h_2 - y)^2
            given w_1 = 1, w_2 = 2, w_3 = -1, w_4 = 1
            at x_1 = 2, x_2 = 1, y = 1
            """);
    assertThat(Judged.last(units, line)).startsWith(verdict);
  }
}
