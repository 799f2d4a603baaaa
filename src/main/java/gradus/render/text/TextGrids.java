package gradus.render.text;

import gradus.render.formula.MatrixEllipsis;
import gradus.render.formula.MatrixEllipsis.Dots;
import java.util.ArrayList;
import java.util.List;

/// Matrices over several lines of a terminal.
///
/// While lines are being laid out a matrix is a word as wide as itself, of a character that no text
/// has; a finished line is then opened into as many as its tallest matrix needs.
final class TextGrids {
  private static final int FIRST = 0xE000;
  private static final int MOST = 0x1000;
  private static final Dots<String> DOTS = new Dots<>("⋯", "⋮", "⋱");

  private final List<List<String>> grids = new ArrayList<>();

  boolean isFull() {
    return grids.size() == MOST;
  }

  /// The word for a matrix with these entries.
  String grid(List<List<String>> rows) {
    List<String> lines = lines(rows);
    String sign = Character.toString(FIRST + grids.size());
    grids.add(lines);
    return sign.repeat(Columns.width(lines.getFirst()));
  }

  /// `⎡ 1 2 ⎤` over `⎣ 3 4 ⎦`
  private static List<String> lines(List<List<String>> rows) {
    List<List<String>> cells = MatrixEllipsis.shown(rows, DOTS);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      boolean first = i == 0;
      boolean last = i == cells.size() - 1;
      StringBuilder line = new StringBuilder(first ? "⎡" : last ? "⎣" : "⎢");
      for (int j = 0; j < cells.get(i).size(); j++) {
        int column = j;
        int width = Columns.widest(cells.stream().map(row -> row.get(column)).toList());
        line.append(j == 0 ? "" : "  ").append(Columns.rightAligned(cells.get(i).get(j), width));
      }
      lines.add(line.append(first ? "⎤" : last ? "⎦" : "⎥").toString());
    }
    return lines;
  }

  /// The lines that a finished one takes: matrices stand with their middle on it.
  List<String> opened(String line) {
    int above = 0;
    int below = 0;
    for (int c : line.codePoints().distinct().filter(this::isGrid).toArray()) {
      int height = grids.get(c - FIRST).size();
      above = Math.max(above, middle(height));
      below = Math.max(below, height - 1 - middle(height));
    }
    List<String> lines = new ArrayList<>();
    for (int row = -above; row <= below; row++) {
      lines.add(row(line, row).stripTrailing());
    }
    return lines;
  }

  private boolean isGrid(int c) {
    return c >= FIRST && c < FIRST + grids.size();
  }

  private static int middle(int height) {
    return (height - 1) / 2;
  }

  private String row(String line, int row) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      if (!isGrid(c)) {
        i += Character.charCount(c);
        String sign = Character.toString(c);
        out.append(row == 0 ? sign : " ".repeat(Columns.width(sign)));
        continue;
      }
      List<String> grid = grids.get(c - FIRST);
      int at = row + middle(grid.size());
      String part = at >= 0 && at < grid.size() ? grid.get(at) : "";
      int width = Columns.width(grid.getFirst());
      out.append(Columns.padded(part, width));
      i += width;
    }
    return out.toString();
  }
}
