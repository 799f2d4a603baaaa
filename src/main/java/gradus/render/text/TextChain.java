package gradus.render.text;

import gradus.expr.Expr;
import gradus.render.formula.LinkLines;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A chain in plain text, before it is decided where its lines end.
///
/// @param value whether the last link is a number
record TextChain(String left, List<Line> links, OptionalInt number, boolean value) {
  /// Relation signs with what stands behind them, and the reason.
  record Line(String formula, String reason) {
    boolean hasReason() {
      return !reason.isEmpty();
    }

    int width() {
      return Columns.width(formula);
    }
  }

  static TextChain of(DerivationChain chain, TextInline inline) {
    List<Line> lines = new ArrayList<>();
    for (Link link : chain.links()) {
      lines.add(new Line(inline.link(link), reason(link, inline)));
    }
    boolean value =
        !chain.links().isEmpty() && chain.links().getLast().right() instanceof Expr.Number;
    return new TextChain(inline.formula(chain.left()), lines, chain.number(), value);
  }

  /// Where LaTeX has braces, the labels follow the reason.
  private static String reason(Link link, TextInline inline) {
    List<String> labels = link.braces().stream().map(inline::of).toList();
    String reason = inline.of(link.reason());
    return labels.isEmpty()
        ? reason
        : reason + (reason.isEmpty() ? "" : ": ") + String.join(" + ", labels);
  }

  boolean hasReasons() {
    return links.stream().anyMatch(Line::hasReason);
  }

  /// The column of a link; values stand below each other in the last one.
  int column(int link, int columns) {
    boolean last = value && links.size() > 1 && link == links.size() - 1;
    return last ? columns - 1 : link;
  }

  /// The links joined to lines.
  ///
  /// @param beside columns of a line with a reason beside it
  /// @param whole columns of any other line
  List<Line> joined(int beside, int whole) {
    return LinkLines.of(
            links.size(),
            link -> links.get(link).hasReason(),
            (from, to) -> {
              Line line = joined(links.subList(from, to));
              return line.width() <= (line.hasReason() ? beside : whole);
            })
        .stream()
        .map(line -> joined(links.subList(line.from(), line.to())))
        .toList();
  }

  private static Line joined(List<Line> links) {
    return new Line(
        String.join(" ", links.stream().map(Line::formula).toList()),
        String.join("", links.stream().map(Line::reason).toList()));
  }
}
