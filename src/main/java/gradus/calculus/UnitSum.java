package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;

/// A declared fact: the entries of a quantity add up to 1, those of each row or of each column, as
/// they do in a one-hot target.
public record UnitSum(Quantity quantity, Along along) {
  public Expr left() {
    return Formulas.apply(new Operation.Total(along), new Ref(quantity));
  }

  /// 1, for each of the sums.
  public Expr right() {
    Shape shape = quantity.shape();
    return switch (along) {
      case ALL -> Formulas.ONE;
      case ROWS -> Formulas.ones(Shape.vector(shape.rows()));
      case COLUMNS -> Formulas.ones(Shape.vector(shape.columns()).transposed());
    };
  }
}
