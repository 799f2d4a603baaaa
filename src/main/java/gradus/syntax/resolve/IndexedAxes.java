package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Entry;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Operation.Range;
import gradus.expr.Operation.Slice;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How long the axes are along which an index stands: of j in `W_{i,j}` the number of columns.
record IndexedAxes(Index index) {
  /// Each length once, in the order of the formula.
  List<Index> in(Expr formula) {
    Set<Index> lengths = new LinkedHashSet<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Entry(Expr operand, List<Index> indices)) {
            add(Shapes.of(operand), indices, lengths);
          } else if (part instanceof Apply(Slice(Range rows, Range columns), List<Expr> operands)) {
            add(Shapes.of(operands.getFirst()), List.of(rows.from(), columns.from()), lengths);
          }
        });
    return List.copyOf(lengths);
  }

  private void add(Shape shape, List<Index> indices, Set<Index> lengths) {
    for (int axis = 0; axis < indices.size(); axis++) {
      if (indices.get(axis).equals(index)) {
        lengths.add(axis < shape.axes().size() ? shape.axes().get(axis) : Index.ONE);
      }
    }
  }
}
