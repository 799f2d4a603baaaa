package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `Σ_l f(l)·([l = i] - g(l))` is `Σ_l f(l)·[l = i] - Σ_l f(l)·g(l)`.
///
/// Limit: only where one of the parts collapses; other sums are shorter unsplit.
public final class SplitSum {
  private SplitSum() {}

  /// The formula with all such sums split; empty if there are none.
  public static Optional<Expr> in(Expr formula, Ranges ranges) {
    Expr changed = changed(formula, ranges);
    return changed.equals(formula) ? Optional.empty() : Optional.of(changed);
  }

  private static Expr changed(Expr expr, Ranges ranges) {
    Expr inner =
        Formulas.mapChildren(expr, part -> changed(part, IndexSimplifier.inside(expr, ranges)));
    return inner instanceof IndexSum sum ? split(sum, ranges).orElse(inner) : inner;
  }

  private static Optional<Expr> split(IndexSum sum, Ranges ranges) {
    for (List<Expr> terms : distributed(sum.body())) {
      List<IndexSum> parts =
          terms.stream()
              .map(term -> new IndexSum(sum.letter(), sum.from(), sum.to(), term))
              .toList();
      if (parts.stream().anyMatch(part -> Collapse.outermost(part, ranges).isPresent())) {
        return Optional.of(Formulas.sum(parts.stream().map(SplitSum::withSignInFront).toList()));
      }
    }
    return Optional.empty();
  }

  /// The ways to write a body as a sum: one for each factor that is one.
  private static List<List<Expr>> distributed(Expr body) {
    if (body instanceof Sum(List<Expr> terms)) {
      return List.of(terms);
    }
    List<List<Expr>> ways = new ArrayList<>();
    List<Expr> factors = body instanceof Product(List<Expr> all) ? all : List.of();
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i) instanceof Sum(List<Expr> terms)) {
        int place = i;
        ways.add(terms.stream().map(term -> replaced(factors, place, term)).toList());
      }
    }
    return ways;
  }

  private static Expr replaced(List<Expr> factors, int place, Expr term) {
    List<Expr> changed = new ArrayList<>(factors);
    changed.set(place, term);
    return Formulas.product(changed);
  }

  private static Expr withSignInFront(IndexSum sum) {
    if (sum.body() instanceof Product(List<Expr> factors) && factors.contains(Formulas.MINUS_ONE)) {
      List<Expr> rest = new ArrayList<>(factors);
      rest.remove(Formulas.MINUS_ONE);
      Expr positive = Formulas.product(rest);
      return Formulas.negated(new IndexSum(sum.letter(), sum.from(), sum.to(), positive));
    }
    return sum;
  }
}
