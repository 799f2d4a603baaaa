package gradus.syntax;

import java.util.Optional;

/// Every fault that a text can have: its code in JSON and its sentence, held once.
public enum Fault {
  UNKNOWN_NAME("nothing is called '%s'"),
  DEFINED_TWICE("'%s' is already defined on line %s"),
  CYCLE("'%s' is defined through itself: %s"),
  ;

  private final String sentence;

  Fault(String sentence) {
    this.sentence = sentence;
  }

  /// The stable code, such as `unknown-name`.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public Diagnostic at(Source source, Span span, Object... details) {
    return new Diagnostic(source, span, this, sentence.formatted(details), Optional.empty());
  }
}
