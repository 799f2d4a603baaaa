package gradus.calculus.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.Typed;
import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.expr.Value.Approximate;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/3 + 1/6          | 1/2
          0.1 + 0.2          | 3/10
          (2/3)^-2           | 9/4
          relu(-1/3)         | 0
          leakyrelu(-2)      | -1/50
          leakyrelu(-2, 1/2) | -1
          abs(-3)            | 3
          max(1/3, 1/4, 2)   | 2
          sigmoid(0)         | 1/2
          tanh(0)            | 0
          sqrt(4/9)          | 2/3
          (4/9)^(1/2)        | 2/3
          exp(0) + log(1)    | 1
          0^0                | 1
          (-1)^1000000       | 1
          {1 if 2 < 3; 5 otherwise} | 1
          """)
  void exactWhereTheFunctionsAllow(String formula, String expected) {
    assertThat(value(formula)).isInstanceOf(Value.Exact.class).isEqualTo(value(expected));
  }

  /// Published digits of the functions.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exp(1)        | 2.718281828459045
          log(2)        | 0.693147180559945
          sqrt(2)       | 1.414213562373095
          sin(1)        | 0.841470984807897
          cos(1)        | 0.540302305868140
          tanh(1)       | 0.761594155955765
          sigmoid(1)    | 0.731058578630005
          sigmoid(-800) | 0
          softplus(0)   | 0.693147180559945
          softplus(900) | 900
          2^0.5         | 1.414213562373095
          """)
  void approximateElsewhere(String formula, double expected) {
    assertThat(value(formula).doubleValue()).isCloseTo(expected, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/(1-1)     | DIVISION_BY_ZERO
          0^-1        | DIVISION_BY_ZERO
          log(0)      | OUTSIDE_DOMAIN
          log(-1)     | OUTSIDE_DOMAIN
          sqrt(-1)    | OUTSIDE_DOMAIN
          (-8)^(1/3)  | OUTSIDE_DOMAIN
          9^9^9^9     | TOO_LARGE
          exp(1000)   | TOO_LARGE
          x           | MISSING
          g(1)        | MISSING
          {1 if 1 > 2; 0 if 1 < 0} | NO_BRANCH
          """)
  void undefinedWithItsCause(String formula, Cause cause) {
    assertThat(value(formula)).isEqualTo(new Undefined(cause));
  }

  @Test
  void longNumbersGoOnAsDoubles() {
    assertThat(value("3^400")).isInstanceOf(Value.Exact.class);
    Value power = value("3^500");
    assertThat(power).isInstanceOf(Approximate.class);
    assertThat(power.doubleValue()).isCloseTo(3.636029179586993e238, within(1e225));
  }

  @Test
  void kinksAreReportedWithTheDerivativeUsed() {
    Graph graph = Typed.graph("z = w * x\nh = relu(z)\nL = h^2");
    Evaluation.Result result =
        Evaluation.of(graph, Typed.functions(), Typed.values("w = 0, x = 1"), (_, value) -> value);
    assertThat(result.kinks())
        .singleElement()
        .satisfies(kink -> {
          assertThat(kink.argument()).isEqualTo(new Expr.Ref(Typed.quantity("z")));
          assertThat(kink.function().key()).isEqualTo("relu");
          assertThat(kink.used()).hasValue(Value.ZERO);
        });
  }

  /// In the order of the graph; a branch that does not hold, a derivative and what comes after an
  /// undefined argument meet nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          relu(x) + abs(x - 1)              | u       | x = 0        | x: relu
          abs(x - 1) + relu(x)              | u       | x = 1        | x - 1: abs
          relu(x) * relu(y)                 | u       | x = 0, y = 0 | x: relu; y: relu
          relu(x) + relu(x)                 | u       | x = 0        | x: relu
          relu(x) + relu(y - y)             | u       | x = 0, y = 1 | x: relu; y - y: relu
          max(x, y)                         | u       | x = 1, y = 1 | x: max
          {relu(y) if x > 1; 2 otherwise}   | u       | x = 0, y = 0 |
          {relu(y) if x > 1; 2 otherwise}   | u       | x = 2, y = 0 | y: relu
          {1 if relu(x) > 1; 2 otherwise}   | u       | x = 0        | x: relu
          {1 if x > 1; 2 otherwise}         | u       | x = 1        | x: cases
          relu(log(y)) + abs(x)             | u       | x = 0, y = -1 | x: abs
          max(log(y), relu(x))              | u       | x = 0, y = -1 |
          relu(relu(x) - x)                 | u       | x = 0        | x: relu; relu(x) - x: relu
          relu'(x)                          | u       | x = 0        | x: relu
          g(2*x)                            | abs(u)  | x = 0        | 2 * x: g
          g(x + 1)                          | u*relu(u - 1) | x = 0  | x + 1 - 1: relu
          g(x) + g(y)                       | u*relu(u) | x = 0, y = 0 | x: relu; y: relu
          g(x)                              | {1 if u >= 0; 2 otherwise} | x = 0 | x: cases
          """)
  void kinksAreMetAsAPersonMeetsThem(String formula, String g, String values, String kinks) {
    Functions functions =
        Typed.functions()
            .with(Function.defined(Name.of("g"), List.of(Name.of("u")), Typed.formula(g)));
    Symbol.Quantity q = Typed.quantity("q");
    Symbol.Partial partial = Symbol.Partial.total(q, Typed.quantity("x"));
    Graph graph =
        Graph.of(
            List.of(
                new Definition(q, Typed.formula(formula)),
                new Definition(partial, Typed.formula("{x if x < 0; sign(x) otherwise}"))));
    assertThat(
            Evaluation.of(graph, functions, Typed.values(values), (_, value) -> value)
                .kinks()
                .stream()
                .map(kink -> Typed.plain(kink.argument()) + ": " + kink.function())
                .collect(Collectors.joining("; ")))
        .isEqualTo(kinks == null ? "" : kinks);
  }

  private static Value value(String formula) {
    return Evaluation.of(Typed.formula(formula), Typed.functions(), Map.of());
  }
}
