package gradus.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
  @Test
  void definitionsStandAfterWhatTheyUse() {
    Graph graph = Graph.of(List.of(define("L", "h", "z"), define("h", "z"), define("z", "x")));
    assertThat(graph.definitions())
        .extracting(Definition::symbol)
        .containsExactly(Quantity.of("z"), Quantity.of("h"), Quantity.of("L"));
    assertThat(graph.consumers(Quantity.of("z")))
        .containsExactly(Quantity.of("h"), Quantity.of("L"));
    assertThat(graph.ancestors(Quantity.of("h")))
        .containsExactlyInAnyOrder(Quantity.of("h"), Quantity.of("z"), Quantity.of("x"));
  }

  @Test
  void aCycleIsFoundAsAPath() {
    List<Definition> cyclic = List.of(define("a", "b"), define("b", "c"), define("c", "b"));
    assertThat(Graph.cycle(cyclic))
        .hasValue(List.of(Quantity.of("b"), Quantity.of("c"), Quantity.of("b")));
    assertThatThrownBy(() -> Graph.of(cyclic)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void depthIsNoMatterOfTheStack() {
    List<Definition> chain = new ArrayList<>();
    for (int i = 200_000; i > 0; i--) {
      chain.add(define("h" + i, "h" + (i - 1)));
    }
    assertThat(Graph.of(chain).ancestors(Quantity.of("h200000"))).hasSize(200_001);
  }

  @Test
  void namesCompareByTheirKey() {
    assertThat(Name.of("ŷ")).isEqualTo(Name.of("yhat")).hasToString("ŷ");
    assertThat(Name.of("δ_1")).isEqualTo(Name.of("delta_1"));
    assertThat(Name.of("y\u0302")).isEqualTo(Name.of("ŷ"));
  }

  private static Definition define(String name, String... used) {
    List<Expr> terms = new ArrayList<>();
    for (String operand : used) {
      terms.add(Formulas.ref(operand));
    }
    return new Definition(Quantity.of(name), Formulas.sum(terms));
  }
}
