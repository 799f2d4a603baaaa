package gradus.network.run;

import static gradus.network.Networks.SKIP_CONNECTION;
import static gradus.network.Networks.run;
import static gradus.network.Networks.shown;
import static gradus.network.Networks.value;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Rational;
import gradus.network.Citation;
import gradus.network.Networks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          z_0, 1/2
          h_0, 1/2
          z_1, 1/4
          h_1, 1/4
          z_2, 3/8
          L, 27/8
          dL/dz_2, 1
          dL/dh_1, 1/2
          dL/dh_0, 3/4
          dL/dw_0, 3/4
          dL/dw_1, 1/4
          dL/dw_2, 1/4
          dL/dw_s, 1/2
          """)
  void theSkipConnectionForwardAndBackward(String symbol, String value) {
    assertThat(value(run(SKIP_CONNECTION).points().getFirst(), symbol)).isEqualTo(value);
  }

  @Test
  void theSkipConnectionAfterAStep() {
    Run.Step step = run(SKIP_CONNECTION).steps().getFirst();
    assertThat(shown(step.old())).isEqualTo("w_0 = 1/2, w_1 = 1/2, w_2 = 1/2, w_s = 1/2");
    assertThat(shown(step.gradients())).isEqualTo("w_0 = 3/4, w_1 = 1/4, w_2 = 1/4, w_s = 1/2");
    assertThat(shown(step.updated())).isEqualTo("w_0 = -1/4, w_1 = 1/4, w_2 = 1/4, w_s = 0");
    assertThat(value(step.after().getFirst(), "L")).isEqualTo("3");
    assertThat(step.after().getFirst().kinks())
        .singleElement()
        .satisfies(kink -> assertThat(Citation.of(kink.argument())).isEqualTo("z_1"));
  }

  @Test
  void trainableBiasesMoveToo() {
    Run run = run(SKIP_CONNECTION.replace(" frozen", ""));
    assertThat(value(run.steps().getFirst().after().getFirst(), "L")).isEqualTo("2");
  }

  /// L = w^2 x: w - rate 2wx is 4/5 w at x = 1 and 3/5 w at x = 2, by turns.
  @Test
  void stepsTakeTheirPointsByTurns() {
    Run run = run(TWO_POINTS + "descend rate 0.1 at first, then second times 2");
    assertThat(run.steps().stream().map(step -> shown(step.updated())))
        .containsExactly("w = 4/5", "w = 12/25", "w = 48/125", "w = 144/625");
    assertThat(run.steps().stream().map(Run.Step::number)).containsExactly(1, 2, 3, 4);
    assertThat(run.steps().stream().map(step -> step.before().size())).containsOnly(1);
  }

  private static final String TWO_POINTS =
      """
      weight w
      input x
      loss L = w^2*x
      given w = 1
      at first: x = 1
      at second: x = 2
      """;

  @ParameterizedTest
  @CsvSource({"sum, 3, 6, 2/5, 12/25", "mean, 3/2, 3, 7/10, 147/200"})
  void oneStepMayTakeAllPoints(
      String how, String loss, String gradient, String updated, String lossAfter) {
    Run run = run(TWO_POINTS + "loss over points " + how + "\ndescend rate 0.1");
    Run.Combined combined = run.combined().orElseThrow();
    assertThat(shown(combined.loss())).isEqualTo(loss);
    assertThat(shown(combined.gradients())).isEqualTo("dL/dw = " + gradient);
    Run.Step step = run.steps().getFirst();
    assertThat(shown(step.gradients())).isEqualTo("w = " + gradient);
    assertThat(shown(step.updated())).isEqualTo("w = " + updated);
    assertThat(step.after()).hasSize(2);
    assertThat(
            shown(
                new BatchReduction(Networks.problem(TWO_POINTS + "loss over points " + how))
                    .of(Networks.symbol("L"), step.after())))
        .isEqualTo(lossAfter);
  }

  @Test
  void descentsFollowOneAnother() {
    Run run =
        run(
            """
            weight w, v
            loss L = w^2 + v^2
            given w = 1, v = 1
            descend rate 1/4 on w
            descend rate eta
            descend rate 1/2 times 2 show last
            """);
    assertThat(run.steps().stream().map(step -> step.number() + ": " + shown(step.updated())))
        .containsExactly("1: w = 1/2", "3: w = 0, v = 0");
    assertThat(run.steps().stream().map(Run.Step::descent)).containsExactly(0, 2);
    assertThat(run.steps().getFirst().rate()).isEqualTo(Rational.of(1, 4));
  }

  @Test
  void tenThousandStepsKeepOne() {
    Run run =
        run(
            """
            input x
            target y
            weight w_1, w_2
            bias b_1, b_2
            h = tanh(w_1*x + b_1)
            loss L = 1/2*(w_2*h + b_2 - y)^2
            given w_1 = 0.1, w_2 = -0.2, b_1 = b_2 = 0, x = 0.5, y = 0.8
            descend rate 0.1 times 10000 show last
            """);
    assertThat(run.steps()).singleElement().satisfies(s -> assertThat(s.number()).isEqualTo(10000));
    assertThat(run.steps().getFirst().after().getFirst().value(Networks.symbol("L")).doubleValue())
        .isLessThan(1e-20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # z = 1.2345, p = z^2 = 1.52399025, dp/dw = 2z x = 2.469, w - 0.1 * 2.469 = 0.9876
          ''                       | 2469/2000     | 6095961/4000000 | 2469/1000   | 2469/2500
          round 2                  | 123/100       | 151/100         | 123/50      | 99/100
          round z to 2             | 123/100       | 15129/10000     | 123/50      | 1977/2000
          round dp to 1            | 2469/2000     | 6095961/4000000 | 5/2         | 1969/2000
          round w to 1             | 2469/2000     | 6095961/4000000 | 2469/1000   | 1
          """)
  void computedValuesAreRoundedBeforeTheyAreUsed(
      String round, String z, String p, String gradient, String updated) {
    Run run =
        run(
            """
            input x
            weight w
            z = w*x
            loss p = z^2
            name dp = dp/dw
            given w = 1.2345, x = 1
            descend rate 0.1
            """
                + round);
    Run.AtPoint at = run.points().getFirst();
    assertThat(List.of(value(at, "z"), value(at, "p"), value(at, "dp/dw")))
        .containsExactly(z, p, gradient);
    assertThat(value(at, "w")).isEqualTo("2469/2000");
    assertThat(shown(run.steps().getFirst().updated())).isEqualTo("w = " + updated);
  }

  @Test
  void namesOfAdjointsHaveTheirSign() {
    Run run =
        run(
            """
            weight w
            z = w + 1
            loss L = z^2
            name err = -dL/dz
            given w = 2
            """);
    Run.AtPoint at = run.points().getFirst();
    assertThat(value(at, "err")).isEqualTo("-6");
    assertThat(value(at, "dL/dz")).isEqualTo("6");
    assertThat(value(at, "dL/dw")).isEqualTo("6");
  }

  @ParameterizedTest
  @CsvSource({
    "relu, -2, 0, 0",
    "identity, -2, -2, 1",
    "leakyrelu, -2, -1/50, 1/100",
    "swap, -2, 2, -1"
  })
  void aPointMayFixAbstractFunctions(String function, String x, String y, String slope) {
    Run run =
        run(
            """
            input x
            function g(z)
            function swap(z) = -z
            y = g(x)
            derive dy/dx
            at x = %s, g = %s
            """
                .formatted(x, function));
    assertThat(value(run.points().getFirst(), "y")).isEqualTo(y);
    assertThat(value(run.points().getFirst(), "dy/dx")).isEqualTo(slope);
  }

  @Test
  void aGivenAdjointIsWhereTheChainBegins() {
    Run run =
        run(
            """
            input x
            weight w
            quantity H
            z = w*x
            given w = 2, x = 3, dH/dz = -1
            descend rate 1
            """);
    assertThat(value(run.points().getFirst(), "dH/dw")).isEqualTo("-3");
    assertThat(shown(run.steps().getFirst().updated())).isEqualTo("w = 5");
    assertThat(run.contradictions()).isEmpty();
  }

  /// A given intermediate holds before the step; after it, it is computed.
  @Test
  void aStepOutdatesGivenIntermediates() {
    Run run =
        run(
            """
            input x
            weight w
            z = w*x
            loss L = z^2
            given w = 1, x = 1, z = 2
            descend rate 1/8
            """);
    Run.Step step = run.steps().getFirst();
    assertThat(value(step.before().getFirst(), "L")).isEqualTo("4");
    assertThat(shown(step.updated())).isEqualTo("w = 1/2");
    assertThat(value(step.after().getFirst(), "L")).isEqualTo("1/4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # p = sigmoid(2) = 0.880797…, dL/dp = -1/p
          p = 0.88        | ''
          p = 0.881       | ''
          p = 0.9         | ''
          p = 0.89        | p
          p = 8/9         | p
          dL/dp = -1.135  | ''
          dL/dp = -1.2    | dL/dp
          """)
  void aGivenValueMayContradictTheOthers(String given, String contradicted) {
    Run run =
        run(
            """
            weight z
            p = sigmoid(z)
            loss L = -log(p)
            given z = 2,\s\
            """
                + given);
    assertThat(run.contradictions().stream().map(c -> Citation.of(c.symbol())).toList())
        .isEqualTo(contradicted.isEmpty() ? List.of() : List.of(contradicted));
  }

  @Test
  void anUndefinedConventionLeavesTheDerivativeUndefined() {
    Run run = run("weight w\nloss L = relu(w)\nconvention relu'(0) = undefined\ngiven w = 0");
    assertThat(value(run.points().getFirst(), "dL/dw")).isEqualTo("NO_BRANCH");
  }

  @Test
  void withoutDataThereIsNothingToRun() {
    Run run = run("weight w\nloss L = w^2\ndescend rate eta");
    assertThat(run.points()).isEmpty();
    assertThat(run.steps()).isEmpty();
  }
}
