package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import java.util.List;
import java.util.Optional;

/// `eye(n) * A` is `A`.
final class DropIdentity implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Apply(Operation operation, List<Expr> operands))
        || operation != Plain.MATRIX_PRODUCT) {
      return Optional.empty();
    }
    List<Expr> rest = operands.stream().filter(factor -> !isIdentity(factor)).toList();
    return rest.size() == operands.size()
        ? Optional.empty()
        : Optional.of(rest.isEmpty() ? operands.getFirst() : Formulas.matrixProduct(rest));
  }

  private static boolean isIdentity(Expr expr) {
    return expr instanceof Apply(Operation.Identity _, _);
  }
}
