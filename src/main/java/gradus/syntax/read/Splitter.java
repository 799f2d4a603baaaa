package gradus.syntax.read;

import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/// Tokens to statements: a newline ends one, except inside brackets or behind an operator or comma.
///
/// A bracket that is never closed would swallow the rest of the file; so a line that begins like a
/// statement ends whatever is open before it.
final class Splitter {
  private final List<Token> tokens;
  private final Source source;
  private final Consumer<Diagnostic> diagnostics;
  private final List<List<Token>> statements = new ArrayList<>();
  private List<Token> current = new ArrayList<>();
  private Nesting nesting;
  private boolean unbalanced;
  private boolean faulty;

  private Splitter(Source source, List<Token> tokens, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.tokens = tokens;
    this.diagnostics = diagnostics;
    this.nesting = new Nesting(source);
  }

  /// The statements without a lexical fault or a fault of brackets; those have been reported.
  static List<List<Token>> statements(
      Source source, List<Token> tokens, Consumer<Diagnostic> diagnostics) {
    Splitter splitter = new Splitter(source, tokens, diagnostics);
    for (int i = 0; i < tokens.size(); i++) {
      splitter.read(i);
    }
    splitter.end();
    return splitter.statements;
  }

  private void read(int i) {
    Token token = tokens.get(i);
    if (token.getType() == NetworkParser.NEWLINE) {
      if (!continues(i)) {
        end();
      }
      return;
    }
    faulty |= token.getType() == NetworkParser.UNKNOWN;
    if (!unbalanced) {
      nesting.read(token).ifPresent(this::report);
      current.add(token);
      separateSizes(token);
    }
  }

  /// In a declaration `n × d` is a shape, elsewhere '×' multiplies.
  private void separateSizes(Token token) {
    int first = current.getFirst().getType();
    boolean declares = first >= NetworkParser.SIZE && first <= NetworkParser.QUANTITY;
    if (declares && token instanceof WritableToken cross && cross.getText().equals("×")) {
      cross.setType(NetworkParser.X);
    }
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.accept(diagnostic);
    unbalanced = true;
  }

  private void end() {
    if (!unbalanced) {
      nesting.neverClosed().ifPresent(this::report);
    }
    if (!unbalanced && !faulty && !current.isEmpty()) {
      statements.add(current);
    }
    current = new ArrayList<>();
    nesting = new Nesting(source);
    unbalanced = false;
    faulty = false;
  }

  private boolean continues(int newline) {
    if (unbalanced || current.isEmpty() || newline + 1 == tokens.size()) {
      return false;
    }
    Token last = current.getLast();
    if (nesting.isOpen()) {
      boolean comparing = nesting.isInBraces() && TokenKinds.isWord(last);
      return !beginsStatement(newline + 1) && (comparing || !beginsDefinition(newline + 1));
    }
    boolean inList = last.getType() == NetworkParser.COMMA || last.getType() == NetworkParser.COLON;
    return TokenKinds.isContinued(last)
        && !beginsStatement(newline + 1)
        && (inList || !beginsDefinition(newline + 1));
  }

  /// A keyword and a word that no formula could hold behind it: `weight w`, `round 3`.
  private boolean beginsStatement(int i) {
    return TokenKinds.isStatementKeyword(tokens.get(i))
        && type(i + 1).filter(Splitter::standsBehindKeyword).isPresent();
  }

  private static boolean standsBehindKeyword(int type) {
    return switch (type) {
      case NetworkParser.IF,
          NetworkParser.OTHERWISE,
          NetworkParser.AND,
          NetworkParser.IN,
          NetworkParser.FOR,
          NetworkParser.FROZEN ->
          false;
      default ->
          TokenKinds.isWord(type) || type == NetworkParser.NUMBER || type == NetworkParser.STRING;
    };
  }

  /// `name =`, `name[…] =`.
  private boolean beginsDefinition(int i) {
    if (!TokenKinds.isWord(tokens.get(i))) {
      return false;
    }
    int next = i + 1;
    if (type(next).equals(Optional.of(NetworkParser.OPEN_SQUARE))) {
      while (type(next)
          .filter(t -> t != NetworkParser.CLOSE_SQUARE && t != NetworkParser.NEWLINE)
          .isPresent()) {
        next++;
      }
      next++;
    }
    return type(next).equals(Optional.of(NetworkParser.EQUALS));
  }

  private Optional<Integer> type(int i) {
    return i < tokens.size() ? Optional.of(tokens.get(i).getType()) : Optional.empty();
  }
}
