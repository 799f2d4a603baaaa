package gradus.render;

import gradus.calculus.Derivation;
import gradus.network.Derived;
import gradus.network.Problem;
import gradus.network.ProblemReader;
import gradus.network.Run;
import gradus.syntax.Source;

/// A network file, read, derived and run.
record Solved(Problem problem, Derivation derivation, Run run) {
  /// A line, an absolute value as its loss, one step; the numbers are fractions.
  static final String LINE =
      """
      network "a line"
      input x
      target y
      weight w
      bias b frozen
      p = w * x + b
      loss L = |y - p|
      given w = 1/2, b = 0
      at x = 1, y = -3
      descend rate 1
      derive dL/dw, dp/dx
      """;

  static Solved of(String network) {
    ProblemReader.Outcome read = ProblemReader.read(new Source("test.gradus", network));
    Problem problem = read.problem().orElseThrow(() -> new AssertionError(read.diagnostics()));
    Derived derived = Derived.of(problem);
    return new Solved(problem, derived.derivation(), Run.of(derived).run());
  }

  String evalJson() {
    return EvalJson.of(problem, run);
  }

  String solveJson() {
    return SolveJson.of(problem, problem, derivation, run, 1e-10);
  }
}
