package gradus.calculus.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.Typed;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// The network h = w², L = h·v at w = 3, v = 2, worked by hand.
class PushedNetworkTest {
  private static final Graph GRAPH = Typed.graph("h = w^2\nL = h * v");
  private static final Quantity W = Typed.quantity("w");
  private static final Quantity V = Typed.quantity("v");
  private static final Quantity H = Typed.quantity("h");
  private static final Quantity L = Typed.quantity("L");
  private static final Map<Symbol, Double> VALUES = Map.of(W, 3.0, V, 2.0, H, 9.0);

  /// L(ε) = ((3 + ε)² + 5ε)·2
  @Test
  void leavesAndDefinitionsArePushed() {
    DoubleUnaryOperator pushed = along(Set.of(), Map.of(W, 1.0, H, 5.0), Map.of());
    assertThat(pushed.applyAsDouble(0)).isEqualTo(18);
    assertThat(pushed.applyAsDouble(0.5)).isCloseTo((12.25 + 2.5) * 2, within(1e-12));
    assertThat(pushed.applyAsDouble(0)).isEqualTo(18);
  }

  /// Cut at h, where the adjoint is given as 7: L sees h = 9 and gains 7·h(ε).
  @Test
  void whatLiesBeyondACutIsHeld() {
    DoubleUnaryOperator pushed = along(Set.of(H), Map.of(W, 1.0), Map.of(H, 7.0));
    assertThat(pushed.applyAsDouble(0.5)).isCloseTo(9 * 2 + 7 * 12.25, within(1e-12));
  }

  @Test
  void aCutLeafIsAnInputAsEver() {
    DoubleUnaryOperator pushed = along(Set.of(V), Map.of(V, 1.0), Map.of(V, 7.0));
    assertThat(pushed.applyAsDouble(0.5)).isCloseTo(9 * 2.5, within(1e-12));
  }

  private static DoubleUnaryOperator along(
      Set<Quantity> cut, Map<Quantity, Double> direction, Map<Quantity, Double> adjoints) {
    return new PerturbedNetwork(GRAPH, Typed.functions(), Set.of(W, V), direction.keySet(), cut, L)
        .along(direction, VALUES::get, adjoints);
  }
}
