package gradus.render.latex;

import gradus.calculus.step.Derivation;
import gradus.network.Derived;
import gradus.network.Problem;
import gradus.network.read.ProblemReader;
import gradus.network.run.Run;
import gradus.render.data.EvalJson;
import gradus.render.data.SolveJson;
import gradus.syntax.source.Source;

/// A network file, read, derived and run.
public record Solved(Problem problem, Derivation derivation, Run run) {
  /// A line, an absolute value as its loss, one step; the numbers are fractions.
  public static final String LINE =
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

  public static Solved of(String network) {
    ProblemReader.Outcome read = ProblemReader.read(new Source("test.gradus", network));
    Problem problem = read.problem().orElseThrow(() -> new AssertionError(read.diagnostics()));
    Derived derived = Derived.of(problem);
    return new Solved(problem, derived.derivation(), Run.of(derived).run());
  }

  public String evalJson() {
    return EvalJson.of(problem, run);
  }

  public String solveJson() {
    return SolveJson.of(problem, problem, derivation, run, 1e-10);
  }
}
