package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Expr.Matrix;
import gradus.expr.Formulas;
import gradus.expr.Shape;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Vectors and matrices by their entries: `[1, 2]` is a vector, as `[1; 2]` is; `[1, 2; 3, 4]` has
/// two rows.
record MatrixResolution(Resolution resolution, Conformability fitting) {
  Expr formula(Written.Matrix matrix, Shape expected) {
    List<List<Written>> rows = matrix.rows();
    if (isNested(rows)) {
      return resolution.fault(
          Fault.NESTED_MATRIX
              .at(resolution.source(), matrix.span())
              .suggesting(unnested(rows.getFirst())));
    }
    List<List<Expr>> entries = new ArrayList<>();
    for (List<Written> row : rows) {
      entries.add(row.stream().map(resolution::scalar).toList());
    }
    return isRagged(matrix) ? Formulas.ZERO : matrix(entries, expected);
  }

  private static Expr matrix(List<List<Expr>> rows, Shape expected) {
    List<Expr> first = rows.getFirst();
    if (rows.size() == 1 && first.size() == 1) {
      return first.getFirst();
    }
    return rows.size() > 1 || expected.isRow()
        ? new Matrix(rows)
        : new Matrix(first.stream().map(List::of).toList());
  }

  private boolean isRagged(Written.Matrix matrix) {
    List<List<Written>> rows = matrix.rows();
    int width = rows.getFirst().size();
    for (int i = 1; i < rows.size(); i++) {
      List<Written> row = rows.get(i);
      if (row.size() != width) {
        Span span = row.getFirst().span().to(row.getLast().span());
        resolution.fault(Fault.RAGGED_MATRIX, span, width, i + 1, entries(row.size()));
        return true;
      }
    }
    return false;
  }

  private static String entries(int number) {
    return number == 1 ? "1 entry" : number + " entries";
  }

  /// `[[1, 2], [3, 4]]`
  private static boolean isNested(List<List<Written>> rows) {
    return rows.size() == 1
        && rows.getFirst().stream()
            .allMatch(entry -> entry instanceof Written.Matrix inner && inner.rows().size() == 1);
  }

  private String unnested(List<Written> rows) {
    return rows.stream()
        .map(row -> resolution.text(row.span()))
        .map(row -> row.substring(1, row.length() - 1).strip())
        .collect(Collectors.joining("; ", "[", "]"));
  }
}
