package gradus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a `.verdicts` file, its columns at least two spaces apart:
///
/// ```
///  all  weights-transposed
///   17  wrong(index)        \frac{\partial L}{\partial w_s} = \delta \cdot h_1
///       expected  dL/dŷ * h_0
///   17  correct             = 0.25
/// task a  missing, without dL/dp
/// ```
///
/// @param place a line of the answer, `all` for what holds throughout, or a task
/// @param verdict with its code, note or cause in brackets; where there are none, any will do
/// @param due the right one, where the verdict is known to be another
/// @param expected what would be right instead, where that is to be told
/// @param text the link; from its sign on, where what stands before has its own line
record Remark(
    String place, String verdict, Optional<String> due, Optional<String> expected, String text) {
  private static final Pattern GAP = Pattern.compile("(.*) \\(should be (.*)\\)");
  private static final Pattern MARKS = Pattern.compile("\\\\left|\\\\right\\.?|[\\s{}&\\\\]");
  private static final String EXPECTED = "expected";

  /// Blank lines, and those that begin with `#`, say nothing.
  static List<Remark> read(List<String> lines) {
    List<Remark> remarks = new ArrayList<>();
    for (String line : lines) {
      String[] columns = line.strip().split("  +", 3);
      if (columns[0].equals(EXPECTED)) {
        remarks.add(remarks.removeLast().expecting(columns[1]));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        remarks.add(of(columns[0], columns[1], columns.length > 2 ? columns[2] : ""));
      }
    }
    return remarks;
  }

  static Remark of(String place, String said, String text) {
    Matcher gap = GAP.matcher(said);
    return gap.matches()
        ? new Remark(place, gap.group(1), Optional.of(gap.group(2)), Optional.empty(), text)
        : new Remark(place, said, Optional.empty(), Optional.empty(), text);
  }

  Remark expecting(String formula) {
    return new Remark(place, verdict, due, Optional.of(formula), text);
  }

  boolean isGap() {
    return due.isPresent();
  }

  /// Brackets and spaces may be others.
  boolean isAbout(Remark other) {
    return place.equals(other.place) && bare(text).equals(bare(other.text));
  }

  private static String bare(String text) {
    return MARKS.matcher(text).replaceAll("");
  }

  /// Whether a verdict that was given is the one that is wanted here.
  boolean fits(Remark given) {
    return (verdict.equals(given.verdict) || given.verdict.startsWith(verdict + "("))
        && (expected.isEmpty() || expected.equals(given.expected));
  }

  String said() {
    return verdict + due.map(right -> " (should be " + right + ")").orElse("");
  }

  /// As a file has it.
  @Override
  public String toString() {
    String line = String.format(Locale.ROOT, "%4s  %-18s  %s", place, said(), text).stripTrailing();
    return line + expected.map(formula -> "\n      expected  " + formula).orElse("");
  }
}
