package gradus.syntax.source;

import java.util.Optional;

/// A fault of a text: where, which, in words, and what would mend it.
public record Diagnostic(
    Source source, Span span, Fault fault, String message, Optional<String> suggestion) {
  private static final int LONGEST_SUGGESTION = 120;

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

  /// With what is said of only one of many: `at k = 1`
  public Diagnostic within(String member) {
    return new Diagnostic(source, span, fault, message + " (" + member + ")", suggestion);
  }

  public Diagnostic suggesting(String suggestion) {
    return suggesting(Optional.of(suggestion));
  }

  /// With what would mend it; a suggestion too long to be taken in at a glance is dropped.
  public Diagnostic suggesting(Optional<String> suggestion) {
    return new Diagnostic(
        source, span, fault, message, suggestion.filter(s -> s.length() <= LONGEST_SUGGESTION));
  }

  /// The message with what would mend it: `nothing is called 'h3'; did you mean 'h2'?`
  public String sentence() {
    return suggestion.map(mend -> message + "; " + fault.hint(mend)).orElse(message);
  }
}
