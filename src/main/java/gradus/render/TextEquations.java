package gradus.render;

import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Chain;
import gradus.sheet.Chain.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Displayed equations for a terminal: aligned at their relation signs, numbers at the right.
final class TextEquations {
  private static final int INDENT = 3;
  private static final int REASONS_FROM = 54;
  private static final int TAG = 6;
  private static final int GAP = 3;

  private final StringBuilder out;

  TextEquations(StringBuilder out) {
    this.out = out;
  }

  /// One line of a chain, the relation sign first.
  private record Line(String formula, String reason) {}

  /// A chain as text.
  private record Lines(String left, List<Line> lines, OptionalInt number) {
    static Lines of(Chain chain) {
      List<Line> lines = new ArrayList<>();
      for (Link link : chain.links()) {
        lines.add(new Line(TextInline.link(link), reason(link)));
      }
      return new Lines(TextInline.formula(chain.left()), lines, chain.number());
    }

    /// Where LaTeX has braces, the labels follow the reason.
    private static String reason(Link link) {
      List<String> labels = link.braces().stream().map(TextInline::of).toList();
      String reason = TextInline.of(link.reason());
      return labels.isEmpty()
          ? reason
          : reason + (reason.isEmpty() ? "" : ": ") + String.join(" + ", labels);
    }
  }

  void write(Equations equations) {
    List<Lines> chains = equations.chains().stream().map(Lines::of).toList();
    int left = Math.min(Columns.widest(chains.stream().map(Lines::left).toList()), 24);
    if (equations.arrangement() == Arrangement.COLUMNS && inColumns(chains, left)) {
      return;
    }
    chains.forEach(chain -> steps(chain, left));
  }

  private boolean inColumns(List<Lines> chains, int left) {
    List<Integer> widths = new ArrayList<>();
    for (Lines chain : chains) {
      for (int i = 0; i < chain.lines.size(); i++) {
        int width = Columns.width(chain.lines.get(i).formula) + GAP;
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(width, widths.get(i)));
        }
      }
    }
    int total = widths.stream().mapToInt(Integer::intValue).sum();
    boolean fits = INDENT + left + 1 + total + TAG <= TextSheet.WIDTH;
    boolean reasons = chains.stream().flatMap(c -> c.lines.stream()).anyMatch(TextEquations::given);
    if (!fits || reasons) {
      return false;
    }
    chains.forEach(chain -> row(chain, left, widths));
    return true;
  }

  private static boolean given(Line line) {
    return !line.reason.isEmpty();
  }

  private void row(Lines chain, int left, List<Integer> widths) {
    StringBuilder row = start(chain.left, left);
    for (int i = 0; i < chain.lines.size(); i++) {
      row.append(Columns.padded(chain.lines.get(i).formula, widths.get(i)));
    }
    end(row, chain.number);
  }

  private static StringBuilder start(String left, int width) {
    return new StringBuilder(" ".repeat(INDENT))
        .append(Columns.rightAligned(left, width))
        .append(' ');
  }

  private void end(StringBuilder row, OptionalInt number) {
    if (number.isPresent()) {
      String tag = "(" + number.getAsInt() + ")";
      int used = Columns.width(row.toString());
      row.append(" ".repeat(Math.max(1, TextSheet.WIDTH - used - tag.length()))).append(tag);
    }
    out.append(row.toString().stripTrailing()).append('\n');
  }

  private void steps(Lines chain, int left) {
    List<Line> lines = joined(chain.lines, INDENT + left + 1);
    for (int i = 0; i < lines.size(); i++) {
      OptionalInt number = i == lines.size() - 1 ? chain.number : OptionalInt.empty();
      step(start(i == 0 ? chain.left : "", left), lines.get(i), number);
    }
    if (lines.isEmpty()) {
      end(start(chain.left, left), chain.number);
    }
  }

  /// A link joins the line before it where both fit, unless each has a reason of its own.
  private static List<Line> joined(List<Line> links, int from) {
    List<Line> lines = new ArrayList<>();
    for (Line link : links) {
      if (!lines.isEmpty() && joins(lines.getLast(), link, from)) {
        Line line = lines.removeLast();
        lines.add(new Line(line.formula + " " + link.formula, line.reason + link.reason));
      } else {
        lines.add(link);
      }
    }
    return lines;
  }

  private static boolean joins(Line line, Line link, int from) {
    int width = from + Columns.width(line.formula) + 1 + Columns.width(link.formula);
    return !(given(line) && given(link))
        && width < (given(line) || given(link) ? REASONS_FROM : TextSheet.WIDTH - TAG);
  }

  private void step(StringBuilder row, Line line, OptionalInt number) {
    int indent = row.length();
    List<String> broken = TextLines.formula(line.formula, TextSheet.WIDTH - TAG - indent);
    for (String part : broken.subList(0, broken.size() - 1)) {
      end(row.append(part), OptionalInt.empty());
      row.setLength(0);
      row.append(" ".repeat(indent + 2));
    }
    row.append(broken.getLast());
    reason(row, line.reason, number, indent);
  }

  /// In the column at the right, or below a formula that needs that column.
  private void reason(StringBuilder row, String reason, OptionalInt number, int indent) {
    if (reason.isEmpty()) {
      end(row, number);
      return;
    }
    boolean below = Columns.width(row.toString()) >= REASONS_FROM;
    if (below) {
      end(row, OptionalInt.empty());
      row.setLength(0);
    }
    int from = below ? indent + 4 : REASONS_FROM;
    List<String> lines = TextLines.wrapped(reason, TextSheet.WIDTH - TAG - from);
    for (String line : lines.subList(0, lines.size() - 1)) {
      end(
          new StringBuilder(Columns.padded(row.toString(), from)).append(line),
          OptionalInt.empty());
      row.setLength(0);
    }
    end(new StringBuilder(Columns.padded(row.toString(), from)).append(lines.getLast()), number);
  }
}
