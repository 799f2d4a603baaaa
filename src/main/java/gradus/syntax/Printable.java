package gradus.syntax;

/// Foreign text, a student's line or the name of a file, as a terminal or a table may show it: on
/// one line, and without what shows nothing, or something misleading, or is obeyed as a command.
public final class Printable {
  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /// Character by character, so that places in the text stay what they are.
  public static String of(String text) {
    if (text.codePoints().noneMatch(Printable::isHidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().map(Printable::shown).forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static int shown(int c) {
    return switch (c) {
      case '\n', '\r', '\t' -> ' ';
      default -> isHidden(c) ? REPLACEMENT : c;
    };
  }

  public static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /// Columns of a terminal: none for a combining mark, two for an East Asian character or a
  /// picture.
  public static int width(String text) {
    return text.codePoints().map(Printable::width).sum();
  }

  private static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
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
