package gradus.syntax;

import java.util.List;
import java.util.Optional;

/// A formula as written, or every fault that kept it from being read.
public record FormulaReading(Optional<Written> formula, List<Diagnostic> diagnostics) {
  public FormulaReading {
    diagnostics = List.copyOf(diagnostics);
  }
}
