package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Whole;
import gradus.expr.Index;
import java.util.Optional;

/// A size that is known is a number.
final class FoldWhole implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    return expr instanceof Whole(Index size) && size.constant().isPresent()
        ? Optional.of(Number.of(size.constant().getAsInt()))
        : Optional.empty();
  }
}
