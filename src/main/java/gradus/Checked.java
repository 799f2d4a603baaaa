package gradus;

import gradus.check.verdict.CheckedAnswer;
import gradus.check.verdict.Reveal;
import gradus.render.verdict.CheckCsv;
import gradus.render.verdict.CheckJson;
import gradus.render.verdict.CheckText;
import java.util.List;

/// Answers with their verdicts.
///
/// @param title of the network
public record Checked(String title, List<CheckedAnswer> answers) {
  public Checked {
    answers = List.copyOf(answers);
  }

  /// Whether everything judged is right, something was judged, and nothing is missing.
  public boolean isRight() {
    return !answers.isEmpty() && answers.stream().allMatch(CheckedAnswer::isRight);
  }

  public String table(TableFormat format, Reveal reveal) {
    return switch (format) {
      case TEXT -> CheckText.of(answers, reveal);
      case JSON -> CheckJson.of(title, answers, reveal);
      case CSV -> CheckCsv.of(answers, reveal);
    };
  }
}
