package gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.calculus.step.Reason;
import gradus.calculus.tape.Evaluation;
import gradus.calculus.verify.Verification;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferentiatorTest {
  private static final String SKIP =
      """
      z_0 = w_0 * x
      h_0 = relu(z_0)
      z_1 = w_1 * h_0
      h_1 = relu(z_1)
      z_2 = w_2 * h_1 + w_s * h_0
      L = abs(y - z_2)
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          w_0 | 3/4
          w_1 | 1/4
          w_2 | 1/4
          w_s | 1/2
          h_0 | 3/4
          z_2 | 1
          """)
  void skipConnection(String by, String expected) {
    Value value =
        gradient(SKIP, "L", by, "x = 1, y = -3, w_0 = 1/2, w_1 = 1/2, w_2 = 1/2, w_s = 1/2");
    assertThat(value)
        .isEqualTo(Evaluation.of(Typed.formula(expected), Typed.functions(), Map.of()));
  }

  @Test
  void tiedWeightsSumOverTheirUses() {
    // L = (w² x)²: dL/dw = 4 w³ x² = 4 · 8 · 9
    Value value = gradient("a = w * x\nb = w * a\nL = b^2", "L", "w", "w = 2, x = 3");
    assertThat(value).isEqualTo(Value.of(Rational.of(288)));
  }

  /// Expected values by hand.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          h = w - b; L = h*b                | L | b | w = 2, b = 3        | -4
          a = b + x; L = min(a, b)          | L | b | b = 1, x = 1        | 1
          b = w + x; a = b*x                | a | x | w = 1, x = 2        | 5
          L = (k^2)^3                       | L | k | k = 2               | 192
          L = ((k + 1)^2)^2                 | L | k | k = 1               | 32
          L = (k*k)^2                       | L | k | k = 2               | 32
          L = 1/x^-2                        | L | x | x = 3               | 6
          L = w^2 + 1000000000              | L | w | w = 2               | 4
          L = w^2 + 1000000000*x            | L | w | w = 2, x = 5        | 4
          a = 0*tanh(x); z = a*w; L = abs(z) | L | z | x = 1, w = -2       | 0
          """)
  void gradientsByHand(String graph, String of, String by, String at, String expected) {
    Value value = gradient(graph.replace(';', '\n'), of, by, at);
    assertThat(value.doubleValue()).isEqualTo(Double.parseDouble(expected));
  }

  @Test
  void eachLineHasItsReason() {
    Derivation derivation = derive(Typed.graph(SKIP), List.of(), "L", "w_0");
    Adjoint adjoint = adjoint(derivation, "L", "h_0");
    assertThat(adjoint.steps().stream().map(step -> Typed.plain(step.formula())))
        .containsExactly(
            "dL/dz_1 * dz_1/dh_0 + dL/dz_2 * dz_2/dh_0", "dL/dz_1 * w_1 + dL/dz_2 * w_s");
    assertThat(adjoint.steps().getFirst().reason())
        .isEqualTo(new Reason.SumOverUses(List.of(Typed.quantity("z_1"), Typed.quantity("z_2"))));
    assertThat(adjoint(derivation, "L", "z_2").steps().stream().map(s -> Typed.plain(s.formula())))
        .containsExactly("d/dz_2 (|y - z_2|)", "sign(y - z_2) * (-1)", "sign(z_2 - y)");
  }

  @Test
  void derivativesAreWrittenWithTheNameOfTheirUnit() {
    Derivation derivation = derive(Typed.graph("h = tanh(z)\nL = h^2"), List.of(), "L", "z");
    assertThat(Typed.plain(adjoint(derivation, "L", "z").formula())).isEqualTo("dL/dh * (1 - h^2)");
  }

  @Test
  void consumersComeBeforeWhatTheyConsume() {
    Derivation derivation = derive(Typed.graph(SKIP), List.of(), "L", "w_0", "w_1", "w_2", "w_s");
    assertThat(derivation.adjoints().stream().map(a -> a.partial().by().name().key()))
        .containsExactly("z_2", "w_2", "w_s", "h_1", "z_1", "w_1", "h_0", "z_0", "w_0");
  }

  @Test
  void aNameWithAMinusSignCarriesThrough() {
    Alias alias =
        new Alias(
            Typed.quantity("Err"), true, Partial.total(Typed.quantity("L"), Typed.quantity("z")));
    Graph graph = Typed.graph("z = w * x\nL = (t - z)^2");
    Derivation derivation = derive(graph, List.of(alias), "L", "w");
    assertThat(Typed.plain(adjoint(derivation, "L", "w").formula())).isEqualTo("-Err * x");
  }

  @Test
  void directAndTotalPartialsOfOnePairAreToldApart() {
    Graph graph = Typed.graph(SKIP);
    List<Partial> requests =
        List.of(
            Partial.total(Typed.quantity("L"), Typed.quantity("h_0")),
            Partial.total(Typed.quantity("z_2"), Typed.quantity("h_0")));
    Derivation derivation =
        Differentiator.derive(graph, Typed.functions(), requests, List.of(), Set.of());
    assertThat(Typed.plain(adjoint(derivation, "L", "h_0").steps().getFirst().formula()))
        .isEqualTo("dL/dz_1 * dz_1/dh_0 + dL/dz_2 * d/dh_0 (w_s * h_0)");
    assertThat(Typed.plain(adjoint(derivation, "z_2", "h_0").formula()))
        .isEqualTo("dz_2/dz_1 * w_1 + w_s");
    assertThat(verify(graph, derivation).mismatch()).isEmpty();
  }

  @Test
  void whatVanishesIsSaidOnce() {
    Derivation derivation =
        derive(Typed.graph("s = step(w)\nq = s * u\nL = q^2"), List.of(), "L", "w");
    Adjoint adjoint = adjoint(derivation, "L", "w");
    assertThat(Typed.plain(adjoint.formula())).isEqualTo("0");
    assertThat(adjoint.steps().getLast().reason()).isEqualTo(new Reason.Vanishes());
  }

  /// By hand: fractions are put in only where all of them cancel.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p = sigmoid(z); L = -(y*log(p) + (1 - y)*log(1 - p)) | z | p - y
          p = sigmoid(z); L = -log(p)                          | z | -(1 - p)
          p = exp(z); L = log(p)                               | z | 1
          p = z^2; L = 1/p                                     | z | 2 * dL/dp * z
          p = tanh(z); L = (y - p)^2                           | z | dL/dp * (1 - p^2)
          """)
  void fractionsCancel(String network, String by, String expected) {
    Graph graph = Typed.graph(network.replace(';', '\n'));
    Derivation derivation = derive(graph, List.of(), "L", by);
    assertThat(verify(graph, derivation).mismatch()).isEmpty();
    assertThat(Typed.plain(adjoint(derivation, "L", by).formula())).isEqualTo(expected);
  }

  @Test
  void independenceIsAResultNotAnError() {
    Derivation derivation = derive(Typed.graph("a = x\nL = y^2"), List.of(), "L", "x");
    assertThat(adjoint(derivation, "L", "x").steps().getLast().reason())
        .isEqualTo(new Reason.Independent());
  }

  @Test
  void aChainOfTenThousandAndASumOfAHundredThousand() {
    StringBuilder chain = new StringBuilder("h0 = w * x\n");
    for (int i = 1; i < 10_000; i++) {
      chain.append("h%d = tanh(h%d)\n".formatted(i, i - 1));
    }
    Derivation deep = derive(Typed.graph(chain + "L = h9999^2"), List.of(), "L", "w");
    assertThat(deep.adjoints()).hasSize(10_001);

    StringBuilder sum = new StringBuilder("L = w_0");
    for (int i = 1; i < 100_000; i++) {
      sum.append(" + w_").append(i);
    }
    Derivation wide = derive(Typed.graph(sum.toString()), List.of(), "L", "w_7", "w_99999");
    assertThat(Typed.plain(adjoint(wide, "L", "w_7").formula())).isEqualTo("1");
  }

  @Test
  void aBentDerivationIsCaught() {
    Graph graph = Typed.graph("z = w * x\nL = z^2");
    Derivation right = derive(graph, List.of(), "L", "w");
    assertThat(verify(graph, right).mismatch()).isEmpty();
    List<Adjoint> bent = new ArrayList<>(right.adjoints());
    Adjoint last = bent.removeLast();
    Expr wrong = Typed.formula("-w");
    bent.add(
        new Adjoint(
            last.partial(),
            last.contributions(),
            List.of(new Derivation.Step(wrong, new Reason.Simplified())),
            wrong,
            last.alias()));
    assertThat(verify(graph, new Derivation(right.graph(), bent)).mismatch())
        .hasValueSatisfying(mismatch -> assertThat(mismatch).startsWith("dL/dw, line 1"));
  }

  private static Verification.Report verify(Graph graph, Derivation derivation) {
    return Verification.of(graph, Typed.functions(), derivation, Set.of(), List.of());
  }

  private static Value gradient(String graph, String of, String by, String at) {
    Graph network = Typed.graph(graph);
    Derivation derivation = derive(network, List.of(), of, by);
    assertThat(verify(network, derivation).mismatch()).isEmpty();
    Map<Symbol, Value> values = new LinkedHashMap<>(Typed.values(at));
    return Evaluation.of(derivation.graph(), Typed.functions(), values, (_, value) -> value)
        .values()
        .get(Partial.total(Typed.quantity(of), Typed.quantity(by)));
  }

  private static Derivation derive(Graph graph, List<Alias> aliases, String of, String... by) {
    List<Partial> requests =
        Stream.of(by).map(name -> Partial.total(Typed.quantity(of), Typed.quantity(name))).toList();
    return Differentiator.derive(graph, Typed.functions(), requests, aliases, Set.of());
  }

  private static Adjoint adjoint(Derivation derivation, String of, String by) {
    return derivation.adjoint(Partial.total(Typed.quantity(of), Typed.quantity(by))).orElseThrow();
  }
}
