package gradus.calculus;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// What a matrix formula comes to, calculated as in a first course: the independent source for what
/// is read.
record TypedMatrix(double[][] entries) {
  static TypedMatrix random(int rows, int columns, Random random) {
    return of(rows, columns, (_, _) -> random.nextInt(1, 9) / 4.0 - 1.1);
  }

  interface ByIndices {
    double at(int row, int column);
  }

  static TypedMatrix of(int rows, int columns, ByIndices formula) {
    double[][] entries = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        entries[i][j] = formula.at(i, j);
      }
    }
    return new TypedMatrix(entries);
  }

  int rows() {
    return entries.length;
  }

  int columns() {
    return entries[0].length;
  }

  double at(int row, int column) {
    return entries[rows() == 1 ? 0 : row][columns() == 1 ? 0 : column];
  }

  TypedMatrix transposed() {
    return of(columns(), rows(), (i, j) -> at(j, i));
  }

  TypedMatrix each(DoubleUnaryOperator function) {
    return of(rows(), columns(), (i, j) -> function.applyAsDouble(at(i, j)));
  }

  /// Entry by entry; one row, one column or one number goes with all.
  TypedMatrix with(TypedMatrix other, DoubleBinaryOperator operator) {
    return of(
        Math.max(rows(), other.rows()),
        Math.max(columns(), other.columns()),
        (i, j) -> operator.applyAsDouble(at(i, j), other.at(i, j)));
  }

  boolean isScalar() {
    return rows() == 1 && columns() == 1;
  }

  TypedMatrix times(TypedMatrix other) {
    return isScalar() || other.isScalar()
        ? with(other, (a, b) -> a * b)
        : of(
            rows(),
            other.columns(),
            (i, j) -> {
              double sum = 0;
              for (int l = 0; l < columns(); l++) {
                sum += at(i, l) * other.at(l, j);
              }
              return sum;
            });
  }

  TypedMatrix sumOfEachRow() {
    return times(of(columns(), 1, (_, _) -> 1));
  }

  double sum() {
    return sumOfEachRow().transposed().sumOfEachRow().at(0, 0);
  }
}
