package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Index.Letter;
import gradus.expr.Shape;
import gradus.network.Unrolling.Unrolled;
import gradus.syntax.Diagnostic;
import gradus.syntax.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A problem with numbers for its letters: its statements read again, families written out.
final class Instance {
  private Instance() {}

  /// @param typed with shapes in numbers; empty if a letter is left or if there are faults
  record Reading(Optional<Problem> typed, List<Diagnostic> faults) {
    Optional<Problem> scalars() {
      return typed.map(Scalars::of);
    }
  }

  static Reading of(Problem problem, Map<Letter, Integer> sizes) {
    return read(problem, problem.origin().statements(), sizes);
  }

  /// They may be of other sizes.
  static Reading withoutData(Problem problem, Map<Letter, Integer> sizes) {
    return read(
        problem,
        problem.origin().statements().stream().filter(statement -> !isData(statement)).toList(),
        sizes);
  }

  private static boolean isData(Statement statement) {
    return statement instanceof Statement.Given
        || statement instanceof Statement.At
        || statement instanceof Statement.Descend;
  }

  private static Reading read(
      Problem problem, List<Statement> statements, Map<Letter, Integer> sizes) {
    Report report = new Report(problem.origin().source());
    Unrolled unrolled = Unrolling.of(statements, sizes, report);
    Problem typed = new Assembly(statements, unrolled, report).problem();
    boolean sound = report.isEmpty() && isInNumbers(typed);
    return new Reading(sound ? Optional.of(typed) : Optional.empty(), report.sorted());
  }

  private static boolean isInNumbers(Problem problem) {
    return problem.declarations().stream()
            .allMatch(d -> d.family().isEmpty() && isInNumbers(d.quantity().shape()))
        && problem.graph().definitions().stream().allMatch(Instance::isInNumbers);
  }

  private static boolean isInNumbers(Definition definition) {
    return definition.family().isEmpty()
        && isInNumbers(definition.symbol().shape())
        && Typing.letters(definition.formula()).isEmpty();
  }

  private static boolean isInNumbers(Shape shape) {
    return shape.axes().stream().allMatch(axis -> axis.constant().isPresent());
  }
}
