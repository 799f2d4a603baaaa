package gradus.syntax.read;

import gradus.syntax.grammar.NetworkLexer;
import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.source.Characters;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// Text to tokens, newlines among them. What cannot be a token is reported and stands in the list
/// as UNKNOWN, so that the statement around it is known to be faulty.
final class Tokenizer {
  private static final int MOST_DIGITS = 200;
  private static final int LARGEST_EXPONENT = 400;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String PLAIN = "dL/dw_1 = 2*(y - p)*h_1";

  private final Source source;
  private final Consumer<Diagnostic> diagnostics;
  private final List<CommonToken> raw = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private boolean inLatex;
  private boolean hasLatex;

  private Tokenizer(Source source, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    NetworkLexer lexer = new NetworkLexer(new Utf16Stream(source.text()));
    lexer.removeErrorListeners();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      raw.add((CommonToken) token);
    }
  }

  static List<Token> tokens(Source source, Consumer<Diagnostic> diagnostics) {
    Tokenizer lexing = new Tokenizer(source, diagnostics);
    for (int i = 0; i < lexing.raw.size(); i++) {
      lexing.add(i);
    }
    return lexing.tokens;
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  static CommonToken token(int type, Span span, String text) {
    CommonToken token = new CommonToken(type, text);
    token.setStartIndex(span.start());
    token.setStopIndex(span.end() - 1);
    return token;
  }

  private void add(int i) {
    CommonToken token = raw.get(i);
    switch (token.getType()) {
      case NetworkParser.UNKNOWN -> addUnknown(i);
      case NetworkParser.DOT -> addDot(i);
      case NetworkParser.NUMBER -> addNumber(token);
      case NetworkParser.SUBSCRIPT -> addUnless(token.getText().length() > MOST_DIGITS, token);
      case NetworkParser.SUPERSCRIPT -> addSuperscript(token);
      case NetworkParser.OPEN_STRING -> addOpenString(token);
      case NetworkParser.NEWLINE -> addNewline(token);
      default -> tokens.add(token);
    }
  }

  private void addFaulty(Diagnostic diagnostic) {
    diagnostics.accept(diagnostic);
    tokens.add(token(NetworkParser.UNKNOWN, diagnostic.span(), ""));
  }

  /// A run of unknown characters is one fault.
  private void addUnknown(int first) {
    if (follows(first - 1, NetworkParser.UNKNOWN, first)) {
      return;
    }
    int last = first;
    while (follows(last, NetworkParser.UNKNOWN, last + 1) && isUnknown(last + 1)) {
      last++;
    }
    Span span = span(raw.get(first)).to(span(raw.get(last)));
    char start = source.text().charAt(span.start());
    boolean isLatex = start == '\\' || (start == '&' && hasLatex);
    if (isLatex && !inLatex) {
      addLatex(span);
    } else if (!inLatex) {
      addFaulty(unknown(span));
    }
    inLatex |= isLatex;
  }

  /// A paste of LaTeX is one fault, however many lines it has.
  private void addLatex(Span span) {
    if (!hasLatex) {
      diagnostics.accept(Fault.LATEX.at(source, span).suggesting(PLAIN));
    }
    hasLatex = true;
    tokens.add(token(NetworkParser.UNKNOWN, span, ""));
  }

  private Diagnostic unknown(Span span) {
    int c = source.text().codePointAt(span.start());
    return Fault.UNKNOWN_CHARACTER
        .at(source, span, Characters.described(c))
        .suggesting(Characters.typed(c));
  }

  /// What stands behind LaTeX on its line is no further fault.
  private void addNewline(CommonToken token) {
    inLatex = false;
    tokens.add(token);
  }

  private boolean isUnknown(int i) {
    return raw.get(i).getType() == NetworkParser.UNKNOWN;
  }

  /// Whether raw token `i` exists, has the type, and `next` stands right behind it.
  private boolean follows(int i, int type, int next) {
    return i >= 0
        && next < raw.size()
        && raw.get(i).getType() == type
        && raw.get(i).getStopIndex() + 1 == raw.get(next).getStartIndex();
  }

  /// `.5`, `5.` or `1.2.3`
  private void addDot(int i) {
    Span span = span(raw.get(i));
    boolean behindNumber = follows(i - 1, NetworkParser.NUMBER, i);
    boolean beforeNumber =
        follows(i, NetworkParser.DOT, i + 1) && raw.get(i + 1).getType() == NetworkParser.NUMBER;
    if (!behindNumber && !beforeNumber) {
      addFaulty(unknown(span));
      return;
    }
    Span from = behindNumber ? span(raw.get(i - 1)) : span;
    Span typed = from.to(beforeNumber ? span(raw.get(i + 1)) : span);
    String text = source.text().substring(typed.start(), typed.end());
    String mended = (behindNumber ? "" : "0") + text + (beforeNumber ? "" : "0");
    Diagnostic diagnostic = Fault.DECIMAL_POINT.at(source, typed);
    addFaulty(behindNumber && beforeNumber ? diagnostic : diagnostic.suggesting(mended));
  }

  private void addNumber(CommonToken token) {
    addUnless(isTooLong(token.getText()), token);
  }

  private void addUnless(boolean tooLong, CommonToken token) {
    if (tooLong) {
      addFaulty(Fault.NUMBER_TOO_LONG.at(source, span(token), MOST_DIGITS, LARGEST_EXPONENT));
    } else {
      tokens.add(token);
    }
  }

  private static boolean isTooLong(String number) {
    int exponentAt = Math.max(number.indexOf('e'), number.indexOf('E'));
    String exponent =
        exponentAt < 0 ? "" : number.substring(exponentAt + 1).replaceAll("^[+-]?0*", "");
    int digits = exponentAt < 0 ? number.length() : exponentAt;
    return digits > MOST_DIGITS
        || exponent.length() > 3
        || (!exponent.isEmpty() && Integer.parseInt(exponent) > LARGEST_EXPONENT);
  }

  /// `x²` is read as `x ^ 2`.
  private void addSuperscript(CommonToken token) {
    Span span = span(token);
    tokens.add(token(NetworkParser.CARET, span, "^"));
    StringBuilder digits = new StringBuilder();
    for (char c : token.getText().toCharArray()) {
      if (c == '⁻') {
        tokens.add(token(NetworkParser.MINUS, span, "-"));
      } else {
        digits.append(SUPERSCRIPTS.indexOf(c));
      }
    }
    addNumber(token(NetworkParser.NUMBER, span, digits.toString()));
  }

  private void addOpenString(CommonToken token) {
    String mended = token.getText().strip() + "\"";
    addFaulty(Fault.OPEN_STRING.at(source, span(token)).suggesting(mended));
  }
}
