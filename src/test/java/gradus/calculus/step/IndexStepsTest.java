package gradus.calculus.step;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.DerivationText;
import gradus.calculus.Differentiator;
import gradus.calculus.Sketch;
import gradus.calculus.Unrolled;
import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.calculus.rule.Operations;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.print.PlainText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexStepsTest {
  private static final Functions FUNCTIONS =
      Functions.rulePage().with(Function.abstracted(Name.of("g"), List.of(Name.of("u"))));

  private static Sketch twoLayers() {
    Sketch net =
        new Sketch()
            .with("x : d")
            .with("W : h x d")
            .with("b : h")
            .with("a : h")
            .with("z : h")
            .with("V : c x h")
            .with("o : c")
            .with("y : c")
            .with("E");
    return net.define("a", Formulas.sum(net.product("W", "x"), net.ref("b")))
        .define("z", net.call("tanh", net.ref("a")))
        .define("o", net.product("V", "z"))
        .define("E", Sketch.half(Sketch.squaredNorm(Sketch.minus(net.ref("o"), net.ref("y")))));
  }

  @Test
  void anEntryOfAMatrix() {
    assertThat(lines(twoLayers(), "d = 2, h = 3, c = 4", "E", "W", "W"))
        .isEqualTo(
            """
            dE/dW_{i,j}
            = sum(m in 1..h, dE/da_{m} * da_{m}/dW_{i,j})
            = sum(m in 1..h, dE/da_{m} * sum(l in 1..d, [m = i] * [l = j] * x_{l}))
            = sum(m in 1..h, dE/da_{m} * [m = i] * x_{j})
            = dE/da_{i} * x_{j}
            """);
  }

  @Test
  void anEntryOfAVector() {
    assertThat(lines(twoLayers(), "d = 2, h = 3, c = 4", "E", "W", "o", "z", "a"))
        .isEqualTo(
            """
            dE/do_{j}
            = d/do_{j} (1/2 * sum(l in 1..c, (o_{l} - y_{l})^2))
            = 1/2 * sum(l in 1..c, 2 * (o_{l} - y_{l}) * [l = j])
            = 1/2 * 2 * (o_{j} - y_{j})
            = o_{j} - y_{j}
            dE/dz_{j}
            = sum(i in 1..c, dE/do_{i} * do_{i}/dz_{j})
            = sum(i in 1..c, dE/do_{i} * sum(l in 1..h, V_{i,l} * [l = j]))
            = sum(i in 1..c, dE/do_{i} * V_{i,j})
            dE/da_{j}
            = dE/dz_{j} * dz_{j}/da_{j}
            = dE/dz_{j} * (1 - tanh(a_{j})^2)
            = dE/dz_{j} * (1 - z_{j}^2)
            """);
  }

  @Test
  void reasonsNameLettersAndWhatIsLeft() {
    Derivation derivation = derive(twoLayers(), List.of(), "E", "W");
    Adjoint adjoint = derivation.adjoints().getLast();
    assertThat(adjoint.steps().stream().map(Derivation.Step::reason))
        .containsExactly(
            new Reason.ChainRule(Quantity.of("a")),
            new Reason.LocalDerivatives(List.of(Quantity.of("a"))),
            new Reason.Collapsed(Name.of("l"), Sketch.index("j")),
            new Reason.Collapsed(Name.of("m"), Sketch.index("i")));
  }

  @Test
  void jacobiansKeepTheEqualitiesOfTheirOwnIndices() {
    String sizes = "d = 2, h = 3, c = 4";
    assertThat(lines(twoLayers(), sizes, "a", "W", "W"))
        .isEqualTo(
            """
            da_{m}/dW_{i,j}
            = d/dW_{i,j} (sum(l in 1..d, W_{m,l} * x_{l}))
            = sum(l in 1..d, [m = i] * [l = j] * x_{l})
            = [m = i] * x_{j}
            """);
    assertThat(last(twoLayers(), sizes, "a", "b")).isEqualTo("[i = j]");
    assertThat(last(twoLayers(), sizes, "o", "z")).isEqualTo("V_{i,j}");
    assertThat(last(twoLayers(), sizes, "z", "x"))
        .isEqualTo("sum(m in 1..h, dz_{i}/da_{m} * W_{m,j})");
  }

  @Test
  void softmax() {
    Sketch net = new Sketch().with("z : c").with("p : c").with("y : c").with("E");
    net.define("p", Formulas.apply(new Operation.Softmax(Along.ALL), net.ref("z")))
        .define(
            "E",
            Formulas.negated(
                Formulas.apply(Plain.DOT, net.ref("y"), net.call("log", net.ref("p")))));
    assertThat(last(net, "c = 3", "p", "z")).isEqualTo("p_{i} * ([i = j] - p_{j})");
    assertThat(last(net, "c = 3", "E", "z")).isEqualTo("p_{j} * sum(i in 1..c, y_{i}) - y_{j}");
  }

  @Test
  void aBatchWithAColumnOfOnes() {
    Sketch net =
        new Sketch()
            .with("X : n x d")
            .with("A : n x d+1")
            .with("W : d+1 x h")
            .with("B : n x h")
            .with("C : n x h")
            .with("D : n x h+1")
            .with("V : h+1")
            .with("E : n")
            .with("y : n")
            .with("L");
    net.define("A", Formulas.apply(Plain.CONCAT, net.ref("X"), Formulas.ONE))
        .define("B", net.product("A", "W"))
        .define("C", net.call("g", net.ref("B")))
        .define("D", Formulas.apply(Plain.CONCAT, net.ref("C"), Formulas.ONE))
        .define("E", net.product("D", "V"))
        .define(
            "L",
            Formulas.quotient(
                Sketch.squaredNorm(Sketch.minus(net.ref("E"), net.ref("y"))),
                new Expr.Whole(Sketch.index("n"))));
    String sizes = "n = 4, d = 2, h = 3";
    assertThat(last(net, sizes, "L", "E")).isEqualTo("2 * (E_{j} - y_{j}) / n");
    assertThat(last(net, sizes, "L", "V")).isEqualTo("sum(i in 1..n, dL/dE_{i} * D_{i,j})");
    assertThat(last(net, sizes, "L", "C")).isEqualTo("dL/dD_{i,j}");
    assertThat(last(net, sizes, "L", "B")).isEqualTo("dL/dC_{i,j} * g'(B_{i,j})");
    assertThat(last(net, sizes, "L", "W")).isEqualTo("sum(m in 1..n, dL/dB_{m,j} * A_{m,i})");
  }

  /// Every operation, as f of a vector x or a matrix A through a sum of squares.
  @Test
  void everyOperationAgreesWithDifferences() {
    for (Expr formula : Operations.all()) {
      Sketch net = Operations.sketch();
      net.define("p", formula, gradus.expr.Shapes.of(formula)).define("E", net.squares("p"));
      String sizes = "n = 2, d = 3, c = 4";
      List<String> operands =
          Formulas.symbols(formula).stream().map(s -> ((Quantity) s).name().key()).toList();
      for (String operand : operands) {
        Derivation derivation = derive(net, List.of(), "E", operand);
        Unrolled.at(net.graph(), FUNCTIONS, sizes).verify(derivation);
        if (!net.quantity("p").shape().isScalar()) {
          Derivation jacobian = derive(net, List.of(), "p", operand);
          Unrolled.at(net.graph(), FUNCTIONS, sizes).verify(jacobian);
        }
      }
    }
  }

  @Test
  void namesOfAdjointsHaveTheIndices() {
    Sketch net = twoLayers();
    Quantity a = net.quantity("a");
    Alias delta =
        new Alias(
            Quantity.of("delta").shaped(a.shape()), true, Partial.total(net.quantity("E"), a));
    Derivation derivation = derive(net, List.of(delta), "E", "W");
    Unrolled.at(net.graph(), FUNCTIONS, "d = 2, h = 3, c = 4").verify(derivation);
    assertThat(PlainText.of(derivation.adjoints().getLast().formula()))
        .isEqualTo("-delta_{i} * x_{j}");
    assertThat(PlainText.of(derivation.adjoints().get(2).alias().orElseThrow().name()))
        .isEqualTo("delta_{j}");
  }

  @Test
  void lettersAreNoNames() {
    Sketch net = new Sketch().with("j : n").with("W : n x n").with("i : n").with("l");
    net.define("i", net.product("W", "j")).define("l", Sketch.squaredNorm(net.ref("i")));
    assertThat(last(net, "n = 2", "l", "W")).isEqualTo("dl/di_{m} * j_{r}");
  }

  private static Derivation derive(Sketch net, List<Alias> aliases, String of, String... by) {
    List<Partial> requests =
        Stream.of(by).map(name -> Partial.total(net.quantity(of), net.quantity(name))).toList();
    return Differentiator.derive(net.graph(), FUNCTIONS, requests, aliases, Set.of(), Form.INDEX);
  }

  /// All lines of the adjoints by the quantities named, verified.
  private static String lines(Sketch net, String sizes, String of, String by, String... shown) {
    Derivation derivation = derive(net, List.of(), of, by);
    Unrolled.at(net.graph(), FUNCTIONS, sizes).verify(derivation);
    return derivation.adjoints().stream()
        .filter(adjoint -> List.of(shown).contains(adjoint.partial().by().name().key()))
        .map(DerivationText::lines)
        .collect(Collectors.joining());
  }

  private static String last(Sketch net, String sizes, String of, String by) {
    Derivation derivation = derive(net, List.of(), of, by);
    Unrolled.at(net.graph(), FUNCTIONS, sizes).verify(derivation);
    return PlainText.of(derivation.adjoints().getLast().formula());
  }
}
