package gradus.render;

import gradus.syntax.Printable;
import java.util.List;

/// Text measured and padded in the columns of a terminal.
final class Columns {
  private Columns() {}

  static int width(String text) {
    return Printable.width(text);
  }

  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  static String rightAligned(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  static int widest(List<String> texts) {
    return texts.stream().mapToInt(Columns::width).max().orElse(0);
  }

  /// As much of a text as fits; a combining mark counts here, since any number may follow a letter.
  static String start(String text, int columns) {
    int end = 0;
    for (int used = 0; end < text.length(); ) {
      int next = text.offsetByCodePoints(end, 1);
      used += Math.max(1, width(text.substring(end, next)));
      if (used > columns) {
        return text.substring(0, end);
      }
      end = next;
    }
    return text;
  }
}
