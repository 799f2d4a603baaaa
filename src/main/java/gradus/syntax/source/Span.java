package gradus.syntax.source;

/// A stretch of a source text: offsets in UTF-16 units, the end exclusive.
public record Span(int start, int end) {
  public Span to(Span last) {
    return new Span(start, Math.max(end, last.end));
  }
}
