package gradus.network;

import gradus.network.Unrolling.Unrolled;
import gradus.syntax.Diagnostic;
import gradus.syntax.NetworkReader;
import gradus.syntax.Reading;
import gradus.syntax.Source;
import java.util.List;
import java.util.Optional;

/// Reads a network file into a problem, or into every fault that keeps it from being one.
public final class ProblemReader {
  private ProblemReader() {}

  /// A problem, or diagnostics in the order of the text.
  public record Outcome(Optional<Problem> problem, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    private static Outcome of(Problem problem, Report report) {
      return new Outcome(
          report.isEmpty() ? Optional.of(problem) : Optional.empty(), report.sorted());
    }
  }

  public static Outcome read(Source source) {
    Reading reading = NetworkReader.read(source);
    Report report = new Report(source);
    Unrolled unrolled = Unrolling.of(EntryNames.of(reading.statements()), report);
    if (!unrolled.complete()) {
      reading.diagnostics().forEach(report);
      return new Outcome(Optional.empty(), report.sorted());
    }
    Assembly assembly = new Assembly(unrolled, report);
    Problem problem = new Whole(assembly, report).problem(reading.diagnostics().isEmpty());
    report.addBeneath(reading.diagnostics());
    return Outcome.of(problem, report);
  }
}
