package gradus.syntax;

import gradus.syntax.grammar.NetworkParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// Reads a single formula in typed notation. Newlines in it count as spaces.
public final class FormulaReader {
  private FormulaReader() {}

  public static FormulaReading read(Source source) {
    Findings findings = new Findings();
    Optional<Written> formula =
        TextLimit.accepts(source, findings) ? read(source, findings) : Optional.empty();
    return new FormulaReading(formula, findings.sorted());
  }

  private static Optional<Written> read(Source source, Findings findings) {
    List<Token> tokens = Lexing.tokens(source, findings);
    tokens.removeIf(token -> token.getType() == NetworkParser.NEWLINE);
    if (tokens.isEmpty()) {
      findings.accept(Fault.NO_FORMULA.at(source, new Span(0, source.text().length())));
      return Optional.empty();
    }
    return Splitter.statements(source, tokens, findings).stream()
        .findFirst()
        .flatMap(piece -> new Parsing(source, true, findings).parse(piece, NetworkParser::lone))
        .map(lone -> new FormulaBuilder().visitFormula(lone.formula()));
  }
}
