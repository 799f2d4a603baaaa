package gradus.syntax;

/// A diagnostic for a terminal: place and sentence, the line, and a caret below the fault.
///
/// ```
/// skip.gradus:4:9: nothing is called 'h3'; did you mean 'h2'?
/// z_2 = w_2*h3
///           ^~
/// ```
public final class DiagnosticText {
  private static final int LONGEST_LINE = 120;
  private static final int BEFORE = 60;
  private static final String REPLACEMENT = "\uFFFD";

  private DiagnosticText() {}

  public static String of(Diagnostic diagnostic) {
    String place =
        diagnostic.source().name() + ":" + diagnostic.line() + ":" + diagnostic.column() + ": ";
    String line = diagnostic.source().lineAt(diagnostic.span().start());
    return place + diagnostic.sentence() + "\n" + (line.isBlank() ? "" : excerpt(diagnostic, line));
  }

  private static String excerpt(Diagnostic diagnostic, String line) {
    int[] characters = line.codePoints().toArray();
    int start = diagnostic.column() - 1;
    int end = Math.max(start + 1, Math.min(start + diagnostic.length(), characters.length));
    boolean whole = characters.length <= LONGEST_LINE;
    int from = whole ? 0 : Math.max(0, Math.min(start, characters.length) - BEFORE);
    int to = whole ? characters.length : Math.min(characters.length, from + LONGEST_LINE);
    StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
    StringBuilder marks = new StringBuilder(from > 0 ? " " : "");
    for (int i = from; i < Math.max(to, Math.min(end, to + 1)); i++) {
      int c = i < characters.length ? characters[i] : ' ';
      shown.append(i < to ? visible(c) : "");
      marks.append(i < start ? blank(c) : i < end ? mark(c, i == start) : "");
    }
    shown.append(to < characters.length ? "…" : "");
    return shown + "\n" + marks.toString().stripTrailing() + "\n";
  }

  private static String visible(int c) {
    boolean hidden =
        switch (Character.getType(c)) {
          case Character.CONTROL -> c != '\t';
          case Character.FORMAT, Character.SURROGATE -> true;
          default -> false;
        };
    return hidden ? REPLACEMENT : Character.toString(c);
  }

  private static String blank(int c) {
    return c == '\t' ? "\t" : " ".repeat(width(c));
  }

  private static String mark(int c, boolean first) {
    String marks = "~".repeat(c == '\t' ? 1 : width(c));
    return first ? "^" + (marks.isEmpty() ? "" : marks.substring(1)) : marks;
  }

  /// Columns of a terminal: none for a combining mark, two for an East Asian character.
  private static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
