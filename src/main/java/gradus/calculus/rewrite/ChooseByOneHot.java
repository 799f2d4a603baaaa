package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.OneHot;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Total;
import java.util.List;
import java.util.Optional;

/// `sum(onehot(y, n))` is `1`, `dot(onehot(y, n), p)` is `p_y`.
///
/// Limit: y is a class label, a whole number from 1 to n.
final class ChooseByOneHot implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Operation operation, List<Expr> operands))) {
      return Optional.empty();
    }
    if (operation instanceof Total && operands.getFirst() instanceof Apply(OneHot _, _)) {
      return Optional.of(Formulas.ONE);
    }
    if (operation != Plain.DOT) {
      return Optional.empty();
    }
    return chosen(operands.getFirst(), operands.getLast())
        .or(() -> chosen(operands.getLast(), operands.getFirst()));
  }

  private static Optional<Expr> chosen(Expr selector, Expr operand) {
    return selector instanceof Apply(OneHot _, List<Expr> label)
        ? Optional.of(Formulas.apply(Plain.CHOSEN, operand, label.getFirst()))
        : Optional.empty();
  }
}
