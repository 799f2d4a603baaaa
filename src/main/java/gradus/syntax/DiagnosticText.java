package gradus.syntax;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  private DiagnosticText() {}

  public static String of(Diagnostic diagnostic) {
    String place =
        diagnostic.source().name() + ":" + diagnostic.line() + ":" + diagnostic.column() + ": ";
    String line = diagnostic.source().lineAt(diagnostic.span().start());
    return Printable.of(place + diagnostic.sentence())
        + "\n"
        + (line.isBlank() ? "" : excerpt(diagnostic, line));
  }

  /// The line, or of a long one the surroundings of the fault, with marks below.
  private static String excerpt(Diagnostic diagnostic, String text) {
    int[] line = text.codePoints().toArray();
    int start = Math.min(diagnostic.column() - 1, line.length);
    int from = Math.max(0, Math.min(start - BEFORE, line.length - LONGEST_LINE));
    int to = Math.min(line.length, from + LONGEST_LINE);
    int end = Math.min(start + diagnostic.length(), to);
    String before = visible(line, from, start);
    String fault = visible(line, start, Math.max(start, end));
    String after = visible(line, Math.max(start, end), to);
    String excerpt = (from > 0 ? "…" : "") + before + fault + after + (to < line.length ? "…" : "");
    return excerpt + "\n" + (from > 0 ? " " : "") + blank(before) + mark(fault) + "\n";
  }

  private static String visible(int[] line, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> visible(line[i])).collect(Collectors.joining());
  }

  private static String blank(String before) {
    return before
        .codePoints()
        .mapToObj(c -> c == '\t' ? "\t" : " ".repeat(Printable.width(Character.toString(c))))
        .collect(Collectors.joining());
  }

  private static String mark(String fault) {
    return "^" + "~".repeat(Math.max(0, Printable.width(fault) - 1));
  }

  /// A tab moves the line and the marks below it alike.
  private static String visible(int c) {
    return c == '\t' ? "\t" : Printable.of(Character.toString(c));
  }
}
