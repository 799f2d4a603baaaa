package gradus;

import gradus.check.answer.CheckedAnswer;
import gradus.check.answer.CheckedAnswer.CheckedClaim;
import gradus.check.answer.CheckedTask;
import gradus.check.answer.Finding;
import gradus.check.answer.Finding.Mistake;
import gradus.check.answer.Note;
import gradus.check.answer.Verdict;
import gradus.check.sense.Convention;
import gradus.syntax.PlainText;
import gradus.syntax.answer.Chain;
import gradus.syntax.answer.Link;
import gradus.syntax.answer.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was found in an answer, as a `.verdicts` file says it.
final class Remarks {
  private final CheckedAnswer answer;

  private Remarks(CheckedAnswer answer) {
    this.answer = answer;
  }

  static List<Remark> of(CheckedAnswer answer) {
    Remarks remarks = new Remarks(answer);
    List<Remark> all = new ArrayList<>();
    if (!answer.conventions().isEmpty()) {
      all.add(Remark.of("all", words(answer.conventions()), ""));
    }
    answer.claims().forEach(claim -> all.addAll(remarks.of(claim)));
    answer.tasks().forEach(task -> all.add(of(task)));
    return all;
  }

  /// What claims nothing is not listed; a claim whose links were not judged is listed as a whole.
  private List<Remark> of(CheckedClaim claim) {
    if (claim.findings().isEmpty()) {
      String verdict = word(claim.verdict());
      return claim.verdict() == Verdict.SKIPPED
          ? List.of()
          : List.of(remark(claim.claim().line(), verdict, claim.claim().text()));
    }
    List<Remark> remarks = new ArrayList<>();
    Iterator<Finding> findings = claim.findings().iterator();
    int end = claim.claim().span().start();
    for (Chain chain : claim.claim().chains()) {
      boolean told = chain.carried();
      for (Link link : chain.links()) {
        Finding finding = findings.next();
        if (finding.verdict() != Verdict.SKIPPED) {
          remarks.add(of(finding, told ? end : link.left().span().start()));
        }
        told = true;
        end = link.right().span().end();
      }
    }
    return remarks;
  }

  private Remark of(Finding finding, int start) {
    Side right = finding.link().right();
    String text = answer.answer().source().text().substring(start, right.span().end());
    Remark remark = remark(right.line(), verdict(finding), text);
    return finding
        .mistake()
        .flatMap(Mistake::expected)
        .map(formula -> remark.expecting(PlainText.of(formula)))
        .orElse(remark);
  }

  private String verdict(Finding finding) {
    String why =
        switch (finding.verdict()) {
          case WRONG -> finding.mistake().map(mistake -> word(mistake.slip())).orElse("");
          case NOTED -> words(finding.note());
          case FOLLOWS -> finding.follows().map(this::line).orElse("");
          case UNREADABLE, UNDECIDED, CORRECT, INTRODUCES, SKIPPED -> "";
        };
    return word(finding.verdict()) + (why.isEmpty() ? "" : "(" + why + ")");
  }

  private String line(int claim) {
    return String.valueOf(answer.claims().get(claim).claim().line());
  }

  private static Remark of(CheckedTask task) {
    String missing = task.missing().stream().map(PlainText::of).collect(Collectors.joining(", "));
    String status = word(task.status()) + (missing.isEmpty() ? "" : ", without " + missing);
    return Remark.of("task " + task.task().label(), status, "");
  }

  private static Remark remark(int line, String verdict, String text) {
    return Remark.of(String.valueOf(line), verdict, text.replaceAll("\\s+", " ").strip());
  }

  private static String words(Note note) {
    return Stream.of(
            words(note.conventions()),
            note.fixed() ? "values-put-in" : "",
            note.printed() ? "as-printed" : "",
            note.otherPoint() ? "at-another-point" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String words(Collection<Convention> conventions) {
    return conventions.stream().sorted().map(Remarks::word).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
