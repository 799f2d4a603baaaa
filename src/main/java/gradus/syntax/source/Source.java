package gradus.syntax.source;

/// A text and the name to cite it by. Lines and columns count from 1, columns in code points. A
/// carriage return alone ends a line too, as on old Macs, and is kept as a newline.
public record Source(String name, String text) {
  public Source {
    text = text.indexOf('\r') < 0 ? text : text.replaceAll("\r(?!\n)", "\n");
  }

  public int line(int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  public int column(int offset) {
    return text.codePointCount(lineStart(offset), offset) + 1;
  }

  /// The line that holds `offset`, without its end.
  public String lineAt(int offset) {
    int end = text.indexOf('\n', offset);
    return text.substring(lineStart(offset), end < 0 ? text.length() : end).stripTrailing();
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }
}
