package gradus.syntax;

import gradus.syntax.grammar.NetworkParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/// The brackets open at a token of a statement, and how deep the tree above it will be.
///
/// Besides brackets, powers, signs and primes nest: `2^2^2` and `--x` are trees of their own depth.
/// Tells '|' apart: it opens where an operand is due, else it closes.
final class Nesting {
  private record Open(Token token, int base, int depth) {}

  private final Source source;
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean operandDue = true;
  private int base;
  private int depth;

  Nesting(Source source) {
    this.source = source;
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  boolean isInBraces() {
    return isOpen() && open.peek().token.getType() == NetworkParser.OPEN_BRACE;
  }

  /// The innermost bracket still open.
  Optional<Diagnostic> neverClosed() {
    return Optional.ofNullable(open.peek()).map(top -> neverClosed(top.token));
  }

  Optional<Diagnostic> read(Token token) {
    if (token.getType() == NetworkParser.BAR && token instanceof WritableToken bar) {
      bar.setType(operandDue ? NetworkParser.BAR_OPEN : NetworkParser.BAR_CLOSE);
    }
    Optional<Diagnostic> fault = nest(token);
    operandDue = isOperandDueAfter(token);
    return fault;
  }

  private Optional<Diagnostic> nest(Token token) {
    if (TokenKinds.opens(token)) {
      return opened(token);
    }
    if (TokenKinds.closes(token)) {
      return closed(token);
    }
    return switch (token.getType()) {
      case NetworkParser.CARET, NetworkParser.DOT_CARET, NetworkParser.PRIME -> deeper(token);
      case NetworkParser.MINUS -> operandDue ? deeper(token) : beside();
      default -> {
        boolean operand = TokenKinds.isWord(token) ? operandDue : TokenKinds.endsOperand(token);
        yield operand ? Optional.empty() : beside();
      }
    };
  }

  private boolean isOperandDueAfter(Token token) {
    return TokenKinds.isWord(token) ? !operandDue : !TokenKinds.endsOperand(token);
  }

  private Optional<Diagnostic> opened(Token token) {
    open.push(new Open(token, base, depth));
    Optional<Diagnostic> fault = deeper(token);
    base = depth;
    return fault;
  }

  private Optional<Diagnostic> deeper(Token token) {
    depth++;
    return depth > Written.DEEPEST
        ? Optional.of(Fault.TOO_DEEP.at(source, Lexing.span(token), Written.DEEPEST))
        : Optional.empty();
  }

  /// Behind an operator the tree starts again from the bracket.
  private Optional<Diagnostic> beside() {
    depth = base;
    return Optional.empty();
  }

  private Optional<Diagnostic> closed(Token token) {
    if (isOpen() && closes(token, open.peek())) {
      Open closed = open.pop();
      base = closed.base;
      depth = closed.depth;
      return Optional.empty();
    }
    return open.stream().anyMatch(outer -> closes(token, outer))
        ? neverClosed()
        : Optional.of(Fault.CLOSES_NOTHING.at(source, Lexing.span(token), token.getText()));
  }

  private static boolean closes(Token token, Open opened) {
    return token.getType()
        == switch (opened.token.getType()) {
          case NetworkParser.OPEN -> NetworkParser.CLOSE;
          case NetworkParser.OPEN_SQUARE -> NetworkParser.CLOSE_SQUARE;
          case NetworkParser.BAR_OPEN -> NetworkParser.BAR_CLOSE;
          default -> NetworkParser.CLOSE_BRACE;
        };
  }

  private Diagnostic neverClosed(Token token) {
    return Fault.NEVER_CLOSED.at(source, Lexing.span(token), token.getText());
  }
}
