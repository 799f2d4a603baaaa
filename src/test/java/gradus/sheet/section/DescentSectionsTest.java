package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Steps by hand; from w = 2, b = 1 at x = 3, y = 5.
class DescentSectionsTest {

  @Test
  void oneStep() {
    assertThat(steps(Sample.LINE + "descend rate eta = 0.1", true))
        .isEqualTo(
            """
            One descent step
            All gradients at the old values: $w^+ = w - eta * dL/dw$, $eta = 0.1$.
            | parameter | old | gradient | new
            | $w$ | $2$ | $6$ | $2 - 0.1 * 6 = 1.4$
            Loss after the step
            : p^+ = 1.4 * 3 + 1 = 5.2
            : L^+ = (5.2 - 5)^2 / 2 = 0.02
            The step lowers $L$ from $2$ to $0.02$.\
            """);
  }

  /// 2 - 0.6 = 1.4, 1.4 - 0.06 = 1.34, 1.34 - 0.006 = 1.334.
  @Test
  void onlyTheLastOfMany() {
    assertThat(steps(Sample.LINE + "descend rate eta = 0.1 times 3 show last", true))
        .isEqualTo(
            """
            Step 3
            Steps 1 to 2 are computed in the same way and not shown.
            Forward:
            : p = w * x + b = 1.34 * 3 + 1 = 5.02
            : L = (p - y)^2 / 2 = (5.02 - 5)^2 / 2 = 0.0002
            Backward:
            : dL/dp = p - y = 5.02 - 5 = 0.02
            : dL/dw = dL/dp * x = 0.02 * 3 = 0.06
            All gradients at the old values: $w^+ = w - eta * dL/dw$, $eta = 0.1$.
            | parameter | old | gradient | new
            | $w$ | $1.34$ | $0.06$ | $1.34 - 0.1 * 0.06 = 1.334$
            Loss after 3 steps
            : p^+ = 1.334 * 3 + 1 = 5.002
            : L^+ = (5.002 - 5)^2 / 2 = 2e-6
            This step lowers $L$ from $0.0002$ to $2e-6$.\
            """);
  }

  @Test
  void pointAfterPoint() {
    assertThat(steps(Sample.TWO_POINTS + "descend rate eta = 0.1 at one, then two", false))
        .isEqualTo(
            """
            Step 1, at point one
            Forward:
            : p = w * x = 2 * 3 = 6
            : L = (p - y)^2 / 2 = (6 - 5)^2 / 2 = 0.5
            Backward:
            : dL/dp = p - y = 6 - 5 = 1
            : dL/dw = dL/dp * x = 1 * 3 = 3
            All gradients at the old values: $w^+ = w - eta * dL/dw$, $eta = 0.1$.
            | parameter | old | gradient | new
            | $w$ | $2$ | $3$ | $2 - 0.1 * 3 = 1.7$
            The step lowers $L$ from $0.5$ to $0.005$.
            Step 2, at point two
            Forward:
            : p = w * x = 1.7 * 1 = 1.7
            : L = (p - y)^2 / 2 = (1.7 - 3)^2 / 2 = 0.845
            Backward:
            : dL/dp = p - y = 1.7 - 3 = -1.3
            : dL/dw = dL/dp * x = -1.3 * 1 = -1.3
            All gradients at the old values: $w^+ = w - eta * dL/dw$, $eta = 0.1$.
            | parameter | old | gradient | new
            | $w$ | $1.7$ | $-1.3$ | $1.7 - 0.1 * (-1.3) = 1.83$
            Loss after 2 steps
            : p^+ = 1.83 * 1 = 1.83
            : L^+ = (1.83 - 3)^2 / 2 = 0.68445
            This step lowers $L$ from $0.845$ to $0.68445$.\
            """);
  }

  @Test
  void allPointsAtOnce() {
    assertThat(steps(Sample.TWO_POINTS + "loss over points sum\ndescend rate eta = 0.1", true))
        .isEqualTo(
            """
            One descent step
            All gradients at the old values: $w^+ = w - eta * dL/dw$, $eta = 0.1$.
            | parameter | old | at one | at two | sum | new
            | $w$ | $2$ | $3$ | $-1$ | $2$ | $2 - 0.1 * 2 = 1.8$
            Loss after the step
            **Point one**
            : p^+ = 1.8 * 3 = 5.4
            : L^+ = (5.4 - 5)^2 / 2 = 0.08
            **Point two**
            : p^+ = 1.8 * 1 = 1.8
            : L^+ = (1.8 - 3)^2 / 2 = 0.72
            The step lowers the sum over the points of $L$ from $1$ to $0.8$.\
            """);
  }

  @Test
  void aStepThatIsTooLong() {
    assertThat(steps(Sample.LINE + "descend rate eta = 1", true))
        .contains("| $w$ | $2$ | $6$ | $2 - 1 * 6 = -4$")
        .endsWith("The step raises $L$ from $2$ to $128$.");
  }

  @Test
  void theRuleWhereTheRateHasNoValue() {
    Sample sample = Sample.of(Sample.LINE + "descend rate eta");
    assertThat(Lines.of(sections(sample).rules()))
        .isEqualTo(
            """
            Descent step
            - w^+ = w - eta * dL/dw\
            """);
    assertThat(sections(sample).steps(sample.run(), true)).isEmpty();
  }

  @Test
  void absentWhereNoStepIsAskedFor() {
    Sample sample = Sample.of(Sample.LINE + "derive dL/dw");
    assertThat(sections(sample).rules()).isEmpty();
    assertThat(sections(sample).steps(sample.run(), true)).isEmpty();
    Sample numbers = Sample.of(Sample.LINE + "descend rate eta = 0.1");
    assertThat(sections(numbers).rules()).isEmpty();
  }

  private static String steps(String network, boolean passShown) {
    Sample sample = Sample.of(network);
    return Lines.of(sections(sample).steps(sample.run(), passShown));
  }

  private static DescentSections sections(Sample sample) {
    return new DescentSections(
        sample.problem(), sample.derivation(), sample.figures(), sample.numbering());
  }
}
