package gradus.syntax.read;

import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// Tokens of one statement to its parse tree, or to the one diagnostic that says why not.
final class StatementParser {
  private final Source source;
  private final Consumer<Diagnostic> diagnostics;
  private final boolean loneFormula;
  private final NetworkParser parser = new NetworkParser(stream(List.of()));

  StatementParser(Source source, boolean loneFormula, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.loneFormula = loneFormula;
    this.diagnostics = diagnostics;
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
  }

  /// SLL first: it is fast, and where it fails on a text that is in the language, LL does not.
  <T extends ParserRuleContext> Optional<T> parse(
      List<Token> statement, Function<NetworkParser, T> rule) {
    List<Token> tokens = new ArrayList<>(statement);
    int end =
        statement.isEmpty() ? source.text().length() : Tokenizer.span(statement.getLast()).end();
    tokens.add(Tokenizer.token(Token.EOF, new Span(end, end), ""));
    try {
      return Optional.of(parse(tokens, rule, PredictionMode.SLL));
    } catch (ParseCancellationException _) {
      return parseOrExplain(tokens, rule);
    }
  }

  private <T extends ParserRuleContext> Optional<T> parseOrExplain(
      List<Token> tokens, Function<NetworkParser, T> rule) {
    try {
      return Optional.of(parse(tokens, rule, PredictionMode.LL));
    } catch (ParseCancellationException failure) {
      if (!(failure.getCause() instanceof RecognitionException fault)) {
        throw failure;
      }
      int place = fault.getOffendingToken().getTokenIndex();
      diagnostics.accept(
          new SyntaxDiagnosis(new Surroundings(source, tokens, place), loneFormula).diagnostic());
      return Optional.empty();
    }
  }

  private <T> T parse(List<Token> tokens, Function<NetworkParser, T> rule, PredictionMode mode) {
    parser.setTokenStream(stream(tokens));
    parser.getInterpreter().setPredictionMode(mode);
    return rule.apply(parser);
  }

  private static CommonTokenStream stream(List<Token> tokens) {
    return new CommonTokenStream(new ListTokenSource(tokens));
  }
}
