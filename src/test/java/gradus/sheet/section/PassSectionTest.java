package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.sheet.Sheet.Section;
import org.junit.jupiter.api.Test;

/// The line at x = 3: p = 2 · 3 + 1, L = (7 - 5)²/2.
class PassSectionTest {

  @Test
  void definitionsAlone() {
    assertThat(Lines.of(Sample.of(Sample.LINE + "derive dL/dw").passSection().network()))
        .isEqualTo(
            """
            Network
            : (1) p = w * x + b
            : (2) L = (p - y)^2 / 2\
            """);
  }

  @Test
  void theOnlyPass() {
    assertThat(forward(Sample.of(Sample.LINE + "derive dL/dw")))
        .isEqualTo(
            """
            Forward pass
            : (1) p = w * x + b = 2 * 3 + 1 = 7
            : (2) L = (p - y)^2 / 2 = (7 - 5)^2 / 2 = 2\
            """);
  }

  /// What is given has its value, whatever its definition says.
  @Test
  void aGivenIntermediate() {
    assertThat(forward(Sample.of(Sample.LINE.replace("x = 3", "x = 3, p = 6") + "derive dL/dp")))
        .isEqualTo(
            """
            Forward pass
            : (1) p
              = 6 -- given
            : (2) L = (p - y)^2 / 2 = (6 - 5)^2 / 2 = 1/2\
            """);
  }

  @Test
  void whatLiesOnAKink() {
    String network =
        """
        input x
        convention relu'(0) = 1
        h = relu(x)
        loss L = h^2
        at x = 0
        derive dL/dx
        """;
    assertThat(forward(Sample.of(network)))
        .isEqualTo(
            """
            Forward pass
            : (1) h = relu(x) = relu(0) = 0
            : (2) L = h^2 = 0^2 = 0
            * $x = 0$ lies on the kink of relu: the derivative used there is $1$, by convention.\
            """);
  }

  @Test
  void onePassOfSeveral() {
    Sample sample = Sample.of(Sample.TWO_POINTS + "name d = -dL/dp\nderive dL/dw").numbered();
    sample.backward().section();
    Section section =
        new Section("Point two", sample.passSection().both(sample.run().points().get(1)));
    assertThat(Lines.of(section))
        .isEqualTo(
            """
            Point two
            Forward:
            : p = w * x = 2 * 1 = 2
            : L = (p - y)^2 / 2 = (2 - 3)^2 / 2 = 1/2
            Backward:
            : dL/dp
              = p - y
              = 2 - 3
              = -1 -- (1)
            : d := -dL/dp = 1
            : dL/dw
              = -d * x
              = -1 * 1
              = -1 -- (4)\
            """);
  }

  private static String forward(Sample sample) {
    return Lines.of(sample.passSection().forward(sample.at(), sample.pass()));
  }
}
