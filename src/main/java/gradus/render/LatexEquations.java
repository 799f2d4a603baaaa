package gradus.render;

import gradus.render.Display.Part;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import java.util.List;

/// Displayed equations, flush left and aligned at their relation signs.
///
/// Chains that fit stand in columns, or with their reasons at the right; those that do not get the
/// whole width and a display of their own.
final class LatexEquations {
  private final Page page;
  private final StringBuilder out;

  LatexEquations(Page page, StringBuilder out) {
    this.page = page;
    this.out = out;
  }

  void write(Equations equations) {
    List<Display> displays = equations.chains().stream().map(Display::of).toList();
    if (equations.arrangement() == Arrangement.COLUMNS && fitsInColumns(displays)) {
      columns(displays);
      return;
    }
    String separator = equations.arrangement() == Arrangement.COLUMNS ? "\\\\\n" : "\\\\[4pt]\n";
    Steps beside = new Steps(page, displays, true);
    int start = 0;
    while (start < displays.size()) {
      boolean fits = beside.fits(displays.get(start));
      int end = start + 1;
      while (end < displays.size() && beside.fits(displays.get(end)) == fits) {
        end++;
      }
      List<Display> group = displays.subList(start, end);
      display(new Steps(page, group, fits).rows(separator));
      start = end;
    }
  }

  private boolean fitsInColumns(List<Display> displays) {
    double width = Page.INDENT + Steps.leftWidth(displays, page) + page.tag(displays);
    for (int column = 0; column < columnCount(displays); column++) {
      double widest = 0;
      for (Display display : displays) {
        if (column < display.parts().size()) {
          widest = Math.max(widest, display.parts().get(column).box().width());
        }
      }
      width += widest + Page.GAP;
    }
    return width <= page.width() && displays.stream().noneMatch(Display::hasReasons);
  }

  private static int columnCount(List<Display> displays) {
    return displays.stream().mapToInt(display -> display.parts().size()).max().orElse(0);
  }

  private void columns(List<Display> displays) {
    int widest = Steps.widestLeft(displays);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < displays.size(); i++) {
      Display display = displays.get(i);
      rows.append(i == 0 ? "" : "\\\\\n").append(i == widest ? "\\qquad " : "");
      rows.append(BoxWriter.latex(display.left()));
      String separator = " &";
      for (Part part : display.parts()) {
        rows.append(separator).append(BoxWriter.latex(part.box()));
        separator = " &&";
      }
      rows.append(i == 0 ? " &&" : "").append(display.tag());
    }
    display(rows);
  }

  private void display(CharSequence rows) {
    out.append("\\begin{flalign*}\n").append(rows).append("\n\\end{flalign*}\n");
  }
}
