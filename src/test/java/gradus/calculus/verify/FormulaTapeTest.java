package gradus.calculus.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.Typed;
import gradus.calculus.verify.FiniteDifference.Estimate;
import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Formulas;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTapeTest {
  @Test
  void oneFormulaAtManyValuations() {
    FormulaTape tape = tape("x^2 + log(y)");
    assertThat(tape.at(Typed.values("x = 3, y = 1, z = 7"))).isEqualTo(9);
    assertThat(tape.at(Typed.values("x = 1/2, y = 1"))).isEqualTo(0.25);
    assertThat(tape.at(Typed.values("x = 1/2, y = 0"))).isNaN();
    assertThat(tape.at(Typed.values("x = 1/2"))).isNaN();
    assertThat(tape("1/2").at(Map.of())).isEqualTo(0.5);
  }

  /// Slopes by hand.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x^2 * y  | x = 3, y = 2  | 12
          y^2      | x = 3, y = 2  | 0
          relu(x)  | x = 1         | 1
          relu(x)  | x = -1        | 0
          """)
  void slopeByOneName(String formula, String world, double expected) {
    Optional<Estimate> slope = tape(formula).slope(Typed.quantity("x"), Typed.values(world));
    assertThat(slope.orElseThrow().value()).isCloseTo(expected, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          relu(x) | x = 0
          1/x     | x = 0
          x * y   | x = 0
          """)
  void noSlope(String formula, String world) {
    assertThat(tape(formula).slope(Typed.quantity("x"), Typed.values(world))).isEmpty();
  }

  /// The line ∂/∂x (x³) · w at x = 2, w = 1/4, with its derivative as a difference: 12/4 = 3.
  @Test
  void aLineWithAnUnfinishedDerivative() {
    Expr line =
        Formulas.product(
            new Derivative(Typed.formula("x^3"), Typed.quantity("x")), Typed.formula("w"));
    LineTape tape = new LineTape(line, Typed.functions());
    assertThat(tape.at(Typed.values("x = 2, w = 1/4"))).isCloseTo(3, within(1e-8));
    assertThat(tape.at(Typed.values("w = 1/4"))).isNaN();
  }

  private static FormulaTape tape(String formula) {
    return FormulaTape.of(Typed.formula(formula), Typed.functions());
  }
}
