package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import java.util.ArrayList;
import java.util.List;

/// `x·g - x·Σ_l f(l)` is `x·(g - Σ_l f(l))`.
///
/// Limit: only beside a sum over an index; other terms are paths to the reader, and stay apart.
public final class CommonFactor {
  private CommonFactor() {}

  public static Expr inFront(Expr expr) {
    Expr inner = Formulas.mapChildren(expr, CommonFactor::inFront);
    return inner instanceof Sum(List<Expr> terms) && terms.stream().anyMatch(CommonFactor::hasSum)
        ? inFront(terms)
        : inner;
  }

  private static boolean hasSum(Expr term) {
    return factors(term).stream().anyMatch(IndexSum.class::isInstance);
  }

  private static Expr inFront(List<Expr> terms) {
    List<Expr> common = new ArrayList<>();
    for (Expr factor : factors(terms.getFirst())) {
      boolean everywhere = terms.stream().allMatch(term -> factors(term).contains(factor));
      if (everywhere && !(factor instanceof Number) && !common.contains(factor)) {
        common.add(factor);
      }
    }
    if (common.isEmpty()) {
      return Formulas.sum(terms);
    }
    Expr rest = Formulas.sum(terms.stream().map(term -> without(term, common)).toList());
    return Formulas.product(Formulas.product(common), rest);
  }

  private static Expr without(Expr term, List<Expr> common) {
    List<Expr> rest = new ArrayList<>(factors(term));
    common.forEach(rest::remove);
    return Formulas.product(rest);
  }

  private static List<Expr> factors(Expr term) {
    return term instanceof Product(List<Expr> factors) ? factors : List.of(term);
  }
}
