package gradus.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Breaks text into lines.
final class TextLines {
  private static final Set<String> COMPARISONS = Set.of("<", "≤", "≠", "≥", ">");
  private static final Set<String> RELATIONS = Set.of("=", "≈", ":=");
  private static final Set<String> OPERATORS = Set.of("+", "-", "·", "/");

  private TextLines() {}

  /// Running text, broken at blanks; a word longer than a line has a line of its own.
  static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : words(text, columns)) {
      int width = Columns.width(word);
      if (used > 0 && used + 1 + width > columns) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.append(used > 0 ? " " : "").append(word);
      used += width + (used > 0 ? 1 : 0);
    }
    lines.add(line.toString());
    return lines;
  }

  /// Cases, comparisons and short equations hold together, and a sign and what stands behind it,
  /// unless that is longer than a line.
  private static List<String> words(String text, int columns) {
    List<String> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      String last = words.isEmpty() ? "" : words.getLast();
      String joined = last + " " + word;
      if (isTogether(last, word, columns) && Columns.width(joined) <= columns) {
        words.set(words.size() - 1, joined);
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean isTogether(String last, String next, int columns) {
    String end = last.substring(last.lastIndexOf(' ') + 1);
    boolean equation = RELATIONS.contains(next) && last.length() <= columns / 4;
    return last.lastIndexOf('{') > last.lastIndexOf('}')
        || COMPARISONS.contains(end)
        || RELATIONS.contains(end)
        || OPERATORS.contains(end)
        || (!last.isEmpty() && (equation || COMPARISONS.contains(next)));
  }

  /// A formula, broken where it hurts least ([TextBreaks]); the next line starts with the sign.
  /// What cannot be broken, a matrix, has a line of its own.
  static List<String> formula(String formula, int columns) {
    List<String> lines = new ArrayList<>();
    TextBreaks breaks = TextBreaks.of(formula);
    int start = 0;
    while (formula.length() - start > columns) {
      int end = breaks.best(start, columns);
      lines.add(formula.substring(start, end));
      start = Math.min(end + 1, formula.length());
    }
    if (start < formula.length() || lines.isEmpty()) {
      lines.add(formula.substring(start));
    }
    return lines;
  }
}
