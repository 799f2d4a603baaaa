package gradus.network;

import gradus.calculus.MemberSums;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.Matrix;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.network.Problem.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// Numbers for letters, put into shapes, symbols and formulas.
record Numbers(Map<Letter, Integer> values) {
  Numbers {
    values = Map.copyOf(values);
  }

  Numbers with(Name letter, int value) {
    Map<Letter, Integer> more = new HashMap<>(values);
    more.put(Letter.of(letter), value);
    return new Numbers(more);
  }

  /// One for each member of a family, none where a bound is no number.
  List<Numbers> members(Family family) {
    OptionalInt from = in(family.from()).constant();
    OptionalInt to = in(family.to()).constant();
    List<Numbers> members = new ArrayList<>();
    if (from.isPresent() && to.isPresent()) {
      for (int value = from.getAsInt(); value <= to.getAsInt(); value++) {
        members.add(with(family.letter(), value));
      }
    }
    return members;
  }

  private Index value(Letter letter) {
    Integer value = values.get(letter);
    return value == null ? Index.of(letter) : Index.of(value);
  }

  Index in(Index index) {
    return index.with(this::value);
  }

  Symbol in(Symbol symbol) {
    return Indexing.with(symbol, this::value);
  }

  Symbol.Partial in(Symbol.Partial partial) {
    return Indexing.with(partial, this::value);
  }

  Symbol.Quantity in(Symbol.Quantity quantity) {
    return Indexing.with(quantity, this::value);
  }

  Fact in(Fact fact) {
    return fact instanceof Fact.Within(Index from, Index to)
        ? new Fact.Within(in(from), in(to))
        : fact;
  }

  Expr in(Expr formula) {
    return MemberSums.with(besideEachOther(formula), this::value);
  }

  /// Matrices side by side stay so where each has one column and would count as a vector.
  private Expr besideEachOther(Expr formula) {
    Expr inside = Formulas.mapChildren(formula, this::besideEachOther);
    return inside instanceof Apply(Operation operation, List<Expr> parts)
            && operation == Plain.CONCAT
            && isWide(parts, shape -> shape)
            && !isWide(parts, this::in)
        ? columns(parts)
        : inside;
  }

  private Shape in(Shape shape) {
    return shape.with(this::value);
  }

  private static boolean isWide(List<Expr> parts, UnaryOperator<Shape> numbers) {
    return parts.stream().anyMatch(part -> numbers.apply(Shapes.of(part)).axes().size() == 2);
  }

  private Expr columns(List<Expr> parts) {
    int height =
        parts.stream()
            .mapToInt(part -> in(Shapes.of(part)).rows().constant().orElse(1))
            .max()
            .orElse(1);
    List<List<Expr>> rows = new ArrayList<>();
    for (int i = 1; i <= height; i++) {
      Index row = Index.of(i);
      rows.add(parts.stream().map(part -> entry(part, row)).toList());
    }
    return new Matrix(rows);
  }

  private static Expr entry(Expr column, Index row) {
    return Shapes.isScalar(column) ? column : new Entry(column, List.of(row, Index.ONE));
  }
}
