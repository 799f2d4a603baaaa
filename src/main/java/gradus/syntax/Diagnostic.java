package gradus.syntax;

import java.util.Optional;

/// A fault of a text: where, which, in words, and what would mend it.
public record Diagnostic(
    Source source, Span span, Fault fault, String message, Optional<String> suggestion) {
  public int line() {
    return source.line(span.start());
  }

  public int column() {
    return source.column(span.start());
  }

  /// In code points.
  public int length() {
    return source.text().codePointCount(span.start(), span.end());
  }
}
