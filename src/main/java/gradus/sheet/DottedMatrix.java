package gradus.sheet;

import gradus.expr.Expr;
import gradus.expr.Expr.Matrix;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// A matrix by its entry formula: whole where it is small, else its corners with dots between.
final class DottedMatrix {
  private static final int LARGEST = 4;

  private DottedMatrix() {}

  static Expr of(Shape shape, BiFunction<Index, Index, Expr> entry) {
    List<Optional<Index>> rows = along(shape.rows());
    List<Optional<Index>> columns = along(shape.columns());
    List<List<Expr>> matrix = new ArrayList<>();
    for (Optional<Index> row : rows) {
      List<Expr> entries = new ArrayList<>();
      for (Optional<Index> column : columns) {
        entries.add(
            row.isPresent() && column.isPresent()
                ? entry.apply(row.get(), column.get())
                : Formulas.ref(row.isPresent() ? "⋯" : column.isPresent() ? "⋮" : "⋱"));
      }
      matrix.add(entries);
    }
    return new Matrix(matrix);
  }

  /// Every index, or the first and the last with a gap between.
  private static List<Optional<Index>> along(Index size) {
    int number = size.constant().orElse(Integer.MAX_VALUE);
    return number <= LARGEST
        ? IntStream.rangeClosed(1, number).mapToObj(i -> Optional.of(Index.of(i))).toList()
        : List.of(Optional.of(Index.ONE), Optional.empty(), Optional.of(size));
  }
}
