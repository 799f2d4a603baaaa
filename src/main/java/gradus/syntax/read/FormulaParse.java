package gradus.syntax.read;

import gradus.syntax.source.Diagnostic;
import gradus.syntax.written.Written;
import java.util.List;
import java.util.Optional;

/// A formula as written, or every fault that kept it from being read.
public record FormulaParse(Optional<Written> formula, List<Diagnostic> diagnostics) {
  public FormulaParse {
    diagnostics = List.copyOf(diagnostics);
  }
}
