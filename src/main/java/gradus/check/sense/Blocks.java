package gradus.check.sense;

import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.name.Sense.Nothing;
import gradus.expr.Expr;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;

/// A matrix of blocks as one of numbers.
final class Blocks {
  private Blocks() {}

  static Sense joined(List<List<Grid>> rows, Span span) {
    List<Expr> entries = new ArrayList<>();
    int columns = -1;
    int height = 0;
    for (List<Grid> row : rows) {
      if (row.isEmpty()) {
        continue;
      }
      int tall = row.getFirst().rows();
      int wide = row.stream().mapToInt(Grid::columns).sum();
      if (row.stream().anyMatch(block -> block.rows() != tall)
          || (columns >= 0 && columns != wide)) {
        return new Nothing(Cause.SHAPES, span, "rows of different lengths");
      }
      columns = wide;
      height += tall;
      for (int i = 0; i < tall; i++) {
        for (Grid block : row) {
          entries.addAll(block.entries().subList(i * block.columns(), (i + 1) * block.columns()));
        }
      }
    }
    return columns <= 0
        ? new Nothing(Cause.UNSUPPORTED, span, "an empty matrix")
        : new Grid(height, columns, entries);
  }
}
