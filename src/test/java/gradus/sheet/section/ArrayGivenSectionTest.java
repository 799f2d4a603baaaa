package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The box of a sheet with vectors and matrices.
class ArrayGivenSectionTest {

  @Test
  void shapes() {
    assertThat(box(Sample.of(Sample.LAYER + "derive dL/dW")))
        .isEqualTo(
            """
            Given and agreed
            | Input: $x: d x 1$. Target: $y: c x 1$. Weight: $W: c x d$. Bias: $b: c x 1$, _held fixed_.
            | Layout: $dL/dz$ has the shape of $z$, and so on.\
            """);
  }

  @Test
  void valuesOfASinglePointAndAStep() {
    assertThat(
            box(
                Sample.of(
                    Sample.LAYER_OF_TWO + "at x = [1, 1], y = [3, 1]\ndescend rate eta = 0.5")))
        .isEqualTo(
            """
            Given and agreed
            | Input: $x: 2 x 1$. Target: $y: 2 x 1$. Weight: $W: 2 x 2$. Bias: $b: 2 x 1$, _held fixed_.
            | Values: $W = [1, 2; 0, 1]$, $b = [1, -1]$, $x = [1, 1]$, $y = [3, 1]$.
            | Descent: rate $eta = 0.5$. A superscript as in $w^+$ marks a value after the step.
            | Layout: $dL/dz$ has the shape of $z$, and so on.
            | All numbers are exact.\
            """);
  }

  @Test
  void severalPoints() {
    String points = "at one: x = [1, 1], y = [3, 1]\nat two: x = [0, 1], y = [3, 2]\n";
    assertThat(box(Sample.of(Sample.LAYER_OF_TWO + points + "derive dL/dW")))
        .contains(
            """
            | Values at every point: $W = [1, 2; 0, 1]$, $b = [1, -1]$.
            | Point one: $x = [1, 1]$, $y = [3, 1]$.
            | Point two: $x = [0, 1]$, $y = [3, 2]$.
            """);
  }

  @Test
  void signsAndFacts() {
    assertThat(box(Sample.of(Sample.SOFTMAX)))
        .isEqualTo(
            """
            Given and agreed
            | Target: $y: c x 1$. Weight: $z: c x 1$.
            | Known: $y$ one-hot.
            | Signs: ⊙ multiplies entry by entry; functions of vectors and matrices act entry by entry.
            | Layout: $dL/dp$ has the shape of $p$, and so on; $dp/dz$ has a row for each entry of $p$ \
            and a column for each entry of $z$.\
            """);
  }

  @Test
  void familiesAndTheirSizes() {
    String data = "at L = 2, x = 3, w[1] = 2, w[2] = 1\ndescend rate eta";
    assertThat(box(Sample.of(Sample.CHAIN + data)))
        .isEqualTo(
            """
            Given and agreed
            | Input: $x: scalar$. Weight: $w[k]: scalar$ for $k = 1..L$.
            | Size: $L = 2$.
            | Values: $x = 3$, $w[1] = 2$, $w[2] = 1$.
            | Descent: rate $eta$. Δ marks what a step adds.
            | Labels, as in $z[k]$ and $z[0]$, are no exponents.
            | All numbers are exact.\
            """);
  }

  private static String box(Sample sample) {
    return Lines.of(
        new ArrayGivenSection(sample.typed(), sample.figures(), List.of()).section(false));
  }
}
