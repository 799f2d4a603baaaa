package gradus.network.read;

import static gradus.network.Networks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Expr.Number;
import gradus.expr.Index;
import gradus.expr.Rational;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.Networks;
import gradus.network.Problem;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Descent;
import gradus.network.Problem.Fact;
import gradus.syntax.print.PlainText;
import gradus.syntax.written.Statement.Combination;
import gradus.syntax.written.Statement.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemReaderTest {
  @Test
  void readsTheSkipConnection() {
    Problem problem = problem(Networks.SKIP_CONNECTION);
    assertThat(problem.title()).isEqualTo("MLP with a skip connection");
    assertThat(problem.loss()).contains(Quantity.of("L"));
    assertThat(spelled(problem.trainable())).containsExactly("w_0", "w_1", "w_2", "w_s");
    assertThat(spelled(problem.inputs())).containsExactly("x");
    assertThat(requests(problem)).containsExactly("dL/dw_0", "dL/dw_1", "dL/dw_2", "dL/dw_s");
    assertThat(problem.isParameter(Quantity.of("b_1"))).isTrue();
    assertThat(problem.isParameter(Quantity.of("x"))).isFalse();
    assertThat(problem.declaration(Quantity.of("z_1"))).isEmpty();
    assertThat(problem.points()).hasSize(1);
    assertThat(problem.given()).hasSize(7);
  }

  @Test
  void readsRolesAndFacts() {
    Problem problem =
        problem(
            """
            input x
            target y in {0, 1}
            weight w
            bias b frozen
            constant p >= 1
            quantity c in 1..3
            loss L = w*x + b + y + p + c
            """);
    assertThat(problem.declarations())
        .containsExactly(
            declared("x", Role.INPUT),
            declared("y", Role.TARGET, new Fact.OneOf(List.of(Rational.ZERO, Rational.ONE))),
            declared("w", Role.WEIGHT),
            new Declaration(Quantity.of("b"), Role.BIAS, true, List.of()),
            declared(
                "p",
                Role.CONSTANT,
                new Fact.Bound(gradus.expr.Condition.Relation.AT_LEAST, Rational.ONE)),
            declared("c", Role.QUANTITY, new Fact.Within(Index.of(1), Index.of(3))));
    assertThat(problem.points()).isEmpty();
  }

  private static Declaration declared(String name, Role role, Fact... facts) {
    return new Declaration(Quantity.of(name), role, false, List.of(facts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/2         | 1/2      | FRACTION
          0.50        | 1/2      | DECIMAL
          -3          | -3       | FRACTION
          2^-3        | 1/8      | FRACTION
          -0.5*2^3    | -4       | DECIMAL
          0.1/3       | 1/30     | FRACTION
          1e-3        | 1/1000   | DECIMAL
          sqrt(16)    | 4        | FRACTION
          relu(-2)    | 0        | FRACTION
          """)
  void valuesAreExactAndKeepTheirNotation(String typed, String value, String notation) {
    Problem problem = problem("weight w\nloss L = w^2\ngiven w = " + typed);
    Number number = problem.given().getFirst().value();
    assertThat(number.value()).hasToString(value);
    assertThat(number.notation()).hasToString(notation);
  }

  @Test
  void anIrrationalValueIsApproximate() {
    Problem problem = problem("weight w\nloss L = w^2\ngiven w = sqrt(2)");
    assertThat(problem.given().getFirst().value().notation())
        .isEqualTo(gradus.expr.Expr.Notation.APPROXIMATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # statements                                       | requests
          loss L = w*v                                       | dL/dw dL/dv
          loss L = w*v; derive dL/dv                         | dL/dv
          z = w; derive dz/dw, dz/dx                         | dz/dw dz/dx
          loss L = w; task (a): derive dL/dw                 | dL/dw
          loss L = w; derive dL/dv; task (a): derive dL/dw, dL/dv  | dL/dv dL/dw
          loss L = w; task (a) "Think."                      | dL/dw dL/dv
          loss L = w; name d = -dL/dw; derive d              | dL/dw
          quantity H; z = w*v; given dH/dz = 2               | dH/dw dH/dv
          """)
  void asksForWhatTheFileAsksFor(String statements, String requests) {
    Problem problem = problem("input x\nweight w, v\n" + statements.replace("; ", "\n"));
    assertThat(requests(problem)).containsExactly(requests.split(" "));
  }

  @Test
  void requestsByPathsAreMarked() {
    Problem problem = problem("weight w\nloss L = w^2\nderive dL/dw by paths");
    assertThat(problem.requests().getFirst().byPaths()).isTrue();
  }

  @Test
  void readsTasks() {
    Problem problem =
        problem("weight w\nloss L = w\ntask (c) [3/2 points] \"Derive it.\": derive dL/dw");
    assertThat(problem.tasks())
        .singleElement()
        .satisfies(task -> {
          assertThat(task.label()).isEqualTo("c");
          assertThat(task.points()).contains(Rational.of(3, 2));
          assertThat(task.text()).isEqualTo("Derive it.");
          assertThat(task.requests()).hasSize(1);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # after 'weight w', 'input x' and 'loss L = w*x'     | points
          given w = 1, x = 2                                   | 1
          given w = 1                                          | 0
          at x = 1, w = 2                                      | 1
          given w = 1; at a: x = 1; at b: x = 2                | 2
          """)
  void givenValuesAloneMakeAPointIfTheyAreComplete(String data, int points) {
    Problem problem = problem("weight w\ninput x\nloss L = w*x\n" + data.replace("; ", "\n"));
    assertThat(problem.points()).hasSize(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a given value makes what lies beyond it unnecessary
          given p = 0.7, y = 1                | dL/dp dL/dz
          given y = 1, p = 0.7                | dL/dz
          given dL/dp = -2, p = 0.7           | dL/dz
          given dL/dz = -2, x = 3             | dL/dw
          given dL/dw = -2                    | dL/dw
          """)
  void givenIntermediatesAndAdjointsAreEnough(String given, String requests) {
    Problem problem =
        problem(
            """
            input x
            target y
            weight w
            z = w*x
            p = sigmoid(z)
            loss L = -log(p)*y
            """
                + given
                + "\nderive "
                + requests.replace(" ", ", "));
    assertThat(problem.points()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          descend rate 1/2                              | ; 1/2; w v; 0; 1; false
          descend rate eta = 1/2                        | eta; 1/2; w v; 0; 1; false
          descend rate η                                | η; ; w v; 0; 1; false
          given mu = 3; descend rate mu                 | mu; 3; w v; 0; 1; false
          descend rate 1 on v times 4                   | ; 1; v; 0; 4; false
          descend rate 1 at a, then a times 9 show last | ; 1; w v; 0 0; 9; true
          descend rate 1 on x                           | ; 1; x; 0; 1; false
          """)
  void readsDescents(String statement, String expected) {
    Problem problem =
        problem(
            "weight w, v\ninput x\nloss L = w*v*x\nat a: w = 1, v = 2, x = 1\n"
                + statement.replace("; ", "\n"));
    assertThat(shown(problem.descents().getFirst())).isEqualTo(expected);
    assertThat(problem.given()).isEmpty();
  }

  private static String shown(Descent descent) {
    return String.join(
        "; ",
        descent.rateName().map(Object::toString).orElse(""),
        descent.rate().map(PlainText::of).orElse(""),
        String.join(" ", spelled(descent.moved())),
        String.join(" ", descent.points().stream().map(String::valueOf).toList()),
        String.valueOf(descent.times()),
        String.valueOf(descent.showLast()));
  }

  @Test
  void aStepOverAllPointsNamesNone() {
    Problem problem =
        problem(
            """
            weight w
            input x
            loss L = w*x
            loss over points mean
            given w = 1
            at x = 1
            at x = 2
            descend rate 1
            """);
    assertThat(problem.lossOverPoints()).contains(Combination.MEAN);
    assertThat(problem.descents().getFirst().points()).isEmpty();
  }

  @Test
  void functionsAreDefinedAbstractOrRenamedInAnyOrder() {
    Problem problem =
        problem(
            """
            input x
            function f = g
            function g = leakyrelu
            function swish(z) = z*s(z)
            function s = sigmoid
            function h(z)
            convention leakyrelu'(0) = 1
            y = f(x) + swish(x) + h(x)
            derive dy/dx
            """);
    assertThat(problem.ownFunctions().stream().map(Object::toString))
        .containsExactly("f", "g", "swish", "s", "h");
    assertThat(problem.functions().named(gradus.expr.Name.of("f")).orElseThrow().kink())
        .isEqualTo(
            problem.functions().named(gradus.expr.Name.of("leakyrelu")).orElseThrow().kink());
    assertThat(problem.conventions()).hasSize(1);
  }

  @Test
  void theLossMayHaveTheNameOfTheFunctionItUses() {
    Problem problem = problem("target y\nweight w\nloss squared_error = squared_error(y, w)");
    assertThat(requests(problem)).containsExactly("dsquared_error/dw");
  }

  @Test
  void namesAreComparedByKeyAndPrintedAsDeclared() {
    Problem problem = problem("weight η_1, ŵ\nδ = eta_1*what\nloss L = delta^2");
    assertThat(requests(problem)).containsExactly("dL/dη_1", "dL/dŵ");
  }

  @Test
  void literalLabelsArePartOfAName() {
    Problem problem = problem("input z[0]\nweight W[1]\nz[1] = W[1]*z[0]\nloss L = z[1]^2");
    assertThat(requests(problem)).containsExactly("dL/dW[1]");
  }

  @Test
  void whatScalarsDoNotNeedIsAccepted() {
    Problem problem =
        problem(
            "layout numerator\nindex from 0\nweight w\nloss L = w\nderive dL/dw entry by entry");
    assertThat(requests(problem)).containsExactly("dL/dw");
  }

  @Test
  void withoutATitleTheFileGivesIt() {
    assertThat(problem("weight w\nloss L = w").title()).isEqualTo("test");
  }

  @Test
  void theDerivationHoldsWhatAStepNeeds() {
    Problem problem = problem("weight w, v\nloss L = w*v\nderive dL/dw\ndescend rate eta");
    assertThat(problem.partials().stream().map(Citation::of)).containsExactly("dL/dw", "dL/dv");
    assertThat(problem.objective()).isEqualTo(Optional.of(Quantity.of("L")));
  }

  private static List<String> requests(Problem problem) {
    return problem.requests().stream().map(request -> Citation.of(request.partial())).toList();
  }

  private static List<String> spelled(List<Quantity> quantities) {
    return quantities.stream().map(Citation::of).toList();
  }
}
