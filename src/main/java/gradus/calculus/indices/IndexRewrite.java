package gradus.calculus.indices;

import gradus.expr.Expr;
import java.util.Optional;

/// One rewrite of the outermost node of an entry formula, whose letters lie in `ranges`. Empty: not
/// mine.
@FunctionalInterface
interface IndexRewrite {
  Optional<Expr> apply(Expr expr, Ranges ranges);
}
