package gradus.calculus.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.Typed;
import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapeTest {
  private static final Functions TWICE = Typed.functions().with(function("g", "u + u"));

  /// A neuron by hand: z = 2·3 - 4 = 2, r = 1/(1 + e^-2), L = (1 - r)²/2.
  @Test
  void runsAgainAndAgainInOneMemory() {
    Tape tape = tape("z = w * x + b\nh = sigmoid(z)\nL = 1/2 * (1 - h)^2", "w, x, b", "z, h, L");
    double[] memory = tape.doubles();
    put(tape, memory, "w = 2, x = 3, b = -4");
    tape.run(memory);
    assertThat(at(tape, memory, "z")).isEqualTo(2);
    assertThat(at(tape, memory, "h")).isCloseTo(0.880797077977882, within(1e-15));
    assertThat(at(tape, memory, "L")).isCloseTo(0.007104668309305, within(1e-14));

    put(tape, memory, "b = -6");
    tape.run(memory);
    assertThat(at(tape, memory, "h")).isEqualTo(0.5);
    assertThat(at(tape, memory, "L")).isEqualTo(0.125);
  }

  @Test
  void anInputTakesThePlaceOfItsDefinition() {
    Tape tape = tape("z = w * x\nh = z + 1", "z", "h");
    double[] memory = tape.doubles();
    put(tape, memory, "z = 5");
    tape.run(memory);
    assertThat(at(tape, memory, "h")).isEqualTo(6);
    assertThat(tape.length()).isEqualTo(1);
    assertThatThrownBy(() -> tape.slot(Typed.quantity("w")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Instructions, counted by hand; g(u) = u + u has one more, for the undefined u. Terms are added
  /// from the left, so x + y + x has no x + x in it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x * y                              | 1
          x * y + (x * y)^2                  | 3
          sigmoid(x) * (1 - sigmoid(x))      | 4
          x + y + x                          | 2
          1/2 + 1/3                          | 0
          2 * 3 * x                          | 1
          g(x) * g(x)                        | 3
          g(x) + x + x                       | 4
          g(x) * (x + x)                     | 3
          g(g(x))                            | 4
          {x if 1 < 2; y otherwise}          | 0
          {x if 1 > 2; y if x < y; 3 otherwise} | 2
          relu(x)                            | 3
          relu(x) + relu'(x)                 | 8
          """)
  void whatIsEqualIsComputedOnce(String formula, int instructions) {
    Tape tape = Tape.of(Typed.graph("r = " + formula), TWICE, symbols("x, y"), symbols("r"));
    assertThat(tape.length()).isEqualTo(instructions);
  }

  @Test
  void whatIsNotWantedIsLeftOut() {
    assertThat(tape("a = x^2\nb = a * x\nc = exp(b)", "x", "a").length()).isEqualTo(1);
  }

  /// f_40(x) = 2^40 x, which no tape could write out call by call.
  @Test
  void callsAtEqualArgumentsAreWrittenOnce() {
    Functions functions = Typed.functions().with(function("f_0", "u"));
    for (int i = 1; i <= 40; i++) {
      Expr inner = Formulas.call("f_" + (i - 1), Formulas.ref("u"));
      functions =
          functions.with(
              Function.defined(
                  Name.of("f_" + i), List.of(Name.of("u")), Formulas.sum(List.of(inner, inner))));
    }
    Definition top = new Definition(Typed.quantity("r"), Formulas.call("f_40", Formulas.ref("x")));
    Tape tape = Tape.of(Graph.of(List.of(top)), functions, symbols("x"), symbols("r"));
    double[] memory = tape.doubles();
    put(tape, memory, "x = 1/2");
    tape.run(memory);
    assertThat(at(tape, memory, "r")).isEqualTo(Math.pow(2, 39));
  }

  /// q_i = x + i, and r = q_1 + … + q_100000.
  @Test
  void deepGraphsAndLongSumsAreNoRecursion() {
    int depth = 100_000;
    List<Definition> definitions = new ArrayList<>();
    List<Expr> terms = new ArrayList<>();
    Expr last = Formulas.ref("x");
    for (int i = 0; i < depth; i++) {
      Symbol.Quantity symbol = Typed.quantity("q_" + (i + 1));
      definitions.add(new Definition(symbol, Formulas.sum(last, Formulas.ONE)));
      last = new Expr.Ref(symbol);
      terms.add(last);
    }
    definitions.add(new Definition(Typed.quantity("r"), Formulas.sum(terms)));
    Graph graph = Graph.of(definitions);
    Tape tape = Tape.of(graph, Typed.functions(), symbols("x"), symbols("r"));
    double[] memory = tape.doubles();
    tape.run(memory);
    assertThat(at(tape, memory, "r")).isNaN();
    put(tape, memory, "x = 0");
    tape.run(memory);
    double expected = depth * (depth + 1.0) / 2;
    assertThat(at(tape, memory, "r")).isEqualTo(expected);
    assertThat(evaluated(graph, "x = 0").get(Typed.quantity("r")))
        .isEqualTo(Value.of(Rational.of((long) expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/x                  | x = 0     | DIVISION_BY_ZERO
          x^-2                 | x = 0     | DIVISION_BY_ZERO
          x^y                  | x = 0, y = -1/2 | DIVISION_BY_ZERO
          x^y                  | x = -8, y = 1/3 | OUTSIDE_DOMAIN
          log(x)               | x = 0     | OUTSIDE_DOMAIN
          sqrt(x)              | x = -1    | OUTSIDE_DOMAIN
          exp(x)               | x = 1000  | TOO_LARGE
          1/exp(x)             | x = 1000  | TOO_LARGE
          exp(x) - exp(x)      | x = 1000  | TOO_LARGE
          0 * log(x)           | x = -1    | OUTSIDE_DOMAIN
          log(x)^0             | x = -1    | OUTSIDE_DOMAIN
          log(x) + 1/y         | x = -1, y = 0 | OUTSIDE_DOMAIN
          1/y + log(x)         | x = -1, y = 0 | DIVISION_BY_ZERO
          step(1/x)            | x = 0     | DIVISION_BY_ZERO
          max(log(y), 1/x)     | x = 0, y = -1 | OUTSIDE_DOMAIN
          leakyrelu(x, 1/y)    | x = 1, y = 0 | DIVISION_BY_ZERO
          {1 if x > 0; 2 if x < 0} | x = 0 | NO_BRANCH
          {1 if 1/x > 0; 2 otherwise} | x = 0 | MISSING
          {1 if x > 0 and 1/y > 0; 2 otherwise} | x = -1, y = 0 | MISSING
          x + nowhere          | x = 1     | MISSING
          g(x)                 | x = 1     | MISSING
          g(1/x)               | x = 0     | DIVISION_BY_ZERO
          """)
  void undefinedOnBothPathsWithItsCause(String formula, String inputs, Cause cause) {
    Graph graph = Typed.graph("r = " + formula);
    assertThat(evaluated(graph, inputs).get(Typed.quantity("r"))).isEqualTo(new Undefined(cause));
    assertThat(onDoubles(graph, inputs)).isNaN();
    assertThat(Evaluation.of(Typed.formula(formula), Typed.functions(), Typed.values(inputs)))
        .isEqualTo(new Undefined(cause));
  }

  /// Branches that do not hold do no harm.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {1/x if x < 0; 7 otherwise}       | x = 0        | 7
          {7 if x = 0; log(x) otherwise}    | x = 0        | 7
          {log(x) if x > 0; exp(1000*y) if x < 0; 3 otherwise} | x = 0, y = 1 | 3
          max(x, y)                         | x = 2, y = 3 | 3
          (-1) * x                          | x = 0        | 0
          """)
  void definedOnBothPaths(String formula, String inputs, double expected) {
    Graph graph = Typed.graph("r = " + formula);
    assertThat(evaluated(graph, inputs).get(Typed.quantity("r")).doubleValue()).isEqualTo(expected);
    assertThat(onDoubles(graph, inputs)).isEqualTo(expected);
  }

  /// a = 0.125 → 0.13 by hand, b = 2a = 0.26, not 0.25.
  @Test
  void aValueIsRoundedBeforeItIsUsed() {
    Graph graph = Typed.graph("a = x / 8\nc = x / 8\nb = 2 * a\nd = 2 * c");
    Map<Symbol, Value> values =
        Evaluation.of(graph, Typed.functions(), Typed.values("x = 1"), TapeTest::toCents).values();
    assertThat(values).containsEntry(Typed.quantity("b"), Value.of(Rational.of(26, 100)));
    assertThat(values).containsEntry(Typed.quantity("d"), Value.of(Rational.of(25, 100)));
  }

  /// Only `a` is rounded, so that an equal formula under another name keeps its value.
  private static Value toCents(Symbol symbol, Value value) {
    return symbol.equals(Typed.quantity("a")) && value instanceof Value.Exact(Rational number)
        ? Value.of(number.roundedTo(2))
        : value;
  }

  private static Function function(String name, String body) {
    return Function.defined(Name.of(name), List.of(Name.of("u")), Typed.formula(body));
  }

  private static Tape tape(String definitions, String inputs, String wanted) {
    return Tape.of(Typed.graph(definitions), Typed.functions(), symbols(inputs), symbols(wanted));
  }

  private static Map<Symbol, Value> evaluated(Graph graph, String inputs) {
    return Evaluation.of(graph, Typed.functions(), Typed.values(inputs), (_, value) -> value)
        .values();
  }

  private static double onDoubles(Graph graph, String inputs) {
    Set<Symbol> given = Typed.values(inputs).keySet();
    Tape tape = Tape.of(graph, Typed.functions(), given, symbols("r"));
    double[] memory = tape.doubles();
    put(tape, memory, inputs);
    tape.run(memory);
    return at(tape, memory, "r");
  }

  private static void put(Tape tape, double[] memory, String values) {
    Typed.values(values)
        .forEach((symbol, value) -> memory[tape.slot(symbol)] = value.doubleValue());
  }

  private static double at(Tape tape, double[] memory, String name) {
    return memory[tape.slot(Typed.quantity(name))];
  }

  private static Set<Symbol> symbols(String names) {
    Set<Symbol> symbols = new LinkedHashSet<>();
    for (String name : names.split(",")) {
      symbols.add(Typed.quantity(name.strip()));
    }
    return symbols;
  }
}
