package gradus.render;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines.
final class TextLines {
  private TextLines() {}

  /// Running text, broken at blanks; a word longer than a line has a line of its own.
  static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ")) {
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

  /// A formula, broken at the blanks that the fewest brackets enclose.
  static List<String> formula(String formula, int columns) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int depth = 0;
    while (formula.length() - start > columns) {
      int best = -1;
      int least = Integer.MAX_VALUE;
      int here = depth;
      for (int i = start; i < start + columns; i++) {
        here += change(formula.charAt(i));
        if (formula.charAt(i) == ' ' && i > start + columns / 3 && startsLine(formula, i)) {
          if (here <= least) {
            best = i;
            least = here;
          }
        }
      }
      int end = best < 0 ? start + columns : best;
      depth += formula.substring(start, end).chars().map(TextLines::change).sum();
      lines.add(formula.substring(start, end));
      start = best < 0 ? end : end + 1;
    }
    lines.add(formula.substring(start));
    return lines;
  }

  private static int change(int c) {
    return switch (c) {
      case '(', '{', '[' -> 1;
      case ')', '}', ']' -> -1;
      default -> 0;
    };
  }

  /// A line starts with a sign, or behind a comma or semicolon.
  private static boolean startsLine(String formula, int blank) {
    char before = formula.charAt(blank - 1);
    char after = blank + 1 < formula.length() ? formula.charAt(blank + 1) : ' ';
    return before == ',' || before == ';' || "+-*/·−=≈".indexOf(after) >= 0;
  }
}
