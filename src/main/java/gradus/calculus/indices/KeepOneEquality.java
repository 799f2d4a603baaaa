package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `[i = j]·[i = j]` is `[i = j]`, and so is `[i = j]^2`.
///
/// Limit: `[i = j]^0` is 1, another rewrite's.
final class KeepOneEquality implements IndexRewrite {
  @Override
  public Optional<Expr> apply(Expr expr, Ranges ranges) {
    return switch (expr) {
      case Power(Kronecker equality, Number(Rational exponent, _)) when exponent.signum() > 0 ->
          Optional.of(equality);
      case Product(List<Expr> factors) -> once(factors);
      default -> Optional.empty();
    };
  }

  private static Optional<Expr> once(List<Expr> factors) {
    Set<Expr> seen = new LinkedHashSet<>();
    List<Expr> kept =
        factors.stream()
            .filter(factor -> seen.add(factor) || !(factor instanceof Kronecker))
            .toList();
    return kept.size() == factors.size() ? Optional.empty() : Optional.of(Formulas.product(kept));
  }
}
