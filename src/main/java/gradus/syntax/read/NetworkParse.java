package gradus.syntax.read;

import gradus.syntax.source.Diagnostic;
import gradus.syntax.written.Statement;
import java.util.List;

/// What could be read of a network file, and every fault of what could not.
public record NetworkParse(List<Statement> statements, List<Diagnostic> diagnostics) {
  public NetworkParse {
    statements = List.copyOf(statements);
    diagnostics = List.copyOf(diagnostics);
  }
}
