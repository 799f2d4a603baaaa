package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import java.util.Optional;

/// Applies the rewrites from the inside out until none has anything to do.
public final class Simplifier {
  private Simplifier() {}

  public static Expr simplified(Expr expr) {
    Expr current = Formulas.mapChildren(expr, Simplifier::simplified);
    Optional<Expr> next = rewritten(current);
    while (next.isPresent()) {
      // A rewrite may leave new nodes below the outermost one.
      current = Formulas.mapChildren(next.get(), Simplifier::simplifiedShallow);
      next = rewritten(current);
    }
    return current;
  }

  private static Expr simplifiedShallow(Expr expr) {
    return rewritten(expr).map(Simplifier::simplified).orElse(expr);
  }

  private static Optional<Expr> rewritten(Expr expr) {
    for (Rewrite rewrite : Rewrites.IN_ORDER) {
      Optional<Expr> result = rewrite.apply(expr);
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }
}
