package gradus.syntax.line;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.line.Sheets.Row;
import gradus.syntax.line.Sheets.Sheet;
import gradus.syntax.paper.Claim;
import gradus.syntax.paper.Notation;
import gradus.syntax.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every claim that people found in real sheets is found, at its line, with its links.
final class SheetsTest {
  @Test
  void everyClaimIsFoundWhereItStands() {
    for (Sheet sheet : Sheets.all()) {
      List<Claim> left = new ArrayList<>(claims(sheet));
      List<Row> missing = new ArrayList<>();
      for (Row row : sheet.rows()) {
        if (row.isMathematics()) {
          left.stream()
              .filter(claim -> fits(claim, row))
              .findFirst()
              .ifPresentOrElse(left::remove, () -> missing.add(row));
        }
      }
      assertThat(missing).as(sheet.name()).isEmpty();
    }
  }

  @Test
  void nothingButTheUnreadableIsUnreadable() {
    for (Sheet sheet : Sheets.all()) {
      long unreadable = claims(sheet).stream().filter(claim -> !claim.isReadable()).count();
      long expected = sheet.rows().stream().filter(Row::isUnreadable).count();

      assertThat(unreadable).as(sheet.name()).isEqualTo(expected);
    }
  }

  private static List<Claim> claims(Sheet sheet) {
    return AnswerReader.read(new Source(sheet.name(), sheet.text()), Notation.AUTO).claims();
  }

  private static boolean fits(Claim claim, Row row) {
    return claim.line() == row.line()
        && squeezed(claim.text()).contains(start(row))
        && claim.links().size() == links(row)
        && claim.isReadable() != row.isUnreadable()
        && claim.number().orElse("").equals(row.number());
  }

  /// The table quotes with the marks of alignment and the equation number, a claim without.
  private static String start(Row row) {
    String text = squeezed(row.latex().replaceAll("\\\\tag.*| \\(\\d+\\)$", ""));
    return text.substring(0, Math.min(text.length(), 15));
  }

  private static String squeezed(String latex) {
    return latex.replaceAll("\\s|\\\\rightarrow|&", "");
  }

  /// The relations outside all braces, one that ends the row aside.
  private static int links(Row row) {
    String outside = row.latex().replaceAll("\\\\tag\\{.*", "").strip();
    while (outside.matches(".*\\{[^{}]*\\}.*")) {
      outside = outside.replaceAll("\\{[^{}]*\\}", "");
    }
    outside = outside.replaceAll("\\\\begin.*?\\\\end|=$", "");
    return (int) Pattern.compile("=|\\\\leftarrow|\\\\in\\b").matcher(outside).results().count();
  }
}
