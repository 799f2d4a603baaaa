package gradus.calculus.rule;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Total;
import gradus.expr.Shape;
import gradus.expr.Shapes;

/// The adjoint of what went with every entry of something larger: the sum over those entries. A
/// scalar collects all, a row `1 x d` the columns, a column the rows.
final class BroadcastAdjoint {
  private BroadcastAdjoint() {}

  static Expr to(Shape shape, Expr adjoint) {
    Shape large = Shapes.of(adjoint);
    if (large.equals(shape) || large.isScalar()) {
      return adjoint;
    }
    Along along =
        shape.isScalar()
            ? Along.ALL
            : shape.rows().equals(large.rows()) ? Along.ROWS : Along.COLUMNS;
    return Formulas.apply(new Total(along), adjoint);
  }
}
