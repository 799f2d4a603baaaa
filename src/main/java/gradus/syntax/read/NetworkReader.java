package gradus.syntax.read;

import gradus.syntax.grammar.NetworkParser;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Findings;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import gradus.syntax.source.TextLimit;
import gradus.syntax.written.Statement;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// Reads network files: each statement by itself, so that a faulty one costs no other.
public final class NetworkReader {
  private final Findings findings = new Findings();
  private final List<Statement> statements = new ArrayList<>();
  private final Source source;
  private final StatementBuilder builder;

  private NetworkReader(Source source) {
    this.source = source;
    this.builder = new StatementBuilder(source, findings);
  }

  public static NetworkParse read(Source source) {
    NetworkReader reader = new NetworkReader(source);
    if (TextLimit.accepts(source, reader.findings)) {
      reader.readStatements();
    }
    return new NetworkParse(reader.statements, reader.findings.sorted());
  }

  private void readStatements() {
    List<Token> tokens = Tokenizer.tokens(source, findings);
    List<List<Token>> pieces = Splitter.statements(source, tokens, findings);
    StatementParser parsing = new StatementParser(source, false, findings);
    for (List<Token> piece : pieces) {
      if (!findings.isFull()) {
        parsing.parse(piece, NetworkParser::statement).ifPresent(this::build);
      }
    }
    if (statements.isEmpty() && findings.size() == 0) {
      Diagnostic empty = Fault.NO_STATEMENT.at(source, new Span(0, 0));
      findings.accept(empty.suggesting(StatementForm.NETWORK.example()));
    }
  }

  private void build(NetworkParser.StatementContext ctx) {
    int faults = findings.size();
    List<Statement> built = ctx.accept(builder);
    if (findings.size() == faults) {
      statements.addAll(built);
    }
  }
}
