package gradus.sheet.number;

import gradus.expr.Expr;
import gradus.expr.Expr.Matrix;
import gradus.expr.Value;
import gradus.network.instance.ArrayValue;
import gradus.sheet.number.Figures.Figure;
import java.util.ArrayList;
import java.util.List;

/// Vectors and matrices of values as they are printed.
public final class MatrixFigures {
  private MatrixFigures() {}

  /// A single number is no matrix.
  static Figure of(List<List<Value>> rows, Figures figures) {
    boolean exact = true;
    List<List<Expr>> printed = new ArrayList<>();
    for (List<Value> row : rows) {
      List<Figure> entries = row.stream().map(figures::figure).toList();
      exact &= entries.stream().allMatch(Figure::exact);
      printed.add(entries.stream().map(Figure::number).toList());
    }
    boolean single = rows.size() == 1 && rows.getFirst().size() == 1;
    return new Figure(single ? printed.getFirst().getFirst() : new Matrix(printed), exact);
  }

  public static Figure of(ArrayValue value, Figures figures) {
    return of(value.rows(), figures);
  }

  static List<List<Value>> transposed(List<List<Value>> rows) {
    List<List<Value>> columns = new ArrayList<>();
    for (int j = 0; j < rows.getFirst().size(); j++) {
      int column = j;
      columns.add(rows.stream().map(row -> row.get(column)).toList());
    }
    return columns;
  }
}
