package gradus.check.sense;

import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What takes vectors and matrices as a whole, by its standard name.
final class Wholes {
  private Wholes() {}

  /// Empty where the name is that of no such operation.
  ///
  /// @param axis `rows` or `columns`, if it is said along which
  static Optional<Sense> of(String name, List<String> axis, List<Grid> arguments, Span span) {
    boolean rows = axis.equals(List.of("rows"));
    if (arguments.size() != 1 || !rows && !axis.equals(List.of("columns"))) {
      return of(name, arguments, span);
    }
    Grid grid = arguments.getFirst();
    Grid lines = rows ? grid : grid.transposed();
    List<Grid> results = new ArrayList<>();
    for (int i = 0; i < lines.rows(); i++) {
      List<Expr> line = lines.entries().subList(i * lines.columns(), (i + 1) * lines.columns());
      Optional<Sense> result = of(name, List.of(new Grid(1, line.size(), line)), span);
      if (!(result.orElse(null) instanceof Grid one)) {
        return result;
      }
      results.add(one);
    }
    Sense joined = Blocks.joined(results.stream().map(List::of).toList(), span);
    return Optional.of(joined.then(all -> rows ? all : all.transposed()));
  }

  static Optional<Sense> of(String name, List<Grid> arguments, Span span) {
    if (arguments.size() == 2 && name.equals("dot")) {
      return Optional.of(
          Sense.entrywise(arguments.get(0), arguments.get(1), span, Formulas::product)
              .then(grid -> Sense.scalar(Formulas.sum(grid.entries()))));
    }
    if (arguments.size() == 2 && name.equals("concat")) {
      return Optional.of(
          Blocks.joined(List.of(List.of(arguments.get(0)), List.of(arguments.get(1))), span));
    }
    return arguments.size() == 1 ? of(name, arguments.getFirst(), span) : Optional.empty();
  }

  private static Optional<Sense> of(String name, Grid grid, Span span) {
    return switch (name) {
      case "softmax" -> Optional.of(softmax(grid, span));
      case "logsumexp" ->
          Optional.of(Sense.scalar(Formulas.call("log", Formulas.sum(exponentials(grid)))));
      case "sum" -> Optional.of(Sense.scalar(Formulas.sum(grid.entries())));
      case "mean" ->
          Optional.of(
              Sense.scalar(
                  Formulas.quotient(
                      Formulas.sum(grid.entries()), Expr.Number.of(grid.entries().size()))));
      case "norm1" -> Optional.of(Sense.scalar(Formulas.sum(grid.map(Calls::absolute).entries())));
      case "norm2" ->
          Optional.of(
              Sense.scalar(
                  new Power(
                      Formulas.sum(
                          grid.map(entry -> new Power(entry, Expr.Number.of(2))).entries()),
                      Expr.Number.of(Rational.HALF))));
      case "tr" -> Optional.of(trace(grid, span));
      case "diag" -> Optional.of(diagonal(grid));
      case "max" -> grid.isScalar() ? Optional.empty() : Optional.of(Sense.scalar(largest(grid)));
      default -> Optional.empty();
    };
  }

  private static List<Expr> exponentials(Grid grid) {
    return grid.map(entry -> Formulas.call("exp", entry)).entries();
  }

  private static Sense softmax(Grid grid, Span span) {
    if (!grid.isVector()) {
      return Interpreter.nothing(Cause.UNSUPPORTED, span, "softmax of a matrix");
    }
    Expr total = Formulas.sum(exponentials(grid));
    return grid.map(entry -> Formulas.quotient(Formulas.call("exp", entry), total));
  }

  private static Sense trace(Grid grid, Span span) {
    if (grid.rows() != grid.columns()) {
      return Interpreter.nothing(Cause.SHAPES, span, "the trace of " + grid.size());
    }
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < grid.rows(); i++) {
      terms.add(grid.at(i, i));
    }
    return Sense.scalar(Formulas.sum(terms));
  }

  private static Sense diagonal(Grid grid) {
    List<Expr> entries = new ArrayList<>();
    if (!grid.isVector()) {
      for (int i = 0; i < Math.min(grid.rows(), grid.columns()); i++) {
        entries.add(grid.at(i, i));
      }
      return Sense.column(entries);
    }
    int size = grid.entries().size();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        entries.add(i == j ? grid.entries().get(i) : Formulas.ZERO);
      }
    }
    return new Grid(size, size, entries);
  }

  static Expr largest(Grid grid) {
    Expr result = grid.entries().getFirst();
    for (Expr entry : grid.entries().subList(1, grid.entries().size())) {
      result = Formulas.call("max", result, entry);
    }
    return result;
  }
}
