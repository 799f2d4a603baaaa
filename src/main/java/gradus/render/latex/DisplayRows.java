package gradus.render.latex;

import gradus.render.box.Box;
import gradus.render.formula.LineBreaker;
import gradus.render.latex.Display.Part;
import java.util.ArrayList;
import java.util.List;

/// Chains as the rows of one display, a row for each line. Reasons stand in a column of their own
/// at the right, or, where formulas need the whole width, behind or below them.
final class DisplayRows {
  /// A formula that takes more lines beside its reason gets the whole width.
  private static final int MOST_LINES = 3;

  /// Keeps the room of a number free, so that reasons start where they start elsewhere.
  private static final String NO_TAG = " \\tag*{\\phantom{(00)}}";

  private final Page page;
  private final List<Display> displays;
  private final boolean column;
  private final double room;
  private final StringBuilder rows = new StringBuilder();

  /// @param beside whether the reasons may stand in a column beside the formulas
  DisplayRows(Page page, List<Display> displays, boolean beside) {
    this.page = page;
    this.displays = displays;
    this.column = beside && displays.stream().anyMatch(Display::hasReasons);
    double tag = column ? Math.max(Page.TAG, page.tag(displays)) : page.tag(displays);
    double reasons = column ? Page.GAP + page.reasons() : 0;
    this.room = page.width() - Page.INDENT - leftWidth(displays, page) - reasons - tag;
  }

  /// Left sides wider than this stand on lines of their own.
  private static double leftLimit(Page page) {
    return page.width() / 3;
  }

  static double leftWidth(List<Display> displays, Page page) {
    return displays.stream()
        .mapToDouble(display -> display.left().width())
        .filter(width -> width <= leftLimit(page))
        .max()
        .orElse(0);
  }

  static int widestLeft(List<Display> displays) {
    int widest = 0;
    for (int i = 1; i < displays.size(); i++) {
      if (displays.get(i).left().width() > displays.get(widest).left().width()) {
        widest = i;
      }
    }
    return widest;
  }

  /// Whether a chain has room beside its reasons.
  boolean fits(Display display) {
    return !display.hasReasons()
        || display.parts().stream().allMatch(part -> lines(part.box()).size() <= MOST_LINES);
  }

  String rows(String betweenChains) {
    int widest = widestLeft(displays);
    for (int i = 0; i < displays.size(); i++) {
      rows.append(i == 0 ? "" : betweenChains).append(i == widest ? "\\qquad " : "");
      chain(displays.get(i), i == displays.size() - 1);
    }
    return rows.toString();
  }

  /// @param reason in LaTeX, or empty
  /// @param continued whether the line goes on with the formula of the line before
  private record Row(String formula, String reason, boolean continued) {
    Row(String formula) {
      this(formula, "", false);
    }
  }

  private void chain(Display display, boolean last) {
    boolean ownLine = display.left().width() > leftLimit(page);
    rows.append(ownLine ? "" : BoxWriter.latex(display.left()));
    List<Row> lines = new ArrayList<>();
    if (ownLine) {
      addLines(display.left(), "", lines);
    }
    for (Part part : display.joined(room)) {
      addPart(part, lines);
    }
    if (lines.isEmpty()) {
      lines.add(new Row(""));
    }
    for (int i = 0; i < lines.size(); i++) {
      Row row = lines.get(i);
      rows.append(i == 0 ? "" : row.continued ? "\\\\*\n" : "\\\\\n");
      rows.append(row.continued ? "  &\\quad{}" : " &").append(row.formula);
      end(row, i == lines.size() - 1 ? display.tag() : "", last && i == lines.size() - 1);
    }
  }

  /// The column of reasons stands where it stands elsewhere if a line has a reason and a number.
  private void end(Row row, String tag, boolean last) {
    boolean placeholder = column && last && displays.stream().noneMatch(Display::isNumbered);
    if (!row.reason.isEmpty() || (column && !tag.isEmpty()) || placeholder) {
      rows.append(" \\why{").append(row.reason).append('}');
    } else if (!column && last) {
      rows.append(" &&");
    }
    rows.append(placeholder ? NO_TAG : tag);
  }

  private List<Box> lines(Box box) {
    return box.width() <= room ? List.of(box) : LineBreaker.lines(box, room - 1);
  }

  private void addPart(Part part, List<Row> lines) {
    String reason = part.reason().latex();
    double used = addLines(part.box(), column ? reason : "", lines);
    if (part.hasReason() && !column) {
      addBelow(part.reason(), used, lines);
    }
  }

  /// The width of the last line.
  private double addLines(Box box, String reason, List<Row> lines) {
    List<Box> broken = lines(box);
    for (int i = 0; i < broken.size(); i++) {
      lines.add(new Row(BoxWriter.latex(broken.get(i)), i == 0 ? reason : "", i > 0));
    }
    return broken.getLast().width();
  }

  private void addBelow(LatexInline reason, double used, List<Row> lines) {
    String small = "{\\small " + reason.latex() + "}";
    if (used + Page.GAP + reason.width() <= room - 1) {
      Row line = lines.removeLast();
      lines.add(new Row(line.formula + "\\quad\\text" + small, "", line.continued));
    } else if (reason.width() <= room - 2) {
      lines.add(new Row("\\qquad\\text" + small));
    } else {
      String width = Decimals.oneDigit(room - 3);
      String text = "{\\small\\raggedright " + reason.latex() + "}";
      lines.add(new Row("\\qquad\\parbox[t]{" + width + "em}" + text));
    }
  }
}
