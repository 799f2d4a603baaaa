package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Product;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Total;
import gradus.expr.Shapes;
import java.util.List;
import java.util.Optional;

/// `sum(A .* B)` is `dot(A, B)`.
///
/// Limit: only of two factors of one shape.
final class DotForSum implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    return expr instanceof Apply(Total(Along along), List<Expr> operands)
            && along == Along.ALL
            && operands.getFirst() instanceof Product(List<Expr> factors)
            && factors.size() == 2
            && Shapes.of(factors.getFirst()).equals(Shapes.of(factors.getLast()))
            && !Shapes.isScalar(factors.getFirst())
        ? Optional.of(new Apply(Plain.DOT, factors))
        : Optional.empty();
  }
}
