package gradus.network;

import gradus.expr.Expr.Number;
import gradus.expr.Index;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value as it is given: one number, or a vector or matrix of numbers, typed as that or by a
/// formula such as `ones(3)`.
record Literal(List<List<Number>> rows, boolean isNumber) {
  Literal {
    rows = rows.stream().map(List::copyOf).toList();
  }

  static Optional<Literal> of(Written written, Formulary formulary) {
    if (written instanceof Written.Matrix matrix && isPlain(matrix)) {
      return typed(matrix, formulary);
    }
    Constants constants = new Constants(formulary);
    return formulary
        .formula(written)
        .flatMap(formula ->
            Shapes.isScalar(formula)
                ? constants
                    .number(formula, written.span())
                    .map(number -> new Literal(List.of(List.of(number)), true))
                : constants.rows(formula, written.span()).map(rows -> new Literal(rows, false)));
  }

  /// Rows of one length, without matrices in them.
  private static boolean isPlain(Written.Matrix matrix) {
    int width = matrix.rows().getFirst().size();
    return matrix.rows().stream()
        .allMatch(
            row -> row.size() == width && row.stream().noneMatch(Written.Matrix.class::isInstance));
  }

  /// Row or column as it is typed: `[1, 2]` is a row here. Empty if an entry is no number, which
  /// has been told.
  private static Optional<Literal> typed(Written.Matrix matrix, Formulary formulary) {
    int width = matrix.rows().getFirst().size();
    List<List<Number>> rows =
        matrix.rows().stream()
            .map(row -> row.stream().map(formulary::number).flatMap(Optional::stream).toList())
            .toList();
    return rows.stream().allMatch(row -> row.size() == width)
        ? Optional.of(new Literal(rows, false))
        : Optional.empty();
  }

  /// One number, perhaps in brackets.
  boolean isScalar() {
    return rows.size() == 1 && rows.getFirst().size() == 1;
  }

  /// Its axes as those of something of that shape: a vector is typed as a row or as a column. Empty
  /// if it cannot be of the shape, whatever its letters are.
  Optional<List<Integer>> axes(Shape shape) {
    int height = rows.size();
    int width = rows.getFirst().size();
    return switch (shape.axes().size()) {
      case 0 -> isScalar() ? Optional.of(List.of()) : Optional.empty();
      case 1 -> height == 1 || width == 1 ? Optional.of(List.of(height * width)) : Optional.empty();
      case 2 -> Optional.of(List.of(height, width));
      default -> Optional.empty();
    };
  }

  /// The entry at indices that count from 1, as many as there are axes.
  Number entry(List<Integer> at) {
    return switch (at.size()) {
      case 0 -> rows.getFirst().getFirst();
      case 1 ->
          rows.size() == 1
              ? rows.getFirst().get(at.getFirst() - 1)
              : rows.get(at.getFirst() - 1).getFirst();
      default -> rows.get(at.getFirst() - 1).get(at.get(1) - 1);
    };
  }

  /// As it is typed: `2 x 3`.
  String shape() {
    return isNumber ? "a number" : rows.size() + " x " + rows.getFirst().size();
  }

  /// The shape to declare for it: `[1, 2]` is a vector where nothing else is said.
  String declared() {
    return rows.size() == 1 && !isNumber ? String.valueOf(rows.getFirst().size()) : shape();
  }

  /// The same as something of that shape: a list is a column where a vector is due.
  String shape(Shape due) {
    boolean list = due.isVector() && rows.size() == 1 && !isNumber;
    return list ? rows.getFirst().size() + " x 1" : shape();
  }

  /// All indices of a shape with that many along each axis, row by row.
  static List<List<Integer>> indices(List<Integer> axes) {
    List<List<Integer>> all = List.of(List.of());
    for (int length : axes) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : all) {
        for (int i = 1; i <= length; i++) {
          List<Integer> more = new ArrayList<>(start);
          more.add(i);
          longer.add(List.copyOf(more));
        }
      }
      all = longer;
    }
    return all;
  }

  static List<Index> indexed(List<Integer> at) {
    return at.stream().map(Index::of).toList();
  }
}
