package gradus.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A printed sheet as a student would write it: its displays without numbers and reasons, in other
/// notations that mean the same.
final class Surfaces {
  private static final Pattern DISPLAY =
      Pattern.compile("\\\\begin\\{flalign\\*}(.*?)\\\\end\\{flalign\\*}", Pattern.DOTALL);
  private static final Pattern DERIVATIVE =
      Pattern.compile(
          "\\\\frac\\{\\\\partial ?(?!})((?:[^{}]|\\{[^{}]*})*)}\\{\\\\partial"
              + " ?((?:[^{}]|\\{(?:[^{}]|\\{[^{}]*})*})*)}");

  private static final Pattern GOES_ON = Pattern.compile("[=+-]|\\\\approx|\\\\cdot|\\{}|\\)");

  private Surfaces() {}

  /// One formula a row, those that go on from the row before begin with their sign.
  static List<String> rows(String sheet) {
    return DISPLAY
        .matcher(sheet)
        .results()
        .flatMap(display -> split(display.group(1)).stream())
        .map(Surfaces::bare)
        .filter(row -> !row.isEmpty())
        .toList();
  }

  /// At the ends of rows, not at those of matrices and cases; alignment marks are left out.
  private static List<String> split(String display) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    int depth = 0;
    for (String part :
        display.split("(?=\\\\begin)|(?=\\\\end)|(?=\\\\\\\\)|(?<=\\\\\\\\)|(?=&)|(?<=&)")) {
      depth += part.startsWith("\\begin") ? 1 : part.startsWith("\\end") ? -1 : 0;
      if (depth == 0 && part.equals("\\\\")) {
        rows.add(row.toString());
        row.setLength(0);
      } else if (depth > 0 || !part.equals("&")) {
        row.append(part);
      }
    }
    rows.add(row.toString());
    return rows;
  }

  private static String bare(String row) {
    int why = row.indexOf("\\why{");
    return (why < 0 ? row : row.substring(0, why))
        .replaceAll("\\\\tag\\{[^{}]*}", "")
        .replaceAll("\\\\q?quad|(?<=^|\\s)\\{}|\\\\,", " ")
        .replaceAll("^\\s*\\*?(\\[\\d+pt])?|\\[[36]pt]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// Whether a row is the rest of the formula before.
  static boolean isRest(String row) {
    return GOES_ON.matcher(row).lookingAt() && !row.startsWith("=") && !row.startsWith("\\approx");
  }

  static String displays(List<String> rows) {
    return rows.stream().map(row -> "$$" + row + "$$\n").collect(Collectors.joining("\n"));
  }

  /// By name.
  static Map<String, UnaryOperator<String>> all() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put("as printed", row -> row);
    all.put("one aligned display", row -> row);
    all.put("total derivatives", row -> derivatives(row, "\\\\frac{d $1}{d $2}"));
    all.put("derivatives with a slash", row -> derivatives(row, "(\\\\partial $1/\\\\partial $2)"));
    all.put("dots left out", row -> row.replaceAll("(?<![0-9)}])\\\\cdot(?!s| ?[-(0-9])", " "));
    all.put("crosses", row -> row.replaceAll("\\\\cdot(?!s)", "\\\\times"));
    all.put("stars", row -> row.replaceAll("\\\\cdot(?!s)", "*"));
    all.put("square labels", row -> row.replaceAll("\\^\\{\\((\\d+)\\)}", "^{[$1]}"));
    all.put("plain labels", row -> row.replaceAll("([aWzhb])\\^\\{\\((\\d+)\\)}", "$1^{$2}"));
    all.put("decimals", Surfaces::decimals);
    all.put("Unicode", Surfaces::unicode);
    all.put("so", row -> GOES_ON.matcher(row).lookingAt() ? row : "\\Rightarrow " + row);
    all.put("indicators", row -> cases(row, "\\\\mathbb{1}[$1 > 0]"));
    all.put(
        "cases in words",
        row ->
            cases(
                row,
                "\\\\begin{cases} 1, & \\\\text{if } $1 > 0 \\\\\\\\ 0, & \\\\text{otherwise}"
                    + " \\\\end{cases}"));
    all.put("max for relu", row -> row.replaceAll("\\\\mathrm\\{relu}\\(", "\\\\max(0, "));
    all.put("upright functions", row -> row.replaceAll("\\\\mathrm\\{relu}", "\\\\text{ReLU}"));
    all.put("bold", row -> row.replaceAll("(?<![a-zA-Z\\\\{])([xyhz])(?=[_^])", "\\\\mathbf{$1}"));
    all.put("wide spaces", row -> row.replaceAll("(?<!:)=", " \\\\; = \\\\; ").replace("+", " + "));
    return all;
  }

  private static String derivatives(String row, String form) {
    return DERIVATIVE.matcher(row).replaceAll(form);
  }

  private static String cases(String row, String form) {
    return row.replaceAll(
        "\\\\begin\\{cases} 1 & ([^&\\\\]*?) ?(?:>|\\\\ge) ?0\\\\\\\\ 0 & [^&]*? \\\\end\\{cases}",
        form);
  }

  private static String decimals(String row) {
    Matcher fraction = Pattern.compile("\\\\t?frac\\{(\\d+)}\\{(2|4|5|8|10)}").matcher(row);
    return fraction.replaceAll(found ->
        new java.math.BigDecimal(found.group(1))
            .divide(new java.math.BigDecimal(found.group(2)))
            .toPlainString());
  }

  private static String unicode(String row) {
    return row.replace("\\partial ", "∂")
        .replace("\\partial", "∂")
        .replaceAll("\\\\cdot(?!s)", "·")
        .replace("\\sigma", "σ")
        .replace("\\delta", "δ")
        .replace("\\eta", "η")
        .replace("\\approx", "≈")
        .replace("\\hat{y}", "ŷ")
        .replace("^2", "²");
  }

  static String text(String surface, List<String> rows) {
    List<String> written = rows.stream().map(all().getOrDefault(surface, row -> row)).toList();
    return surface.equals("one aligned display")
        ? "\\begin{align*}\n" + String.join(" \\\\\n", written) + "\n\\end{align*}\n"
        : displays(written);
  }
}
