package gradus.render;

import gradus.render.Display.Part;
import java.util.ArrayList;
import java.util.List;

/// Chains as the rows of one display, a row for each line. Reasons stand in a column of their own
/// at the right, or, where formulas need the whole width, behind or below them.
final class Steps {
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
  Steps(Page page, List<Display> displays, boolean beside) {
    this.page = page;
    this.displays = displays;
    this.column = beside && displays.stream().anyMatch(Display::hasReasons);
    double tag = column ? Math.max(Page.TAG, page.tag(displays)) : page.tag(displays);
    double reasons = column ? Page.GAP + page.reasons() : 0;
    this.room = page.width() - Page.INDENT - leftWidth(displays, page) - reasons - tag;
  }

  /// Left sides wider than this stand on lines of their own.
  private static double widestLeft(Page page) {
    return page.width() / 3;
  }

  static double leftWidth(List<Display> displays, Page page) {
    return displays.stream()
        .mapToDouble(display -> display.left().width())
        .filter(width -> width <= widestLeft(page))
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
      chain(displays.get(i), i == 0);
    }
    boolean numbered = displays.stream().anyMatch(Display::isNumbered);
    return column && !numbered ? rows + NO_TAG : rows.toString();
  }

  private void chain(Display display, boolean first) {
    List<String> lines = new ArrayList<>();
    if (display.left().width() > widestLeft(page)) {
      lines(display.left()).forEach(line -> lines.add(" &" + BoxWriter.latex(line)));
    }
    for (Part part : display.joined(room)) {
      addLines(part, lines);
    }
    if (display.left().width() <= widestLeft(page)) {
      rows.append(BoxWriter.latex(display.left()));
    }
    if (lines.isEmpty()) {
      lines.add(" &");
    }
    if (first && !lines.getFirst().contains("\\why")) {
      lines.set(0, lines.getFirst() + " &&");
    }
    rows.append(String.join("\\\\\n", lines)).append(display.tag());
  }

  private List<Box> lines(Box box) {
    return box.width() <= room ? List.of(box) : LineBreaker.lines(box, room - 1);
  }

  private void addLines(Part part, List<String> lines) {
    List<Box> broken = lines(part.box());
    int start = lines.size();
    for (Box line : broken) {
      lines.add((lines.size() == start ? " &" : "  &\\quad{}") + BoxWriter.latex(line));
    }
    if (part.hasReason() && column) {
      lines.set(start, lines.get(start) + " \\why{" + part.reason().latex() + "}");
    } else if (part.hasReason()) {
      addBelow(part.reason(), broken.getLast().width(), lines);
    }
  }

  private void addBelow(LatexInline reason, double used, List<String> lines) {
    if (used + Page.GAP + reason.width() <= room - 1) {
      lines.add(lines.removeLast() + "\\quad\\text{\\small " + reason.latex() + "}");
    } else if (reason.width() <= room - 2) {
      lines.add(" &\\qquad\\text{\\small " + reason.latex() + "}");
    } else {
      String width = Decimals.oneDigit(room - 3);
      lines.add(
          " &\\qquad\\parbox[t]{" + width + "em}{\\small\\raggedright " + reason.latex() + "}");
    }
  }
}
