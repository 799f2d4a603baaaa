package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import java.util.List;
import java.util.Optional;

/// `dot(u, u)` is `norm2(u)^2`.
final class SquaredNormForDot implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    return expr instanceof Apply(Operation operation, List<Expr> operands)
            && operation == Plain.DOT
            && operands.getFirst().equals(operands.getLast())
        ? Optional.of(Formulas.apply(Plain.SQUARED_NORM, operands.getFirst()))
        : Optional.empty();
  }
}
