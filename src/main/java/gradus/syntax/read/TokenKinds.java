package gradus.syntax.read;

import gradus.syntax.grammar.NetworkParser;
import org.antlr.v4.runtime.Token;

/// What a token can be for a formula. Keywords count as words: they may be names.
final class TokenKinds {
  private TokenKinds() {}

  static boolean isWord(Token token) {
    return isWord(token.getType());
  }

  static boolean isWord(int type) {
    return type >= NetworkParser.NETWORK
        && type <= NetworkParser.WORD
        && type != NetworkParser.ONE_HOT;
  }

  static boolean isStatementKeyword(Token token) {
    return token.getType() >= NetworkParser.NETWORK && token.getType() <= NetworkParser.TASK;
  }

  /// A name or a number.
  static boolean isOperand(Token token) {
    return isWord(token) || token.getType() == NetworkParser.NUMBER;
  }

  static boolean opens(Token token) {
    return switch (token.getType()) {
      case NetworkParser.OPEN,
          NetworkParser.OPEN_SQUARE,
          NetworkParser.OPEN_BRACE,
          NetworkParser.ENTRIES,
          NetworkParser.BAR_OPEN ->
          true;
      default -> false;
    };
  }

  static boolean closes(Token token) {
    return switch (token.getType()) {
      case NetworkParser.CLOSE,
          NetworkParser.CLOSE_SQUARE,
          NetworkParser.CLOSE_BRACE,
          NetworkParser.BAR_CLOSE ->
          true;
      default -> false;
    };
  }

  static boolean endsOperand(Token token) {
    return isOperand(token)
        || closes(token)
        || switch (token.getType()) {
          case NetworkParser.PRIME,
              NetworkParser.SUBSCRIPT,
              NetworkParser.STRING,
              NetworkParser.ONE_HOT ->
              true;
          default -> false;
        };
  }

  static boolean startsOperand(Token token) {
    return isOperand(token) || (opens(token) && token.getType() != NetworkParser.ENTRIES);
  }

  static boolean isOperator(Token token) {
    return token.getType() >= NetworkParser.PLUS && token.getType() <= NetworkParser.GREATER;
  }

  /// A comparison or '='.
  static boolean isRelation(Token token) {
    return token.getType() >= NetworkParser.LESS && token.getType() <= NetworkParser.GREATER;
  }

  /// A newline behind it ends no statement.
  static boolean isContinued(Token token) {
    return isOperator(token)
        || token.getType() == NetworkParser.RANGE
        || token.getType() == NetworkParser.COMMA
        || token.getType() == NetworkParser.COLON;
  }
}
