package gradus.render.latex;

import gradus.render.box.MathStyle;
import gradus.render.formula.Typesetter;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/// Displayed equations, flush left and aligned at their relation signs.
///
/// Chains that fit stand in columns, or with their reasons at the right; those that do not get the
/// whole width and a display of their own.
final class LatexEquations {
  /// TeX takes quadratic time for a display.
  private static final int LONGEST = 32;

  private final Page page;
  private final StringBuilder out;
  private final Typesetter plain = new Typesetter(MathStyle.DISPLAY);
  private final Typesetter sized = new Typesetter(MathStyle.DISPLAY, true);

  LatexEquations(Page page, StringBuilder out) {
    this.page = page;
    this.out = out;
  }

  void write(Equations equations) {
    Typesetter typesetter = equations.sized() ? sized : plain;
    List<Display> displays =
        equations.chains().stream().map(chain -> Display.of(chain, typesetter)).toList();
    boolean columns = equations.arrangement() == Arrangement.COLUMNS;
    if (columns && fitsInColumns(displays)) {
      inPieces(displays, this::columns);
    } else {
      String betweenChains = columns ? "\\\\\n" : "\\\\[6pt]\n";
      inPieces(displays, piece -> steps(piece, betweenChains));
    }
  }

  private static void inPieces(List<Display> displays, Consumer<List<Display>> writer) {
    for (int start = 0; start < displays.size(); start += LONGEST) {
      writer.accept(displays.subList(start, Math.min(start + LONGEST, displays.size())));
    }
  }

  private void steps(List<Display> displays, String betweenChains) {
    DisplayRows beside = new DisplayRows(page, displays, true);
    int start = 0;
    while (start < displays.size()) {
      boolean fits = beside.fits(displays.get(start));
      int end = start + 1;
      while (end < displays.size() && beside.fits(displays.get(end)) == fits) {
        end++;
      }
      display(new DisplayRows(page, displays.subList(start, end), fits).rows(betweenChains));
      start = end;
    }
  }

  private boolean fitsInColumns(List<Display> displays) {
    int columns = columnCount(displays);
    double[] widths = new double[columns];
    for (Display display : displays) {
      for (int i = 0; i < display.parts().size(); i++) {
        int column = column(display, i, columns);
        widths[column] = Math.max(widths[column], display.parts().get(i).box().width() + Page.GAP);
      }
    }
    double left = displays.get(DisplayRows.widestLeft(displays)).left().width();
    double around = Page.INDENT + left + page.tag(displays);
    return around + DoubleStream.of(widths).sum() <= page.width()
        && displays.stream().noneMatch(Display::hasReasons);
  }

  /// Values stand below each other in the last column.
  private static int column(Display display, int link, int columns) {
    boolean value = link == display.parts().size() - 1 && display.endsInValue();
    return value ? columns - 1 : link;
  }

  private static int columnCount(List<Display> displays) {
    return displays.stream().mapToInt(display -> display.parts().size()).max().orElse(0);
  }

  private void columns(List<Display> displays) {
    int widest = DisplayRows.widestLeft(displays);
    int columns = columnCount(displays);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < displays.size(); i++) {
      Display display = displays.get(i);
      rows.append(i == 0 ? "" : "\\\\\n").append(i == widest ? "\\qquad " : "");
      rows.append(BoxWriter.latex(display.left())).append(" &");
      int at = 0;
      for (int link = 0; link < display.parts().size(); link++) {
        int column = column(display, link, columns);
        rows.append(" &&".repeat(column - at));
        rows.append(BoxWriter.latex(display.parts().get(link).box()));
        at = column;
      }
      rows.append(i == 0 ? " &&" : "").append(display.tag());
    }
    display(rows);
  }

  private void display(CharSequence rows) {
    out.append("\\begin{flalign*}\n").append(rows).append("\n\\end{flalign*}\n");
  }
}
