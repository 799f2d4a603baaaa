package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import java.util.List;
import java.util.Optional;

/// `x·1` is `x`: what a decided equality leaves behind.
final class DropFactorOne implements IndexRewrite {
  @Override
  public Optional<Expr> apply(Expr expr, Ranges ranges) {
    return expr instanceof Product(List<Expr> factors) && factors.stream().anyMatch(Formulas::isOne)
        ? Optional.of(
            Formulas.product(factors.stream().filter(factor -> !Formulas.isOne(factor)).toList()))
        : Optional.empty();
  }
}
