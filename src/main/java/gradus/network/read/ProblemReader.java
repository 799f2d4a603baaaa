package gradus.network.read;

import gradus.network.Derived;
import gradus.network.Diagnostics;
import gradus.network.Problem;
import gradus.network.instance.Unrolling;
import gradus.network.instance.Unrolling.Unrolled;
import gradus.syntax.read.NetworkParse;
import gradus.syntax.read.NetworkReader;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
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

    private static Outcome of(ProblemCheck.Reading reading, Diagnostics report) {
      return report.isEmpty()
          ? new Outcome(Optional.of(reading.problem()), reading.numbers(), List.of())
          : new Outcome(Optional.empty(), Optional.empty(), report.sorted());
    }
  }

  public static Outcome read(Source source) {
    NetworkParse reading = NetworkReader.read(source);
    Diagnostics report = new Diagnostics(source);
    Unrolled unrolled = Unrolling.of(EntryNames.of(reading.statements()), report);
    if (!unrolled.complete()) {
      reading.diagnostics().forEach(report);
      return new Outcome(Optional.empty(), Optional.empty(), report.sorted());
    }
    Assembly assembly = new Assembly(unrolled, report);
    ProblemCheck.Reading read =
        new ProblemCheck(assembly, report).reading(reading.diagnostics().isEmpty());
    report.addBeneath(reading.diagnostics());
    return Outcome.of(read, report);
  }
}
