package gradus.check.judge;

import gradus.check.verdict.CheckedAnswer;
import gradus.check.world.Exercise;
import gradus.network.read.ProblemReader;
import gradus.syntax.line.AnswerReader;
import gradus.syntax.paper.Notation;
import gradus.syntax.source.Source;

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
