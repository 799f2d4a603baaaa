package gradus.expr;

import java.util.ArrayList;
import java.util.List;

/// How many entries, along which axes: a scalar has no axes, a vector (always a column) one, a
/// matrix two.
///
/// Trailing axes of length 1 are dropped, so that an `n x 1` matrix is a vector and `1 x 1` is a
/// scalar; a row is `1 x n`.
public record Shape(List<Index> axes) {
  public static final Shape SCALAR = new Shape(List.of());

  /// As many as a quantity may be declared with; derivatives of matrices by matrices have more.
  public static final int MOST_AXES = 2;

  public Shape {
    int kept = axes.size();
    while (kept > 0 && axes.get(kept - 1).is(1)) {
      kept--;
    }
    axes = List.copyOf(axes.subList(0, kept));
  }

  public static Shape vector(Index size) {
    return new Shape(List.of(size));
  }

  public static Shape matrix(Index rows, Index columns) {
    return new Shape(List.of(rows, columns));
  }

  public boolean isScalar() {
    return axes.isEmpty();
  }

  /// A column.
  public boolean isVector() {
    return axes.size() == 1;
  }

  public boolean isRow() {
    return axes.size() == 2 && axes.getFirst().is(1);
  }

  /// At most two axes: what can be written as a matrix.
  public boolean isMatrix() {
    return axes.size() <= 2;
  }

  public Index rows() {
    return axis(0);
  }

  public Index columns() {
    return axis(1);
  }

  private Index axis(int number) {
    return number < axes.size() ? axes.get(number) : Index.ONE;
  }

  public Shape transposed() {
    return matrix(columns(), rows());
  }

  /// Axes of this, then those of the other.
  public Shape times(Shape other) {
    List<Index> all = new ArrayList<>(axes);
    all.addAll(other.axes);
    return new Shape(all);
  }

  public Shape with(java.util.function.Function<Index.Letter, Index> values) {
    return axes.isEmpty() ? this : new Shape(Formulas.mapped(axes, axis -> axis.with(values)));
  }

  /// As it is said: `scalar`, `3 x 1`, `n x d`.
  @Override
  public String toString() {
    return isScalar() ? "scalar" : isVector() ? axes.getFirst() + " x 1" : joined();
  }

  private String joined() {
    return String.join(" x ", axes.stream().map(Index::toString).toList());
  }
}
