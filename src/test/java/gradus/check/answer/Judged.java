package gradus.check.answer;

import gradus.network.ProblemReader;
import gradus.syntax.Source;
import gradus.syntax.answer.AnswerReader;
import gradus.syntax.answer.Notation;

/// Answers that tests make up, judged.
final class Judged {
  private Judged() {}

  static Exercise exercise(String network) {
    ProblemReader.Outcome read = ProblemReader.read(new Source("network", network));
    return Exercise.of(
            read.problem().orElseThrow(() -> new AssertionError(read.diagnostics().toString())),
            read.numbers())
        .orElseThrow();
  }

  static CheckedAnswer answer(Exercise exercise, String text) {
    return AnswerCheck.of(exercise, AnswerReader.read(new Source("answer", text), Notation.AUTO));
  }
}
