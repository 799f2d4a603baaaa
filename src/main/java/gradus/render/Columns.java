package gradus.render;

import java.util.List;

/// Text measured and padded in the columns of a terminal.
final class Columns {
  private Columns() {}

  /// Combining marks take no column, ideographs and pictures take two.
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      width += width(c);
    }
    return width;
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    boolean wide = Character.isIdeographic(c) || (c >= 0xAC00 && c < 0xD7A4) || c >= 0x1F300;
    return wide ? 2 : 1;
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

  /// Without control characters, which a terminal would obey, and signs that mean nothing there.
  static String harmless(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isHarmless(c) ? c : ' ').forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isHarmless(int c) {
    int type = Character.getType(c);
    return !Character.isISOControl(c) && type != Character.FORMAT && type != Character.PRIVATE_USE;
  }
}
