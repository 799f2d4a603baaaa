package gradus.network;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.Diagnostic;
import gradus.syntax.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Networks as tests write them, and what they come to as tests read it.
final class Networks {
  static final String SKIP_CONNECTION =
      """
      network "MLP with a skip connection"
      input x
      target y
      weight w_0, w_1, w_2, w_s
      bias b_0, b_1, b_2 frozen
      convention relu'(0) = 1
      z_0 = w_0*x + b_0
      h_0 = relu(z_0)
      z_1 = w_1*h_0 + b_1
      h_1 = relu(z_1)
      z_2 = w_2*h_1 + w_s*h_0 + b_2
      loss L = |y - z_2|
      given w_0 = w_1 = w_2 = w_s = 0.5, b_0 = b_1 = b_2 = 0
      at first: x = 1, y = -3
      descend rate eta = 1
      """;

  private Networks() {}

  /// A problem from a text without faults.
  static Problem problem(String text) {
    ProblemReader.Outcome outcome = ProblemReader.read(new Source("test.gradus", text));
    assertThat(outcome.diagnostics()).isEmpty();
    return outcome.problem().orElseThrow();
  }

  static Run run(String text) {
    Problem problem = problem(text);
    Run.Outcome outcome = Run.of(Derived.of(problem));
    assertThat(outcome.diagnostics()).isEmpty();
    return outcome.run();
  }

  /// Faults of reading or, where there are none, of running, in the order told.
  static List<Diagnostic> faults(String text) {
    ProblemReader.Outcome read = ProblemReader.read(new Source("test.gradus", text));
    List<Diagnostic> faults = new ArrayList<>(read.diagnostics());
    assertThat(read.problem().isPresent()).isEqualTo(faults.isEmpty());
    read.problem()
        .map(problem -> Run.of(Derived.of(problem)))
        .ifPresent(outcome -> faults.addAll(outcome.diagnostics()));
    return faults;
  }

  /// `1:5 nothing is called 'z'`
  static String told(Diagnostic fault) {
    return fault.line() + ":" + fault.column() + " " + fault.sentence();
  }

  /// `z_1`, or `dL/dw`.
  static Symbol symbol(String text) {
    String[] sides = text.split("/");
    return sides.length == 1
        ? Quantity.of(text)
        : Partial.total(Quantity.of(sides[0].substring(1)), Quantity.of(sides[1].substring(1)));
  }

  static String value(Run.AtPoint at, String symbol) {
    return shown(at.value(symbol(symbol)));
  }

  /// `3/4`, `~0.5` where approximate.
  static String shown(Value value) {
    return switch (value) {
      case Value.Exact(var number) -> number.toString();
      case Value.Approximate(double number) -> "~" + number;
      case Value.Undefined(var cause) -> cause.toString();
    };
  }

  /// `w = 1, v = 2`
  static String shown(Map<? extends Symbol, Value> values) {
    List<String> all = new ArrayList<>();
    values.forEach((symbol, value) -> all.add(Spelling.of(symbol) + " = " + shown(value)));
    return String.join(", ", all);
  }
}
