package gradus.syntax.page;

import gradus.syntax.source.Span;
import java.util.Arrays;

/// Lines and columns of a text that is asked for many of them.
public final class Places {
  private final String text;
  private final int[] lineStarts;

  /// The last place that was asked for: the next one is mostly a little behind it.
  private int lastOffset;

  private int lastColumn = 1;

  public Places(String text) {
    this.text = text;
    int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    for (int line = 1, at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts[line++] = at + 1;
    }
    this.lineStarts = starts;
  }

  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  public int column(int offset) {
    int start = lineStarts[line(offset) - 1];
    boolean near = lastOffset >= start && lastOffset <= offset;
    lastColumn =
        near
            ? lastColumn + text.codePointCount(lastOffset, offset)
            : text.codePointCount(start, offset) + 1;
    lastOffset = offset;
    return lastColumn;
  }

  public int length(Span span) {
    return text.codePointCount(span.start(), span.end());
  }

  public String written(Span span) {
    return text.substring(span.start(), span.end());
  }

  public String text() {
    return text;
  }
}
