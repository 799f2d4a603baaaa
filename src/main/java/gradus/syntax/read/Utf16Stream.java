package gradus.syntax.read;

import java.util.function.IntUnaryOperator;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/// Feeds the lexer code points while counting in UTF-16 units, so that tokens carry offsets of the
/// text itself. Accepts any text, lone surrogates too, which ANTLR's own streams refuse.
///
/// What the lexer need not tell apart it is shown as one: letters beyond ASCII, combining marks,
/// spaces, control characters.
public final class Utf16Stream implements CharStream {
  private static final char CONTROL = 0;
  private static final char LETTER = 1;
  private static final char MARK = 2;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int ZERO_WIDTH_SPACE = 0x200B;

  private final String text;
  private final IntUnaryOperator shown;
  private int index;

  Utf16Stream(String text) {
    this(text, Utf16Stream::shown);
  }

  /// @param shown what the lexer is shown for a code point
  public Utf16Stream(String text, IntUnaryOperator shown) {
    this.text = text;
    this.shown = shown;
  }

  @Override
  public void consume() {
    if (index >= text.length()) {
      throw new IllegalStateException("cannot consume EOF");
    }
    index += Character.charCount(text.codePointAt(index));
  }

  @Override
  public int LA(int offset) {
    if (offset == 0) {
      return 0;
    }
    int at = offset == 1 ? index : moved(offset > 0 ? offset - 1 : offset);
    return at < 0 || at >= text.length() ? EOF : shown.applyAsInt(text.codePointAt(at));
  }

  private static int shown(int c) {
    return c < ' ' ? (Character.isWhitespace(c) ? c : CONTROL) : c < 128 ? c : beyondAscii(c);
  }

  private static int beyondAscii(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          LETTER;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          MARK;
      case Character.SPACE_SEPARATOR -> ' ';
      default -> c == '∂' ? LETTER : c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE ? ' ' : c;
    };
  }

  private int moved(int codePoints) {
    boolean before = codePoints < 0 && text.codePointCount(0, index) < -codePoints;
    boolean behind = codePoints > 0 && text.codePointCount(index, text.length()) < codePoints;
    return before || behind ? -1 : text.offsetByCodePoints(index, codePoints);
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int index) {
    this.index = index;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }
}
