package gradus.syntax.read;

import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Findings;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import gradus.syntax.source.TextLimit;
import gradus.syntax.written.Written;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// Reads a single formula in typed notation. Newlines in it count as spaces.
public final class FormulaReader {
  private FormulaReader() {}

  public static FormulaParse read(Source source) {
    Findings findings = new Findings();
    Optional<Written> formula =
        TextLimit.accepts(source, findings) ? read(source, findings) : Optional.empty();
    return new FormulaParse(formula, findings.sorted());
  }

  private static Optional<Written> read(Source source, Findings findings) {
    List<Token> tokens = Tokenizer.tokens(source, findings);
    tokens.removeIf(token -> token.getType() == NetworkParser.NEWLINE);
    if (tokens.isEmpty()) {
      findings.accept(Fault.NO_FORMULA.at(source, new Span(0, source.text().length())));
      return Optional.empty();
    }
    return Splitter.statements(source, tokens, findings).stream()
        .findFirst()
        .flatMap(
            piece -> new StatementParser(source, true, findings).parse(piece, NetworkParser::lone))
        .map(lone -> new FormulaBuilder().visitFormula(lone.formula()));
  }
}
