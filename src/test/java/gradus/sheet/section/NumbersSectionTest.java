package gradus.sheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Passes of matrices and families, by hand.
class NumbersSectionTest {

  /// z = W (0, 1) + b = (2, 1) + (1, -1).
  @Test
  void onePointOfSeveral() {
    String points = "at one: x = [1, 1], y = [3, 1]\nat two: x = [0, 1], y = [3, 2]\n";
    assertThat(section(Sample.of(Sample.LAYER_OF_TWO + points + "derive dL/dW"), 1))
        .isEqualTo(
            """
            Point two
            Forward:
            : z = W * x + b = [1, 2; 0, 1] * [0, 1] + [1, -1] = [3, 0]
            : L = 1/2 * norm2(z - y)^2 = 1/2 * norm2([3, 0] - [3, 2])^2 = 2
            Backward:
            : dL/dz = z - y = [3, 0] - [3, 2] = [0, -2]
            : dL/dW = dL/dz * x' = [0, -2] * [0, 1]' = [0, 0; 0, -2]\
            """);
  }

  @Test
  void membersAfterThoseThatTheyUse() {
    assertThat(section(Sample.of(Sample.CHAIN + "at L = 2, x = 3, w[1] = 2, w[2] = 1"), 0))
        .isEqualTo(
            """
            With numbers
            Forward:
            : z[0] = x = 3
            : z[1] = w[1] * z[0] = 2 * 3 = 6
            : z[2] = w[2] * z[1] = 1 * 6 = 6
            : E = z[2]^2 = 6^2 = 36
            Backward:
            : dE/dz[2] = 2 * z[2] = 2 * 6 = 12
            : dE/dz[1] = dE/dz[2] * w[2] = 12 * 1 = 12
            : dE/dw[1] = dE/dz[1] * z[0] = 12 * 3 = 36
            : dE/dw[2] = dE/dz[2] * z[1] = 12 * 6 = 72\
            """);
  }

  /// relu(2 · 3) = 6, relu(-6) = 0.
  @Test
  void whatAbstractFunctionsAreHere() {
    String network =
        """
        size L
        input x
        weight w[k] for k in 1..L
        function g(u)
        z[0] = x
        z[k] = g(w[k]*z[k-1]) for k in 1..L
        loss E = z[L]
        derive dE/dz[k]
        at L = 2, x = 3, w[1] = 2, w[2] = -1, g = relu
        """;
    assertThat(section(Sample.of(network), 0))
        .startsWith(
            """
            With numbers
            Here $g$ = relu.
            Forward:
            : z[0] = x = 3
            : z[1] = g(w[1] * z[0]) = relu(2 * 3) = 6
            : z[2] = g(w[2] * z[1]) = relu(-1 * 6) = 0
            : E = z[2] = 0
            Backward:
            """);
  }

  private static String section(Sample sample, int pass) {
    NetworkSection network = new NetworkSection(sample.typed(), sample.numbering());
    NumbersSection numbers = new NumbersSection(sample.typed(), sample.figures());
    return Lines.of(numbers.of(sample.typed().passes().get(pass), network.withMatrices()));
  }
}
