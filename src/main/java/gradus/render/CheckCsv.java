package gradus.render;

import gradus.check.answer.CheckedAnswer;
import gradus.check.answer.CheckedAnswer.CheckedClaim;
import gradus.check.answer.Finding;
import gradus.check.answer.Finding.Mistake;
import java.util.List;
import java.util.Optional;

/// Verdicts on answers, a row for each claim, as comma-separated values (RFC 4180).
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
    List<String> fields =
        List.of(
            answer.answer().source().name(),
            String.valueOf(claim.claim().line()),
            String.valueOf(claim.claim().column()),
            String.valueOf(claim.claim().length()),
            claim.claim().number().orElse(""),
            claim.claim().task().orElse(""),
            VerdictText.word(claim.verdict()),
            code.orElse(""),
            words.of(claim),
            claim.claim().text());
    out.append(String.join(",", fields.stream().map(CheckCsv::quoted).toList())).append('\n');
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
