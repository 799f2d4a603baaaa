package gradus.render;

import gradus.render.Box.Glyph;
import java.util.ArrayList;
import java.util.List;

/// Matrices too large to print whole: dots stand for rows and columns in the middle.
final class Dotted {
  /// Rows and columns of a matrix that is printed whole.
  private static final int LARGEST = 8;

  private static final int SHOWN_FIRST = 3;
  private static final int SHOWN_LAST = 2;

  private static final Dots<Box> BOXES =
      new Dots<>(
          new Glyph("\\cdots", Size.line(1.2)),
          new Glyph("\\vdots", Size.line(0.3)),
          new Glyph("\\ddots", Size.line(1.3)));

  private Dotted() {}

  /// What stands for left-out entries of a row, of a column and of both.
  record Dots<T>(T across, T down, T aslant) {}

  static Box grid(List<List<Box>> rows) {
    return Boxes.grid(shown(rows, BOXES));
  }

  static <T> List<List<T>> shown(List<List<T>> rows, Dots<T> dots) {
    List<List<T>> shown = rows;
    if (shown.getFirst().size() > LARGEST) {
      shown =
          shown.stream().map(row -> without(row, SHOWN_FIRST, SHOWN_LAST, dots.across())).toList();
    }
    if (shown.size() > LARGEST) {
      List<T> middle =
          shown.getFirst().stream()
              .map(entry -> entry == dots.across() ? dots.aslant() : dots.down())
              .toList();
      shown = without(shown, SHOWN_FIRST, SHOWN_LAST, middle);
    }
    return shown;
  }

  /// With dots for as few columns as make it at most so wide.
  static Box columns(List<List<Box>> rows, double width) {
    Box grid = Boxes.grid(rows);
    for (int kept = rows.getFirst().size() - 2; kept >= 2 && grid.width() > width; kept--) {
      int first = (kept + 1) / 2;
      int last = kept / 2;
      grid =
          Boxes.grid(rows.stream().map(row -> without(row, first, last, BOXES.across())).toList());
    }
    return grid;
  }

  private static <T> List<T> without(List<T> all, int first, int last, T dots) {
    List<T> kept = new ArrayList<>(all.subList(0, first));
    kept.add(dots);
    kept.addAll(all.subList(all.size() - last, all.size()));
    return kept;
  }
}
