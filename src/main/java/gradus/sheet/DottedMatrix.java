package gradus.sheet;

import gradus.calculus.Jacobian.Cell;
import gradus.expr.Expr;
import gradus.expr.Expr.Matrix;
import gradus.expr.Formulas;
import gradus.expr.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A matrix by its cells: where they do not stand close together there are dots between.
final class DottedMatrix {
  private DottedMatrix() {}

  /// @param turned whether rows stand as columns
  static Expr of(List<Cell> cells, boolean turned) {
    List<Optional<Index>> rows = along(cells.stream().map(Cell::row).distinct().toList());
    List<Optional<Index>> columns = along(cells.stream().map(Cell::column).distinct().toList());
    List<List<Expr>> matrix = new ArrayList<>();
    for (Optional<Index> row : turned ? columns : rows) {
      List<Expr> entries = new ArrayList<>();
      for (Optional<Index> column : turned ? rows : columns) {
        entries.add(
            row.isEmpty() || column.isEmpty()
                ? Formulas.ref(row.isPresent() ? "⋯" : column.isPresent() ? "⋮" : "⋱")
                : entry(
                    cells, turned ? column.get() : row.get(), turned ? row.get() : column.get()));
      }
      matrix.add(entries);
    }
    return new Matrix(matrix);
  }

  private static List<Optional<Index>> along(List<Index> shown) {
    List<Optional<Index>> all = new ArrayList<>(shown.stream().map(Optional::of).toList());
    if (!shown.getLast().is(shown.size())) {
      all.add(all.size() - 1, Optional.empty());
    }
    return all;
  }

  private static Expr entry(List<Cell> cells, Index row, Index column) {
    return cells.stream()
        .filter(cell -> cell.row().equals(row) && cell.column().equals(column))
        .map(Cell::formula)
        .findFirst()
        .orElseThrow();
  }
}
