package gradus;

import gradus.calculus.Derivation;
import gradus.calculus.Verification;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.ProblemReader;
import gradus.network.Run;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Source;
import gradus.syntax.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Java API: everything that the command line does, without files, streams and exit codes.
///
/// ```java
/// Gradus.Solving solving = Gradus.solve("neuron.gradus", """
///     input x
///     weight w
///     z = w * x
///     loss L = z^2
///     at x = 1, w = 3
///     """);
/// Solution solution = solving.solution().orElseThrow();
/// solution.value("dL/dw");          // Exact[number=6]
/// solution.sheet(SheetFormat.LATEX);
/// ```
///
/// Nothing is thrown for a fault of the input: a call returns what it could make and the
/// diagnostics. [GradusFault] is thrown for a fault of Gradus itself.
public final class Gradus {
  private Gradus() {}

  /// Either a solution, or diagnostics that say why there is none.
  public record Solving(Optional<Solution> solution, List<Diagnostic> diagnostics) {
    public Solving {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Reads a network file and solves it.
  ///
  /// @param name what diagnostics call the text, such as its file name
  /// @throws GradusFault if a derivative disagrees with finite differences
  public static Solving solve(String name, String network) {
    ProblemReader.Outcome read = ProblemReader.read(new Source(name, network));
    return read.problem()
        .map(Gradus::solve)
        .orElseGet(() -> new Solving(Optional.empty(), read.diagnostics()));
  }

  /// Derives, evaluates and verifies a problem.
  ///
  /// @throws GradusFault if a derivative disagrees with finite differences
  public static Solving solve(Problem problem) {
    return problem.instance().map(Gradus::solved).orElseGet(() -> open(problem));
  }

  /// A size without a number.
  private static Solving open(Problem problem) {
    Diagnostic fault =
        Fault.UNSUPPORTED.at(
            problem.origin().source(), new Span(0, 0), "a network that leaves sizes open");
    return new Solving(Optional.empty(), List.of(fault));
  }

  private static Solving solved(Problem problem) {
    Derivation derivation = problem.derivation();
    Run.Outcome outcome = Run.of(problem, derivation);
    if (!outcome.diagnostics().isEmpty()) {
      return new Solving(Optional.empty(), outcome.diagnostics());
    }
    Verification.Report verification = verified(problem, derivation, outcome.run());
    return new Solving(
        Optional.of(new Solution(problem, derivation, outcome.run(), verification)), List.of());
  }

  private static Verification.Report verified(Problem problem, Derivation derivation, Run run) {
    List<Map<Symbol, Value>> data = run.points().stream().map(Run.AtPoint::values).toList();
    Verification.Report report =
        Verification.of(
            problem.graph(), problem.functions(), derivation, problem.givenEverywhere(), data);
    if (report.mismatch().isPresent()) {
      throw new GradusFault("a derivative could not be verified: " + report.mismatch().get());
    }
    return report;
  }
}
