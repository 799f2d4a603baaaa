package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the box at the top of a sheet says, and what it leaves out.
class GivenSectionTest {

  @Test
  void dataByRole() {
    assertThat(box(Sample.LINE + "derive dL/dw", false))
        .isEqualTo(
            """
            Given and agreed
            | Input: $x = 3$. Target: $y = 5$. Weight: $w = 2$. Bias: $b = 1$, _held fixed_.
            | All numbers are exact.\
            """);
  }

  @Test
  void pointsAndStepsOfALossOverThem() {
    assertThat(
            box(
                Sample.TWO_POINTS
                    + "loss over points mean\ndescend rate eta = 0.1 at one, then two",
                false))
        .isEqualTo(
            """
            Given and agreed
            | Input: $x$. Target: $y$. Weight: $w = 2$.
            | Point one: $x = 3$, $y = 5$.
            | Point two: $x = 1$, $y = 3$.
            | The loss of the whole task is the mean of the losses at the points.
            | Descent: rate $eta = 0.1$ at one, then two. A superscript as in $w^+$ marks a value \
            after the step.
            | All numbers are exact.\
            """);
  }

  @Test
  void factsFunctionsKinksNamesAndRounding() {
    assertThat(
            box(
                """
                input x in {0, 1}
                weight w, v
                function swish(u) = u*sigmoid(u)
                convention relu'(0) = 1
                z = w*x
                h = relu(z)
                loss L = swish(v*h)
                name d = -dL/dz
                given w = 0, v = 0
                at x = 1
                round 3
                derive dL/dw
                """,
                true))
        .isEqualTo(
            """
            Given and agreed
            | Input: $x = 1$. Weights: $w = v = 0$.
            | Known: $x$ ∈ {0, 1}.
            | Function: $swish(u) = u * sigmoid(u)$.
            | On a kink: $relu'(0) = 1$, where needed.
            | Names: $d := -dL/dz$.
            | Computed values are rounded before they are used, as by hand: every value to 3 decimal \
            places.\
            """);
  }

  @Test
  void directAndTotalDerivativesAreToldApart() {
    assertThat(
            box(
                """
                input x
                weight w, v
                z = w*x
                h = z^2
                p = v*h + z
                loss L = p^2
                derive dL/dw
                """,
                false))
        .isEqualTo(
            """
            Given and agreed
            | Input: $x$. Weights: $w$, $v$.
            | $dL/dz$ is the derivative along all paths; between neighbours, $dp/dz$ is the direct one: \
            all else in the definition of $p$ is held.\
            """);
  }

  @Test
  void numbersThatAreRoundedForPrint() {
    assertThat(box(Sample.LINE + "derive dL/dw", true))
        .endsWith("| Numbers behind ≈ are rounded for print; the calculation keeps all digits.");
  }

  @Test
  void abstractFunctionsAreOnlyNamed() {
    assertThat(
            box(
                """
                input x
                function g(u)
                loss L = g(x)
                derive dL/dx
                """,
                false))
        .isEqualTo(
            """
            Given and agreed
            | Input: $x$.
            | A differentiable function: $g(u)$.\
            """);
  }

  private static String box(String network, boolean rounded) {
    Sample sample = Sample.of(network);
    return Lines.of(new GivenSection(sample.problem(), sample.derivation()).section(rounded));
  }
}
