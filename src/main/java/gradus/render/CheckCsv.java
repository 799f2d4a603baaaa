package gradus.render;

import gradus.check.answer.CheckedAnswer;
import gradus.check.answer.CheckedAnswer.CheckedClaim;
import gradus.check.answer.Finding;
import gradus.check.answer.Finding.Mistake;
import java.util.List;
import java.util.Optional;

/// Verdicts on answers, a row for each claim, as comma-separated values.
public final class CheckCsv {
  private CheckCsv() {}

  public static String of(List<CheckedAnswer> answers, Reveal reveal) {
    StringBuilder out =
        new StringBuilder("file,line,column,length,number,task,verdict,code,message,text\n");
    for (CheckedAnswer answer : answers) {
      VerdictText words = new VerdictText(answer, reveal);
      answer.claims().forEach(claim -> row(out, answer, claim, words));
    }
    return out.toString();
  }

  private static void row(
      StringBuilder out, CheckedAnswer answer, CheckedClaim claim, VerdictText words) {
    Optional<String> code =
        claim.findings().stream()
            .filter(finding -> finding.verdict() == claim.verdict())
            .map(Finding::mistake)
            .flatMap(Optional::stream)
            .map(Mistake::slip)
            .map(VerdictText::word)
            .findFirst();
    out.append(
        Csv.row(
            List.of(
                Csv.text(answer.answer().source().name()),
                String.valueOf(claim.claim().line()),
                String.valueOf(claim.claim().column()),
                String.valueOf(claim.claim().length()),
                Csv.text(claim.claim().number().orElse("")),
                Csv.text(claim.claim().task().orElse("")),
                VerdictText.word(claim.verdict()),
                code.orElse(""),
                Csv.text(words.of(claim)),
                Csv.text(claim.claim().text()))));
  }
}
