package gradus.syntax.resolve;

import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The faults of one formula, and where they are: what lies around a fault has no shape that could
/// be judged.
final class Failures {
  private final Source source;
  private final Consumer<Diagnostic> diagnostics;
  private final NavigableSet<Integer> places = new TreeSet<>();

  Failures(Source source, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  Source source() {
    return source;
  }

  boolean any() {
    return !places.isEmpty();
  }

  boolean within(Span span) {
    Integer next = places.ceiling(span.start());
    return next != null && next <= span.end();
  }

  void tell(Diagnostic diagnostic) {
    remember(diagnostic.span());
    diagnostics.accept(diagnostic);
  }

  /// Of what has been reported elsewhere.
  void remember(Span span) {
    places.add(span.start());
  }

  /// A fault of shapes; nothing is said where a part has failed already.
  void tellUnlessWithin(Span around, Diagnostic diagnostic) {
    if (within(around)) {
      remember(diagnostic.span());
    } else {
      tell(diagnostic);
    }
  }

  String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }
}
