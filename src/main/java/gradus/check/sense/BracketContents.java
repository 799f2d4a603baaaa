package gradus.check.sense;

import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in brackets: one formula, a list that is a vector, an inner product, a matrix of
/// numbers or of blocks.
final class BracketContents {
  private final Interpreter sensing;

  BracketContents(Interpreter sensing) {
    this.sensing = sensing;
  }

  Sense of(Group group) {
    if (group.items().size() == 1) {
      Notated item = group.items().getFirst();
      Optional<Sense> bordered = sensing.products.bordered(group.fence(), item);
      if (bordered.isPresent()) {
        return bordered.get();
      }
      return item instanceof Notated.Comparison comparison
          ? new PiecewiseFunctions(sensing).indicator(List.of(comparison))
          : sensing.of(item);
    }
    if (group.fence() == Notated.Fence.ANGLE && group.items().size() == 2) {
      return sensing
          .of(group.items().getFirst())
          .then(l ->
              sensing
                  .of(group.items().getLast())
                  .then(r -> Sense.entrywise(l, r, group.span(), Formulas::product)))
          .then(grid -> Sense.scalar(Formulas.sum(grid.entries())));
    }
    List<Expr> entries = new ArrayList<>();
    for (Notated item : group.items()) {
      Sense sense = sensing.of(item);
      if (!(sense instanceof Grid grid)) {
        return sense;
      }
      if (!grid.isScalar()) {
        return Interpreter.nothing(Cause.UNSUPPORTED, group.span(), "a list of vectors");
      }
      entries.add(grid.scalar());
    }
    return entries.isEmpty()
        ? Interpreter.nothing(Cause.UNSUPPORTED, group.span(), "nothing in brackets")
        : Sense.column(entries);
  }

  /// As tall as what stands beside it.
  private Sense ones(Notated ones, List<Notated> row) {
    for (Notated other : row) {
      if (!Products.isOnes(other) && sensing.of(other) instanceof Grid grid) {
        return Products.ones(grid.rows(), 1);
      }
    }
    return sensing.of(ones);
  }

  Sense of(Notated.Matrix matrix) {
    List<List<Grid>> rows = new ArrayList<>();
    for (List<Notated> row : matrix.rows()) {
      List<Grid> cells = new ArrayList<>();
      for (Notated cell : row) {
        Sense sense = Products.isOnes(cell) ? ones(cell, row) : sensing.of(cell);
        if (!(sense instanceof Grid grid)) {
          return sense;
        }
        cells.add(grid);
      }
      rows.add(cells);
    }
    return Blocks.joined(rows, matrix.span());
  }
}
