package gradus.syntax;

import java.util.List;

/// What could be read of a network file, and every fault of what could not.
public record Reading(List<Statement> statements, List<Diagnostic> diagnostics) {
  public Reading {
    statements = List.copyOf(statements);
    diagnostics = List.copyOf(diagnostics);
  }
}
