package gradus;

import gradus.check.answer.AnswerCheck;
import gradus.check.answer.CheckedAnswer;
import gradus.check.answer.Exercise;
import gradus.network.Derived;
import gradus.network.Problem;
import gradus.render.CheckJson;
import gradus.render.CheckLine;
import gradus.render.Reveal;
import gradus.syntax.Diagnostic;
import gradus.syntax.Source;
import gradus.syntax.answer.AnswerReader;
import gradus.syntax.answer.Notation;
import java.util.List;
import java.util.Optional;

/// A network, prepared once, that judges any number of answers. One thread at a time.
public final class Checker {
  private final String title;
  private final Exercise exercise;

  private Checker(String title, Exercise exercise) {
    this.title = title;
    this.exercise = exercise;
  }

  /// Either a checker, or diagnostics that say why there is none.
  public record Making(Optional<Checker> checker, List<Diagnostic> diagnostics) {
    public Making {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// @param numbers its instance, derived, where the data tell every size
  static Optional<Checker> of(Problem problem, Optional<Derived> numbers) {
    return Exercise.of(problem, numbers).map(exercise -> new Checker(problem.title(), exercise));
  }

  /// Judges one answer, whatever its text; nothing is thrown for it.
  ///
  /// @param name what verdicts call it, such as its file name
  public CheckedAnswer check(String name, String answer, Notation notation) {
    return AnswerCheck.of(exercise, AnswerReader.read(new Source(name, answer), notation));
  }

  /// Several answers with their verdicts, to be written.
  public Checked checked(List<CheckedAnswer> answers) {
    return new Checked(title, answers);
  }

  /// Judges the answer in a line `{"id": …, "answer": …, "format": …}`; the reply is one line too.
  public String reply(String line, Notation notation, Reveal reveal) {
    CheckLine question = CheckLine.read(line);
    if (question.answer().isEmpty()) {
      return CheckLine.unreadable(question.id());
    }
    Notation wanted = question.notation().orElse(notation);
    CheckedAnswer answer = check(question.id(), question.answer().get(), wanted);
    return CheckJson.line(question.id(), title, answer, reveal);
  }
}
