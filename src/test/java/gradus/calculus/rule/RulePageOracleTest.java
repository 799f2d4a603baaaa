package gradus.calculus.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.tape.Evaluation;
import gradus.expr.Name;
import gradus.expr.Value;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.eval.ExprEvaluator;

/// The smooth rows of the rule page against another system, Symja.
class RulePageOracleTest {
  private static final ExprEvaluator SYMJA = new ExprEvaluator(true, (short) 10);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exp      | Exp(u)
          log      | Log(u)
          sqrt     | Sqrt(u)
          sin      | Sin(u)
          cos      | Cos(u)
          tanh     | Tanh(u)
          sigmoid  | 1/(1+Exp(-u))
          softplus | Log(1+Exp(u))
          identity | u
          """)
  void agreesWithSymja(String function, String definition) {
    Function row = Functions.rulePage().named(Name.of(function)).orElseThrow();
    for (double at : new double[] {0.03, 0.7, 1, 2.5, 11}) {
      double expected = SYMJA.eval("N(D(" + definition + ",u) /. u->" + at + ")").evalDouble();
      double actual =
          Evaluation.of(
                  row.derivatives().getFirst(),
                  Functions.rulePage(),
                  Map.of(row.parameter(0), Value.of(at)))
              .doubleValue();
      assertThat(actual)
          .as("%s at %s", function, at)
          .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "0.5, -1.5", "3, 0.25"})
  void powersAgreeWithSymja(double base, double exponent) {
    Function row = Functions.rulePage().named(Functions.POWER).orElseThrow();
    Map<gradus.expr.Symbol, Value> at =
        Map.of(row.parameter(0), Value.of(base), row.parameter(1), Value.of(exponent));
    for (int i = 0; i < 2; i++) {
      String by = i == 0 ? "u" : "v";
      double expected =
          SYMJA.eval("N(D(u^v," + by + ") /. {u->" + base + ",v->" + exponent + "})").evalDouble();
      assertThat(Evaluation.of(row.derivatives().get(i), Functions.rulePage(), at).doubleValue())
          .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }
  }
}
