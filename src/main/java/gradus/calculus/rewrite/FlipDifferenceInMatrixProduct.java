package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `-(A * (y - p))` is `A * (p - y)`, and `-2*A * (y - p)` is `2*A * (p - y)`.
///
/// Limits as in [FlipDifference].
final class FlipDifferenceInMatrixProduct implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Product(List<Expr> factors)) || !Signs.isNegative(expr)) {
      return Optional.empty();
    }
    for (int i = 1; i < factors.size(); i++) {
      Optional<Expr> flipped = flipped(factors.get(i));
      if (flipped.isPresent()) {
        List<Expr> turned = new ArrayList<>(factors);
        turned.set(0, Signs.changed(factors.getFirst()));
        turned.set(i, flipped.get());
        if (Formulas.isOne(turned.getFirst())) {
          turned.removeFirst();
        }
        return Optional.of(Formulas.product(turned));
      }
    }
    return Optional.empty();
  }

  private static Optional<Expr> flipped(Expr factor) {
    if (!(factor instanceof Apply(Operation operation, List<Expr> operands))
        || operation != Plain.MATRIX_PRODUCT) {
      return Optional.empty();
    }
    for (int i = 0; i < operands.size(); i++) {
      if (Signs.isDifference(operands.get(i)) && !Signs.startsWithNumber(operands.get(i))) {
        List<Expr> turned = new ArrayList<>(operands);
        turned.set(i, Signs.turned(operands.get(i)));
        return Optional.of(new Apply(operation, turned));
      }
    }
    return Optional.empty();
  }
}
