package gradus.render;

import gradus.check.answer.CheckedAnswer;
import gradus.check.answer.CheckedAnswer.CheckedClaim;
import gradus.check.answer.CheckedTask;
import gradus.check.answer.Verdict;
import gradus.syntax.PlainText;
import gradus.syntax.Printable;
import gradus.syntax.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Verdicts on answers to be read: a line for each claim, with what is to be said below it.
public final class CheckText {
  private static final int WIDTH = 76;

  private final StringBuilder out = new StringBuilder();
  private final Reveal reveal;

  private CheckText(Reveal reveal) {
    this.reveal = reveal;
  }

  public static String of(List<CheckedAnswer> answers, Reveal reveal) {
    CheckText text = new CheckText(reveal);
    answers.forEach(text::answer);
    return text.out.toString();
  }

  private void answer(CheckedAnswer answer) {
    out.append(out.isEmpty() ? "" : "\n");
    out.append(Printable.of(answer.answer().source().name())).append('\n');
    VerdictText words = new VerdictText(answer, reveal);
    answer.conventions().stream()
        .sorted()
        .forEach(convention ->
            out.append("       All of it ").append(VerdictText.of(convention)).append(".\n"));
    answer.claims().stream()
        .filter(claim -> claim.verdict() != Verdict.SKIPPED)
        .forEach(claim -> claim(claim, words));
    answer.tasks().forEach(this::task);
    VerdictText.limit(answer.answer())
        .ifPresent(said -> out.append("       ").append(said).append('\n'));
    out.append(summary(answer)).append('\n');
  }

  private void claim(CheckedClaim claim, VerdictText words) {
    String number = claim.claim().number().map(n -> "(" + Printable.of(n) + ") ").orElse("");
    String start =
        String.format(
            Locale.ROOT, "%5d  %-10s  ", claim.claim().line(), VerdictText.word(claim.verdict()));
    out.append(start).append(number).append(cut(squeezed(claim.claim().text()).strip()));
    out.append('\n');
    mark(claim, Columns.width(start + number));
    String message = Printable.of(words.of(claim));
    if (!message.isEmpty()) {
      out.append("       ").append(message).append('\n');
    }
  }

  private static String squeezed(String text) {
    return Printable.of(text.replaceAll("\\s+", " ")).stripLeading();
  }

  private static String cut(String text) {
    boolean fits = Columns.start(text, WIDTH).equals(text);
    return fits ? text : Columns.start(text, WIDTH - 1) + "…";
  }

  /// Carets under the side that is wrong, if it is within what is shown.
  private void mark(CheckedClaim claim, int indent) {
    if (claim.verdict() != Verdict.WRONG || reveal == Reveal.VERDICT) {
      return;
    }
    Span shown = claim.claim().span();
    claim.findings().stream()
        .filter(finding -> finding.verdict() == Verdict.WRONG)
        .findFirst()
        .map(finding -> finding.link().right())
        .filter(side -> side.span().start() >= shown.start() && side.span().end() <= shown.end())
        .ifPresent(side -> {
          int before = side.span().start() - shown.start();
          int at = Columns.width(squeezed(claim.claim().text().substring(0, before)));
          int length = Math.min(Columns.width(squeezed(side.text()).strip()), WIDTH - 1 - at);
          if (length > 0) {
            out.append(" ".repeat(indent + at)).append("^".repeat(length)).append('\n');
          }
        });
  }

  private void task(CheckedTask task) {
    String missing = task.missing().stream().map(PlainText::of).collect(Collectors.joining(", "));
    out.append("task ")
        .append(Printable.of(task.task().label()))
        .append(": ")
        .append(VerdictText.word(task.status()))
        .append(missing.isEmpty() ? "" : ", without " + missing)
        .append('\n');
  }

  private static String summary(CheckedAnswer answer) {
    String counts =
        answer.summary().entrySet().stream()
            .map(CheckText::count)
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "nothing to judge" : counts;
  }

  private static String count(Map.Entry<Verdict, Integer> entry) {
    return entry.getValue() + " " + VerdictText.word(entry.getKey());
  }
}
