package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// `L = v z² + z`, z = w x: through h 2 · 5 · 6 · 3, directly 3.
class PathsSectionTest {

  @Test
  void whatEachPathContributes() {
    assertThat(section(Sample.of(Sample.TWO_USES + "derive dL/dw by paths"), true))
        .isEqualTo(
            """
            The gradient split into its paths
            $w$ reaches $L$ along two paths. Each contributes the product of its direct derivatives.
            $w$ → $z$ → $h$ → $L$:
            - P_1 := dL/dh * dh/dz * dz/dw = 2 * v * z * x = 2 * 5 * 6 * 3 = 180
            $w$ → $z$ → $L$:
            - P_2 := d/dz (z) * dz/dw = x = 3
            - dL/dw
              = P_1 + P_2
              = (2 * v * z + 1) * x -- shared factors pulled out
              = 180 + 3
              = 183\
            """);
  }

  @Test
  void formulasAlone() {
    assertThat(section(Sample.of(Sample.TWO_USES + "derive dL/dw by paths"), false))
        .isEqualTo(
            """
            The gradient split into its paths
            $w$ reaches $L$ along two paths. Each contributes the product of its direct derivatives.
            $w$ → $z$ → $h$ → $L$:
            - P_1 := dL/dh * dh/dz * dz/dw = 2 * v * z * x
            $w$ → $z$ → $L$:
            - P_2 := d/dz (z) * dz/dw = x
            - dL/dw
              = P_1 + P_2
              = (2 * v * z + 1) * x -- shared factors pulled out\
            """);
  }

  /// P is taken by a name of the network.
  @Test
  void anotherLetterWhereItIsTaken() {
    String network =
        """
        input x
        weight P_1
        h = P_1^2
        loss L = h*x + P_1
        derive dL/dP_1 by paths
        """;
    assertThat(section(Sample.of(network), false))
        .contains("- Q_1 := dL/dh * dh/dP_1 = 2 * x * P_1", "- dL/dP_1 = Q_1 + Q_2");
  }

  @Test
  void aSinglePath() {
    assertThat(section(Sample.of(Sample.LINE + "derive dL/dw by paths"), true))
        .isEqualTo(
            """
            The gradient split into its paths
            $w$ reaches $L$ along one path: the gradient is the product of its direct derivatives.
            $w$ → $p$ → $L$:
            - dL/dw = dL/dp * dp/dw = (p - y) * x = (7 - 5) * 3 = 6\
            """);
  }

  @Test
  void noPath() {
    assertThat(section(Sample.of(Sample.TWO_USES + "derive dh/dv by paths"), true))
        .isEqualTo(
            """
            The gradient split into its paths
            No path of definitions leads from $v$ to $h$.\
            """);
  }

  /// Ten squares of sums of two: 2^10 paths.
  @Test
  void tooManyPaths() {
    StringBuilder network = new StringBuilder("input z_0\n");
    for (int i = 1; i <= 10; i++) {
      network.append("u_%d = 2*z_%d\nz_%d = z_%d*u_%d\n".formatted(i, i - 1, i, i - 1, i));
    }
    network.append("loss L = z_10\nderive dL/dz_0 by paths\n");
    assertThat(section(Sample.of(network.toString()), false))
        .isEqualTo(
            """
            The gradient split into its paths
            $z_0$ reaches $L$ along 1024 paths; only up to 64 are listed.\
            """);
  }

  private static String section(Sample sample, boolean numbers) {
    PathsSection section =
        new PathsSection(
            sample.problem(),
            sample.derivation(),
            sample.figures(),
            numbers ? sample.single() : Optional.empty());
    return Lines.of(section.section(sample.problem().requests().getFirst().partial()));
  }
}
