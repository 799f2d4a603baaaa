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

  /// The line, or of a long one the surroundings of the fault, with marks below.
  private static String excerpt(Diagnostic diagnostic, String text) {
    int[] line = text.codePoints().toArray();
    int start = Math.min(diagnostic.column() - 1, line.length);
    int from = Math.max(0, Math.min(start - BEFORE, line.length - LONGEST_LINE));
    int to = Math.min(line.length, from + LONGEST_LINE);
    int end = Math.min(start + diagnostic.length(), to);
    StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
    for (int i = from; i < to; i++) {
      shown.append(visible(line[i]));
    }
    shown.append(to < line.length ? "…" : "");
    return shown + "\n" + (from > 0 ? " " : "") + marks(line, from, start, end) + "\n";
  }

  private static String marks(int[] line, int from, int start, int end) {
    StringBuilder marks = new StringBuilder();
    for (int i = from; i < start; i++) {
      marks.append(line[i] == '\t' ? "\t" : " ".repeat(width(line[i])));
    }
    marks.append('^');
    int columns = 0;
    for (int i = start; i < end; i++) {
      columns += width(line[i]);
    }
    return marks.append("~".repeat(Math.max(0, columns - 1))).toString();
  }

  private static String visible(int c) {
    return c != '\t' && Characters.isHidden(c) ? REPLACEMENT : Character.toString(c);
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
