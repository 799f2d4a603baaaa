package gradus.render.formula;

import gradus.render.box.Box;
import gradus.render.box.Box.Glyph;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import java.util.ArrayList;
import java.util.List;

/// Matrices too large to print whole: dots stand for rows and columns in the middle.
public final class MatrixEllipsis {
  /// Rows and columns of a matrix that is printed whole.
  private static final int LARGEST = 8;

  private static final int SHOWN_FIRST = 3;
  private static final int SHOWN_LAST = 2;

  private static final Dots<Box> BOXES =
      new Dots<>(
          new Glyph("\\cdots", BoxExtent.line(1.2)),
          new Glyph("\\vdots", BoxExtent.line(0.3)),
          new Glyph("\\ddots", BoxExtent.line(1.3)));

  private MatrixEllipsis() {}

  /// What stands for left-out entries of a row, of a column and of both.
  public record Dots<T>(T across, T down, T aslant) {}

  static Box grid(List<List<Box>> rows) {
    return Boxes.grid(shown(rows, BOXES));
  }

  public static <T> List<List<T>> shown(List<List<T>> rows, Dots<T> dots) {
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
