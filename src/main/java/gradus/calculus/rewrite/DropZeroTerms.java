package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.List;
import java.util.Optional;

/// `x + 0` is `x`.
///
/// Limit: a matrix of zeros stays where it alone has the shape of the sum.
final class DropZeroTerms implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (!(expr instanceof Sum(List<Expr> terms)) || terms.stream().noneMatch(Zeros::isZero)) {
      return Optional.empty();
    }
    Expr rest = Formulas.sum(terms.stream().filter(term -> !Zeros.isZero(term)).toList());
    if (terms.stream().allMatch(term -> !Zeros.isZero(term) || Formulas.isZero(term))) {
      return Optional.of(rest);
    }
    Shape shape = Shapes.of(expr);
    return Shapes.of(rest).equals(shape)
        ? Optional.of(rest)
        : Formulas.isZero(rest) ? Optional.of(Zeros.of(shape)) : Optional.empty();
  }
}
