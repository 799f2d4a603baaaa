package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import java.util.List;
import java.util.Optional;

/// `{c if z > 0; c otherwise}` is `c`.
///
/// Limit: without an `otherwise` the cases say where there is no value, and stay.
final class MergeEqualCases implements Rewrite {
  @Override
  public Optional<Expr> apply(Expr expr) {
    if (expr instanceof Cases(List<Branch> branches)
        && branches.getLast().condition().isOtherwise()) {
      Expr first = branches.getFirst().value();
      return branches.stream().allMatch(branch -> branch.value().equals(first))
          ? Optional.of(first)
          : Optional.empty();
    }
    return Optional.empty();
  }
}
