package gradus.check.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Answers typed as plain text, as programs, in Unicode and as documents; each line is right or
/// wrong by hand calculation.
final class TypedHandInsTest {
  private static final Exercise SMALL =
      Judged.exercise(
          """
          input x
          target y
          weight w1, w2
          bias b1, b2
          z1 = w1*x + b1
          a1 = relu(z1)
          z2 = w2*a1 + b2
          loss L = 1/2*(z2 - y)^2
          given w1 = 0.5, b1 = 0, w2 = -1, b2 = 0.5
          at x = 2, y = 1
          descend rate eta = 0.1
          """);

  private static final Exercise LAYERS =
      Judged.exercise(
          """
          size n, m
          input x : n
          target y
          weight W1 : m x n
          bias b1 : m
          weight W2 : 1 x m
          bias b2
          z1 = W1*x + b1
          a1 = tanh(z1)
          z2 = W2*a1 + b2
          a2 = sigmoid(z2)
          loss L = binary_cross_entropy(y, a2)
          """);

  private static final Exercise LOGISTIC =
      Judged.exercise(
          """
          input x_1, x_2
          target t in {0, 1}
          weight w_1, w_2
          bias   b
          z = w_1 * x_1 + w_2 * x_2 + b
          p = sigmoid(z)
          loss L = binary_cross_entropy(t, p)
          given w_1 = 1, w_2 = -2, b = 1
          at x_1 = 2, x_2 = 1, t = 0
          descend rate eta = 0.1
          """);

  /// A line and a word for each of its links.
  private static List<String> verdicts(Exercise exercise, String text) {
    return Judged.answer(exercise, text).claims().stream()
        .map(claim ->
            claim.claim().line()
                + " "
                + claim.findings().stream()
                    .map(TypedHandInsTest::word)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static String word(Finding finding) {
    return finding.verdict().name().toLowerCase(Locale.ROOT);
  }

  @Test
  void proseBetweenTypedLinesIsNotRead() {
    assertThat(
            verdicts(
                SMALL,
                """
                Task 1: Forward pass. The loss will be 1.125.
                z1 = w1*x + b1 = 1, therefore a1 = max(0, z1) = 1
                So we get z2 = w2*a1 + b2 = -0.5, which is negative.
                Let d2 = dL/dz2 = z2 - y
                da1/dz1 = 1, because z1 = 1 > 0
                => dL/dw1 = d2 * w2 * relu'(z1) * x = 3
                dL/dw2 = -d2 * a1
                w1 <- w1 - eta*dL/dw1 = 0.2
                w2 -> w2 - eta*dL/dw2 = -0.85
                b1 <- b1 + eta*dL/db1
                The new bias is b2 = 0.65.
                """))
        .containsExactly(
            "2 correct correct",
            "2 correct correct",
            "3 correct correct",
            "4 introduces correct",
            "5 correct",
            "6 correct correct",
            "7 wrong",
            "8 correct correct",
            "9 correct correct",
            "10 wrong",
            "11 noted");
  }

  @Test
  void programsAreRead() {
    assertThat(
            verdicts(
                LAYERS,
                """
                ```python
                a1 = np.tanh(W1 @ x + b1)
                a2 = 1 / (1 + np.exp(-z2))
                dz2 = a2 - y   # the derivative of the loss
                dL/dz2 = dz2
                dL/dW2 = dz2 * a1.T
                dz1 = W2.T @ dz2 * (1 - a1**2)
                dL/dz1 = dz1
                dL/dW1 = dz1 @ x.T
                dL/dW1 = dz1 @ a1.T
                delta1 = W2.T * dz2 * (1 - a1**2)
                dL/db1 = delta1
                dL/db1 = -delta1
                ```
                """))
        .containsExactly(
            "2 correct",
            "3 correct",
            "4 correct",
            "5 correct",
            "6 correct",
            "7 noted",
            "8 correct",
            "9 correct",
            "10 wrong",
            "11 introduces",
            "12 noted",
            "13 wrong");
  }

  /// With its label put in the loss has one term; a term that vanishes there may still be wrong.
  @Test
  void aLabelMayBePutIn() {
    assertThat(
            verdicts(
                LOGISTIC,
                """
                L = -log(1-p) = 1.3133 (since t = 0)
                L = -log(p)
                dL/dp = -t/p + (1-t)/(1-p)
                dL/dp = t/p + (1-t)/(1-p)
                dL/dp = 1/(1-p)
                """))
        .containsExactly("1 noted correct", "2 wrong", "3 correct", "4 wrong", "5 noted");
  }

  @Test
  void numbersInAnUpdateMayBeRounded() {
    assertThat(verdicts(LOGISTIC, "$w_1 \\gets w_1 - 0.1 \\cdot 1.4621 = 0.8538$"))
        .containsExactly("1 introduces correct");
    assertThat(verdicts(LOGISTIC, "$w_1 \\gets w_1 + 0.1 \\cdot 1.4621$"))
        .containsExactly("1 wrong");
  }

  @Test
  void markdownIsReadInAllItsMarks() {
    assertThat(
            verdicts(
                LOGISTIC,
                """
                # Exercise, $1 each

                * First, $`\\frac{dL}{dz} = p - t`$, then \\\\(\\frac{dL}{dw_1} = (p-t) x_2\\\\)

                > $\\vec{w} \\to \\vec{w} - \\eta \\frac{dL}{d\\vec{w}}$

                \\\\[ \\frac{dL}{db} = t - p \\\\]
                """))
        .containsExactly("3 correct", "3 wrong", "5 correct", "7 wrong");
  }

  /// Where the task leaves the rate open, any number may stand for it.
  @Test
  void changesMayBeWrittenAsPrograms() {
    assertThat(
            verdicts(
                LAYERS,
                """
                dz2 = a2 - y
                dL/dz2 = dz2
                b2 -= 0.5 * dz2
                b2 -= lr * dz2
                b2 += 0.5 * dz2
                b2 -= 0.5 * (1 - dz2)
                """))
        .containsExactly("1 correct", "2 correct", "3 correct", "4 correct", "5 wrong", "6 wrong");
  }

  @Test
  void linesOfUnicodeStandBesideDisplays() {
    assertThat(
            verdicts(
                LOGISTIC,
                """
                $$ p = \\sigma(z) $$

                Die Ableitung der Sigmoidfunktion ∂ kennen wir.

                ∂L/∂z = p − t und ∂L/∂w₁ = (p − t)·x₁

                ∂L/∂w₂ = (p − t)·x₁

                ```
                ∂L/∂w₂ = 17
                ```
                """))
        .containsExactly("1 correct", "5 correct", "5 correct", "7 wrong");
  }

  @Test
  void documentsBringTheirCommands() {
    assertThat(
            verdicts(
                LOGISTIC,
                """
                \\documentclass{article}
                \\usepackage{physics}
                \\newcommand{\\grad}[2][L]{\\frac{\\partial #1}{\\partial #2}}
                \\begin{document}
                $\\pdv{L}{z} = p - t$, $\\grad{b} = t - p$, $\\grad[z]{w_1} = x_1$
                % $p = 17$
                \\end{document}
                """))
        .containsExactly("5 correct", "5 wrong", "5 correct");
  }
}
