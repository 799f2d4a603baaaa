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
  ///
  /// @param numbers its [Problem#instance], derived, where there is one
  public record Outcome(
      Optional<Problem> problem, Optional<Derived> numbers, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    private static Outcome of(Whole.Reading reading, Report report) {
      return report.isEmpty()
          ? new Outcome(Optional.of(reading.problem()), reading.numbers(), List.of())
          : new Outcome(Optional.empty(), Optional.empty(), report.sorted());
    }
  }

  public static Outcome read(Source source) {
    Reading reading = NetworkReader.read(source);
    Report report = new Report(source);
    Unrolled unrolled = Unrolling.of(EntryNames.of(reading.statements()), report);
    if (!unrolled.complete()) {
      reading.diagnostics().forEach(report);
      return new Outcome(Optional.empty(), Optional.empty(), report.sorted());
    }
    Assembly assembly = new Assembly(unrolled, report);
    Whole.Reading read = new Whole(assembly, report).reading(reading.diagnostics().isEmpty());
    report.addBeneath(reading.diagnostics());
    return Outcome.of(read, report);
  }
}
