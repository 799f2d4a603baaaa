package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Total;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.List;
import java.util.Optional;

/// `sum(ones(n, d))` is `n*d`, `sum(ones(n, d), rows)` is `d*ones(n)`.
final class TotalOfOnes implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Total(Along along), List<Expr> operands))
        || !(operands.getFirst() instanceof Apply(Operation.Ones(Shape shape), _))) {
      return Optional.empty();
    }
    Index count =
        switch (along) {
          case ALL -> shape.rows().times(shape.columns());
          case ROWS -> shape.columns();
          case COLUMNS -> shape.rows();
        };
    Shape left = Shapes.of(expr);
    Expr number = new Whole(count);
    return Optional.of(left.isScalar() ? number : Formulas.product(number, Formulas.ones(left)));
  }
}
