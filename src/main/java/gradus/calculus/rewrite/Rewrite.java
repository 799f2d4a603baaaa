package gradus.calculus.rewrite;

import gradus.expr.Expr;
import java.util.Optional;

/// One rewrite of the outermost node; its subformulas are simplified already. Empty: not mine.
@FunctionalInterface
public interface Rewrite {
  Optional<Expr> apply(Expr expr);
}
