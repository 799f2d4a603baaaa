package gradus.syntax.page;

import gradus.syntax.grammar.AnswerLexer;
import gradus.syntax.read.Utf16Stream;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Text to raw tokens, whose offsets are those of the whole answer.
public final class Tokens {
  /// More make no formula that anyone reads; what stands behind them is left out.
  private static final int MOST = 100_000;

  private static final char CONTROL = 0;
  private static final char LETTER = 1;
  private static final char MARK = 2;
  private static final String LIKE_LETTERS = "𝟙";
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int WORD_JOINER = 0x2060;

  private Tokens() {}

  public static List<CommonToken> of(String text, Span span) {
    String piece = text.substring(span.start(), span.end());
    AnswerLexer lexer = new AnswerLexer(new Utf16Stream(piece, Tokens::shown));
    lexer.removeErrorListeners();
    List<CommonToken> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken();
        token.getType() != Token.EOF && tokens.size() < MOST;
        token = lexer.nextToken()) {
      Span place =
          new Span(span.start() + token.getStartIndex(), span.start() + token.getStopIndex() + 1);
      tokens.add(token(token.getType(), token.getText(), place));
    }
    return tokens;
  }

  /// Letters beyond ASCII as one letter, their marks as one mark; superscripts and subscripts,
  /// letters to Unicode too, as themselves.
  private static int shown(int c) {
    if (c < 128) {
      return c < ' ' && !Character.isWhitespace(c) ? CONTROL : c;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.OTHER_LETTER -> LETTER;
      case Character.MODIFIER_LETTER -> c;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          MARK;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          ' ';
      default ->
          c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE || c == WORD_JOINER
              ? ' '
              : LIKE_LETTERS.codePointAt(0) == c ? LETTER : c;
    };
  }

  public static CommonToken token(int type, String text, Span span) {
    CommonToken token = new CommonToken(type, text);
    token.setStartIndex(span.start());
    token.setStopIndex(span.end() - 1);
    return token;
  }

  /// The same, at the place of another token.
  static CommonToken moved(CommonToken token, Span span) {
    return token(token.getType(), token.getText(), span);
  }

  static CommonToken retyped(CommonToken token, int type) {
    return token(type, token.getText(), span(token));
  }

  public static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  public static Span span(List<CommonToken> tokens) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (CommonToken token : tokens) {
      start = Math.min(start, token.getStartIndex());
      end = Math.max(end, token.getStopIndex() + 1);
    }
    return new Span(start, end);
  }

  public static boolean is(List<CommonToken> tokens, int i, int type) {
    return i >= 0 && i < tokens.size() && tokens.get(i).getType() == type;
  }

  public static boolean touch(CommonToken left, CommonToken right) {
    return left.getStopIndex() + 1 == right.getStartIndex();
  }
}
