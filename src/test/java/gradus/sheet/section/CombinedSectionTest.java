package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Losses 1/2 and 1/2, gradients 3 and -1.
class CombinedSectionTest {

  @Test
  void theMeanOverThePoints() {
    assertThat(section("loss over points mean\nderive dL/dw"))
        .isEqualTo(
            """
            All points
            The mean over the points one, two, in this order:
            - L = 1/2 * (1/2 + 1/2) = 1/2
            - dL/dw = 1/2 * (3 + (-1)) = 1\
            """);
  }

  @Test
  void theirSum() {
    assertThat(section("loss over points sum\nderive dL/dw"))
        .isEqualTo(
            """
            All points
            The sum over the points one, two, in this order:
            - L = 1/2 + 1/2 = 1
            - dL/dw = 3 + (-1) = 2\
            """);
  }

  /// At three: p = 2, L = 0.83²/2, dL/dw = 0.83; 283/300 is no short decimal.
  @Test
  void roundedNumbersAreNotCalledEqual() {
    String third = "at three: x = 1, y = 1.17\nloss over points mean\nderive dL/dw";
    assertThat(section(third))
        .isEqualTo(
            """
            All points
            The mean over the points one, two, three, in this order:
            - L = 1/3 * (0.5 + 0.5 + 0.34445) = 0.44815
            - dL/dw = 1/3 * (3 + (-1) + 0.83) ≈ 0.943333\
            """);
  }

  @Test
  void absentForASinglePointOrWithoutAWordOnThem() {
    assertThat(Sample.of(Sample.LINE + "derive dL/dw").run().combined()).isEmpty();
    assertThat(Sample.of(Sample.TWO_POINTS + "derive dL/dw").run().combined()).isEmpty();
  }

  private static String section(String rest) {
    Sample sample = Sample.of(Sample.TWO_POINTS + rest);
    CombinedSection section = new CombinedSection(sample.problem(), sample.run(), sample.figures());
    return Lines.of(section.section(sample.run().combined().orElseThrow()));
  }
}
