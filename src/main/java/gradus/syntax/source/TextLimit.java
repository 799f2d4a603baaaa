package gradus.syntax.source;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A text has up to 1 MiB, so that reading ends within a second.
public final class TextLimit {
  private static final int MOST_BYTES = 1 << 20;

  private TextLimit() {}

  public static boolean accepts(Source source, Consumer<Diagnostic> diagnostics) {
    boolean short_ = source.text().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    if (!short_) {
      diagnostics.accept(Fault.TEXT_TOO_LONG.at(source, new Span(0, 0), MOST_BYTES));
    }
    return short_;
  }
}
