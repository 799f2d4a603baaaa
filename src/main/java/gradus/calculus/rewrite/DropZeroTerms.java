package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import java.util.List;
import java.util.Optional;

/// `x + 0` is `x`.
final class DropZeroTerms implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (expr instanceof Sum(List<Expr> terms) && terms.stream().anyMatch(Formulas::isZero)) {
      return Optional.of(
          Formulas.sum(terms.stream().filter(term -> !Formulas.isZero(term)).toList()));
    }
    return Optional.empty();
  }
}
