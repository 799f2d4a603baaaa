package gradus.syntax.page;

import gradus.syntax.grammar.AnswerParser;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/// Tells the signs that stand where an operand is due: `w^+`, `[z]_+`, `f(\cdot)`, `W_{:,1}`.
final class OperandMarks {
  private OperandMarks() {}

  static List<CommonToken> marked(List<CommonToken> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (isMark(tokens, i)) {
        tokens.set(i, Tokens.retyped(tokens.get(i), AnswerParser.MARK));
      }
    }
    return tokens;
  }

  private static boolean isMark(List<CommonToken> tokens, int i) {
    boolean script =
        Tokens.is(tokens, i - 1, AnswerParser.SUB) || Tokens.is(tokens, i - 1, AnswerParser.SUP);
    return switch (tokens.get(i).getType()) {
      case AnswerParser.MINUS ->
          script && !Tokens.is(tokens, i + 1, AnswerParser.NUMBER)
              || opens(tokens, i - 1) && closes(tokens, i + 1);
      case AnswerParser.PLUS ->
          script
              || opens(tokens, i - 1) && closes(tokens, i + 1)
              || Tokens.is(tokens, i - 1, AnswerParser.CLOSE)
                  && Tokens.is(tokens, i + 1, AnswerParser.CLOSE_BRACE);
      case AnswerParser.PRIME ->
          Tokens.is(tokens, i - 1, AnswerParser.SUP)
              || Tokens.is(tokens, i - 1, AnswerParser.OPEN_BRACE)
              || Tokens.is(tokens, i - 1, AnswerParser.MARK);
      case AnswerParser.STAR,
          AnswerParser.DOT,
          AnswerParser.COLON,
          AnswerParser.ENTRYWISE,
          AnswerParser.CROSS,
          AnswerParser.BANG ->
          script || opens(tokens, i - 1) || closes(tokens, i + 1);
      default -> false;
    };
  }

  private static boolean opens(List<CommonToken> tokens, int i) {
    return Tokens.is(tokens, i, AnswerParser.OPEN_BRACE)
        || Tokens.is(tokens, i, AnswerParser.OPEN)
        || Tokens.is(tokens, i, AnswerParser.OPEN_SQUARE)
        || i > 0
            && Tokens.is(tokens, i, AnswerParser.COMMA)
            && !Tokens.is(tokens, i - 1, AnswerParser.CLOSE_BRACE);
  }

  private static boolean closes(List<CommonToken> tokens, int i) {
    return Tokens.is(tokens, i, AnswerParser.CLOSE_BRACE)
        || Tokens.is(tokens, i, AnswerParser.CLOSE)
        || Tokens.is(tokens, i, AnswerParser.CLOSE_SQUARE)
        || Tokens.is(tokens, i, AnswerParser.COMMA);
  }
}
