package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `{[i = j]·x if c; 0 otherwise}` is `[i = j]·{x if c; 0 otherwise}`: a factor of all branches
/// that are not 0.
final class PullEqualityFromCases implements IndexRewrite {
  @Override
  public Optional<Expr> apply(Expr expr, Ranges ranges) {
    if (!(expr instanceof Cases(List<Branch> branches))) {
      return Optional.empty();
    }
    List<Branch> others = branches.stream().filter(b -> !Formulas.isZero(b.value())).toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<Expr> common = new ArrayList<>(equalities(others.getFirst().value()));
    others.forEach(branch -> common.retainAll(equalities(branch.value())));
    if (common.isEmpty()) {
      return Optional.empty();
    }
    List<Branch> rest =
        branches.stream()
            .map(branch -> new Branch(without(branch.value(), common), branch.condition()))
            .toList();
    return Optional.of(Formulas.product(Formulas.product(common), new Cases(rest)));
  }

  private static List<Expr> equalities(Expr value) {
    return factors(value).stream().filter(Kronecker.class::isInstance).toList();
  }

  private static Expr without(Expr value, List<Expr> common) {
    return Formulas.product(
        factors(value).stream().filter(factor -> !common.contains(factor)).toList());
  }

  private static List<Expr> factors(Expr value) {
    return value instanceof Product(List<Expr> factors) ? factors : List.of(value);
  }
}
