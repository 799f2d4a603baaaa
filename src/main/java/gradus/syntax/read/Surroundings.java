package gradus.syntax.read;

import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// The token at which a parser gave up, among its neighbours. The last token is the end of file;
/// brackets are known to be balanced.
record Surroundings(Source source, List<Token> tokens, int place) {
  Token here() {
    return tokens.get(place);
  }

  Token first() {
    return tokens.getFirst();
  }

  Optional<Token> before() {
    return place > 0 ? Optional.of(tokens.get(place - 1)) : Optional.empty();
  }

  boolean isHere(int type) {
    return here().getType() == type;
  }

  boolean isAtEnd() {
    return isHere(Token.EOF);
  }

  /// Two operands side by side, the second one here.
  boolean isBetweenOperands() {
    return before().filter(TokenKinds::endsOperand).isPresent() && startsOperandHere();
  }

  boolean startsOperandHere() {
    return TokenKinds.startsOperand(here()) || isHere(NetworkParser.STRING);
  }

  boolean holdsBefore(int type) {
    return tokens.subList(0, place).stream().anyMatch(token -> token.getType() == type);
  }

  boolean holds(int type) {
    return tokens.stream().anyMatch(token -> token.getType() == type);
  }

  /// All that stands behind a token, which is not the last.
  Span behind(Token token) {
    Token next = tokens.get(tokens.indexOf(token) + 1);
    return Tokenizer.span(next).to(Tokenizer.span(tokens.getLast()));
  }

  /// `w ^ x` for `w ** x`, the second star here; only the sign where an operand is missing.
  String power() {
    boolean isWhole =
        place >= 2
            && TokenKinds.isOperand(tokens.get(place - 2))
            && TokenKinds.isOperand(tokens.get(place + 1));
    return isWhole ? text(tokens.get(place - 2)) + "^" + text(tokens.get(place + 1)) : "^";
  }

  /// The place of a number around the comma at `i`, no space in it.
  Optional<Span> decimalComma(int i) {
    if (i + 1 >= tokens.size() || tokens.get(i).getType() != NetworkParser.COMMA) {
      return Optional.empty();
    }
    Token whole = tokens.get(i - 1);
    Token places = tokens.get(i + 1);
    boolean number =
        whole.getType() == NetworkParser.NUMBER
            && places.getType() == NetworkParser.NUMBER
            && places.getStartIndex() - whole.getStopIndex() == 2;
    return number
        ? Optional.of(Tokenizer.span(whole).to(Tokenizer.span(places)))
        : Optional.empty();
  }

  boolean isInBrackets() {
    return !open().isEmpty();
  }

  boolean isInCases() {
    return isInBrackets() && open().getLast().getType() == NetworkParser.OPEN_BRACE;
  }

  private List<Token> open() {
    List<Token> open = new ArrayList<>();
    for (Token token : tokens.subList(0, place)) {
      if (TokenKinds.opens(token)) {
        open.add(token);
      } else if (TokenKinds.closes(token)) {
        open.removeLast();
      }
    }
    return open;
  }

  Diagnostic here(Fault fault, Object... details) {
    return at(here(), fault, details);
  }

  Diagnostic at(Token token, Fault fault, Object... details) {
    return fault.at(source, Tokenizer.span(token), details);
  }

  /// A fault between the token before and this one, mended by what joins them: `2*x`.
  Diagnostic joined(Fault fault, String joint) {
    Token last = before().orElseThrow();
    return fault
        .at(source, Tokenizer.span(last).to(Tokenizer.span(here())))
        .suggesting(operand(last) + joint + operand(here()));
  }

  /// A bracket stands for all that it holds.
  private String operand(Token token) {
    return switch (token.getType()) {
      case NetworkParser.OPEN, NetworkParser.CLOSE -> "(…)";
      case NetworkParser.OPEN_SQUARE, NetworkParser.CLOSE_SQUARE -> "[…]";
      case NetworkParser.OPEN_BRACE, NetworkParser.CLOSE_BRACE -> "{…}";
      case NetworkParser.BAR_OPEN, NetworkParser.BAR_CLOSE -> "|…|";
      default -> text(token);
    };
  }

  Span whole() {
    return Tokenizer.span(first()).to(Tokenizer.span(tokens.getLast()));
  }

  String text(Token token) {
    return text(Tokenizer.span(token));
  }

  String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }
}
