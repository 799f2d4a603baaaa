package gradus.calculus.step;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.Typed;
import gradus.expr.Graph;
import gradus.expr.Symbol.Partial;
import org.junit.jupiter.api.Test;

class PathsTest {
  private static final Graph SKIP =
      Typed.graph(
          """
          z_0 = w_0 * x
          h_0 = relu(z_0)
          z_1 = w_1 * h_0
          h_1 = relu(z_1)
          z_2 = w_2 * h_1 + w_s * h_0
          L = z_2^2
          """);

  @Test
  void splitsAGradientAndFactorsWhatIsShared() {
    Paths paths =
        Paths.of(SKIP, Typed.functions(), partial("L", "w_0"), java.util.Set.of()).orElseThrow();
    assertThat(paths.paths())
        .extracting(path -> Typed.plain(path.local()))
        .containsExactly(
            "2 * z_2 * w_2 * relu'(z_1) * w_1 * relu'(z_0) * x", "2 * z_2 * w_s * relu'(z_0) * x");
    assertThat(paths.factored().map(Typed::plain))
        .hasValue("dL/dz_2 * (w_2 * relu'(z_1) * w_1 + w_s) * relu'(z_0) * x");
  }

  @Test
  void pathsMultiplyButAreOnlyCounted() {
    StringBuilder ladder = new StringBuilder("a0 = w\nb0 = w\n");
    for (int i = 1; i <= 200; i++) {
      ladder.append("a%d = a%d + b%d\n".formatted(i, i - 1, i - 1));
      ladder.append("b%d = a%d * b%d\n".formatted(i, i - 1, i - 1));
    }
    Graph graph = Typed.graph(ladder + "L = a200");
    assertThat(Paths.count(graph, partial("L", "w"))).isEqualTo(Long.MAX_VALUE);
    assertThat(Paths.count(graph, partial("a6", "w"))).isEqualTo(64);
    assertThat(
            Paths.of(graph, Typed.functions(), partial("a6", "w"), java.util.Set.of())
                .orElseThrow()
                .paths())
        .hasSize(64);
    assertThat(Paths.of(graph, Typed.functions(), partial("L", "w"), java.util.Set.of())).isEmpty();
  }

  private static Partial partial(String of, String by) {
    return Partial.total(Typed.quantity(of), Typed.quantity(by));
  }
}
