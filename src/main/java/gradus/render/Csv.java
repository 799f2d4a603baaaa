package gradus.render;

import gradus.syntax.Printable;
import java.util.Collection;

/// Rows of comma-separated values (RFC 4180, lines ending in `\n`).
final class Csv {
  /// What a spreadsheet takes for the beginning of a formula, in wide letters too.
  private static final String SIGNS = "=+-@＝＋－＠";

  private Csv() {}

  /// A row of finished cells.
  static String row(Collection<String> cells) {
    return String.join(",", cells) + "\n";
  }

  /// Text as a cell, on one line. An apostrophe before what begins like a formula keeps it text.
  static String text(String text) {
    String shown = Printable.of(text);
    return quoted(isFormula(shown) ? "'" + shown : shown);
  }

  private static boolean isFormula(String text) {
    return text.codePoints()
        .filter(c -> !Character.isSpaceChar(c))
        .limit(1)
        .anyMatch(c -> SIGNS.indexOf(c) >= 0);
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
