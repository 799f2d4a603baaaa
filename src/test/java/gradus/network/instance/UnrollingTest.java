package gradus.network.instance;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.Gradus;
import gradus.Solution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A family written out is the network written by hand.
class UnrollingTest {
  private static final Solution FAMILY =
      solve(
          """
          size L = 2
          input x
          target y
          weight w[k] for k in 1..L
          z[0] = x
          z[k] = w[k] * z[k-1]^2 for k in 1..L
          loss E = (y - z[L])^2 + sum(k in 1..L, w[k]^2) / L
          name delta[k] = dE/dz[k] for k in 1..L
          given w[1] = 2, w[2] = -1
          at x = 1/2, y = 3
          """);

  private static final Solution BY_HAND =
      solve(
          """
          input x
          target y
          weight w1, w2
          z1 = w1 * x^2
          z2 = w2 * z1^2
          loss E = (y - z2)^2 + (w1^2 + w2^2) / 2
          given w1 = 2, w2 = -1
          at x = 1/2, y = 3
          derive dE/dw1, dE/dw2, dE/dz1, dE/dz2
          """);

  @ParameterizedTest
  @CsvSource({
    "z[1], z1",
    "z[2], z2",
    "E, E",
    "dE/dw[1], dE/dw1",
    "dE/dw[2], dE/dw2",
    "delta[1], dE/dz1",
    "delta[2], dE/dz2"
  })
  void isTheSame(String family, String byHand) {
    assertThat(FAMILY.value(family)).isEqualTo(BY_HAND.value(byHand));
  }

  private static Solution solve(String network) {
    Gradus.Solving solving = Gradus.solve("test", network);
    assertThat(solving.diagnostics()).isEmpty();
    return solving.solution().orElseThrow();
  }
}
