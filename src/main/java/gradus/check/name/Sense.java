package gradus.check.name;

import gradus.expr.Expr;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// What a written tree means: a grid of formulas, or nothing and why. Nothing travels through
/// operations as an undefined value does.
public sealed interface Sense {
  /// @param entries row by row; a scalar is a single one
  record Grid(int rows, int columns, List<Expr> entries) implements Sense {
    public Grid {
      entries = List.copyOf(entries);
      if (entries.size() != rows * columns) {
        throw new IllegalArgumentException(rows + " x " + columns + ", " + entries.size());
      }
    }

    public boolean isScalar() {
      return entries.size() == 1;
    }

    public Expr scalar() {
      return entries.getFirst();
    }

    public Expr at(int row, int column) {
      return entries.get(row * columns + column);
    }

    /// By its numbers from 1; of a row or column one number is enough. Empty beyond its ends.
    public Optional<Expr> entry(List<Integer> at) {
      boolean lying = rows == 1 && at.size() == 1;
      int row = lying ? 1 : at.getFirst();
      int column = lying ? at.getFirst() : at.size() > 1 ? at.get(1) : 1;
      return row >= 1 && column >= 1 && row <= rows && column <= columns
          ? Optional.of(at(row - 1, column - 1))
          : Optional.empty();
    }

    public boolean isVector() {
      return rows == 1 || columns == 1;
    }

    public boolean isLike(Grid other) {
      return rows == other.rows && columns == other.columns;
    }

    /// Whether one is a row or a column to be added to each row or column of the other.
    public boolean fits(Grid other) {
      boolean rowsFit = rows == other.rows || rows == 1 || other.rows == 1;
      boolean columnsFit = columns == other.columns || columns == 1 || other.columns == 1;
      boolean oneWay =
          rows >= other.rows && columns >= other.columns
              || rows <= other.rows && columns <= other.columns;
      return rowsFit && columnsFit && oneWay;
    }

    Grid spread(Grid other) {
      int height = Math.max(rows, other.rows);
      int width = Math.max(columns, other.columns);
      List<Expr> wide = new ArrayList<>();
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          wide.add(at(Math.min(row, rows - 1), Math.min(column, columns - 1)));
        }
      }
      return new Grid(height, width, wide);
    }

    public Grid transposed() {
      List<Expr> turned = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        for (int row = 0; row < rows; row++) {
          turned.add(at(row, column));
        }
      }
      return new Grid(columns, rows, turned);
    }

    public Grid map(UnaryOperator<Expr> change) {
      return new Grid(rows, columns, entries.stream().map(change).toList());
    }

    /// As it is said: `2×1`.
    public String size() {
      return rows + "×" + columns;
    }
  }

  /// @param subject what it is about, in words of the student or of the network
  record Nothing(Cause cause, Span span, String subject) implements Sense {}

  enum Cause {
    UNKNOWN_NAME,
    UNKNOWN_FUNCTION,
    /// A name that the network has, but not with these indices: `w_{1,3}` of a 2 x 2 matrix.
    NO_SUCH_ENTRY,
    /// Letters that the network has, but not with these labels: `h_4` of three layers, or a name of
    /// somebody's own.
    NO_SUCH_LABEL,
    /// Index letters that no numbers fit.
    NO_PLACE,
    /// An index letter that nothing binds yet.
    FREE_LETTER,
    /// Shapes that do not go together.
    SHAPES,
    /// Sides of different shapes.
    SIDES,
    /// A sum with an upper bound that the entries do not reach.
    PAST_END,
    /// Numbers of more than two indices, where it is not said how they are summed.
    NO_MATRIX,
    /// Beyond what is judged.
    UNSUPPORTED
  }

  static Grid scalar(Expr expr) {
    return new Grid(1, 1, List.of(expr));
  }

  static Grid column(List<Expr> entries) {
    return new Grid(entries.size(), 1, entries);
  }

  default Sense then(java.util.function.Function<Grid, Sense> next) {
    return switch (this) {
      case Grid grid -> next.apply(grid);
      case Nothing nothing -> nothing;
    };
  }

  static Sense entrywise(Grid left, Grid right, Span span, BinaryOperator<Expr> operation) {
    if (left.isScalar() && !right.isScalar()) {
      return right.map(entry -> operation.apply(left.scalar(), entry));
    }
    if (right.isScalar()) {
      return left.map(entry -> operation.apply(entry, right.scalar()));
    }
    if (!left.isLike(right) && left.fits(right)) {
      return entrywise(left.spread(right), right.spread(left), span, operation);
    }
    if (!left.isLike(right)) {
      return new Nothing(Cause.SHAPES, span, left.size() + " and " + right.size());
    }
    List<Expr> entries = new ArrayList<>();
    for (int i = 0; i < left.entries().size(); i++) {
      entries.add(operation.apply(left.entries().get(i), right.entries().get(i)));
    }
    return new Grid(left.rows(), left.columns(), entries);
  }
}
