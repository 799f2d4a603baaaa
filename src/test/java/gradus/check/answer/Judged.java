package gradus.check.answer;

import gradus.check.answer.CheckedAnswer.CheckedClaim;
import gradus.network.ProblemReader;
import gradus.syntax.Source;
import gradus.syntax.answer.AnswerReader;
import gradus.syntax.answer.Notation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Answers judged in tests: `wrong(sign)` for each link.
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

  /// One word for each link of the last display of a text.
  static String last(Exercise exercise, String... displays) {
    String text =
        List.of(displays).stream()
            .map(display -> "$$" + display + "$$")
            .collect(Collectors.joining("\n\n"));
    CheckedClaim claim = answer(exercise, text).claims().getLast();
    return claim.findings().stream().map(Judged::word).collect(Collectors.joining(" "));
  }

  static String word(Finding finding) {
    String verdict = finding.verdict().name().toLowerCase(Locale.ROOT);
    return finding
        .mistake()
        .map(mistake ->
            verdict + "(" + mistake.slip().name().toLowerCase(Locale.ROOT).replace('_', '-') + ")")
        .orElse(verdict);
  }
}
