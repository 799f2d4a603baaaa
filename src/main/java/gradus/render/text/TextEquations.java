package gradus.render.text;

import gradus.render.text.TextChain.Line;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Displayed equations for a terminal: aligned at their relation signs, numbers at the right.
final class TextEquations {
  private static final int INDENT = 3;
  private static final int REASONS_FROM = 58;
  private static final int TAG = 6;
  private static final int GAP = 3;
  private static final int WIDEST_LEFT = 24;

  private final StringBuilder out;
  private final TextInline inline;

  /// Whether the line before took several, because of a matrix.
  private boolean tall;

  TextEquations(StringBuilder out, TextInline inline) {
    this.out = out;
    this.inline = inline;
  }

  void write(Equations equations) {
    List<TextChain> chains =
        equations.chains().stream().map(chain -> TextChain.of(chain, inline)).toList();
    int left = Columns.widest(chains.stream().map(TextChain::left).toList());
    int from = INDENT + Math.min(left, WIDEST_LEFT) + 1;
    int[] widths = widths(chains);
    tall = false;
    boolean fits =
        left <= WIDEST_LEFT && from + IntStream.of(widths).sum() + TAG <= TextSheet.WIDTH;
    if (equations.arrangement() == Arrangement.COLUMNS
        && fits
        && chains.stream().noneMatch(TextChain::hasReasons)) {
      chains.forEach(chain -> row(chain, from, widths));
    } else {
      chains.forEach(chain -> steps(chain, from));
    }
  }

  private static int[] widths(List<TextChain> chains) {
    int columns = chains.stream().mapToInt(chain -> chain.links().size()).max().orElse(0);
    int[] widths = new int[columns];
    for (TextChain chain : chains) {
      for (int i = 0; i < chain.links().size(); i++) {
        int column = chain.column(i, columns);
        widths[column] = Math.max(widths[column], chain.links().get(i).width() + GAP);
      }
    }
    return widths;
  }

  private void row(TextChain chain, int from, int[] widths) {
    String[] cells = new String[widths.length];
    for (int i = 0; i < chain.links().size(); i++) {
      cells[chain.column(i, widths.length)] = chain.links().get(i).formula();
    }
    StringBuilder row = start(chain.left(), from);
    for (int column = 0; column < widths.length; column++) {
      row.append(Columns.padded(cells[column] == null ? "" : cells[column], widths[column]));
    }
    end(row, chain.number());
  }

  private static StringBuilder start(String left, int from) {
    return new StringBuilder(Columns.rightAligned(left, from - 1)).append(' ');
  }

  private void end(CharSequence row, OptionalInt number) {
    StringBuilder line = new StringBuilder(row.toString().stripTrailing());
    if (number.isPresent()) {
      String tag = "(" + number.getAsInt() + ")";
      int gap = TextSheet.WIDTH - Columns.width(line.toString()) - tag.length();
      line.append(" ".repeat(Math.max(1, gap))).append(tag);
    }
    List<String> opened = inline.opened(line.toString());
    out.append(tall && opened.size() > 1 ? "\n" : "");
    opened.forEach(one -> out.append(one).append('\n'));
    tall = opened.size() > 1;
  }

  /// A left side that is longer than the others may be has a line of its own.
  private void steps(TextChain chain, int from) {
    List<Line> lines = chain.joined(REASONS_FROM - from - 2, TextSheet.WIDTH - TAG - from);
    boolean alone = INDENT + Columns.width(chain.left()) >= from && !lines.isEmpty();
    if (alone) {
      end(" ".repeat(INDENT) + chain.left(), OptionalInt.empty());
    }
    for (int i = 0; i < lines.size(); i++) {
      OptionalInt number = i == lines.size() - 1 ? chain.number() : OptionalInt.empty();
      step(start(i == 0 && !alone ? chain.left() : "", from), lines.get(i), number);
    }
    if (lines.isEmpty()) {
      end(start(chain.left(), from), chain.number());
    }
  }

  private void step(StringBuilder row, Line line, OptionalInt number) {
    int indent = Math.min(row.length(), INDENT + WIDEST_LEFT);
    List<String> broken = TextLines.formula(line.formula(), TextSheet.WIDTH - TAG - indent - 2);
    for (String part : broken.subList(0, broken.size() - 1)) {
      end(row.append(part), OptionalInt.empty());
      row.setLength(0);
      row.append(" ".repeat(indent + 2));
    }
    row.append(broken.getLast());
    reason(row, line.reason(), number, indent);
  }

  /// In the column at the right, or below a formula that needs that column.
  private void reason(StringBuilder row, String reason, OptionalInt number, int indent) {
    if (reason.isEmpty()) {
      end(row, number);
      return;
    }
    int from = REASONS_FROM;
    if (Columns.width(row.toString()) >= REASONS_FROM) {
      end(row, OptionalInt.empty());
      row.setLength(0);
      from = indent + 4;
    }
    List<String> lines = TextLines.wrapped(reason, TextSheet.WIDTH - TAG - from);
    for (int i = 0; i < lines.size(); i++) {
      OptionalInt tag = i == lines.size() - 1 ? number : OptionalInt.empty();
      end(Columns.padded(row.toString(), from) + lines.get(i), tag);
      row.setLength(0);
    }
  }
}
