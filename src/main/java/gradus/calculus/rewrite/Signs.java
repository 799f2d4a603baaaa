package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.List;

/// Signs of terms, and sums with all signs changed.
final class Signs {
  private Signs() {}

  static boolean isNegative(Expr term) {
    return switch (term) {
      case Number(Rational value, _) -> value.signum() < 0;
      case Product(List<Expr> factors) -> isNegative(factors.getFirst());
      default -> false;
    };
  }

  static Expr changed(Expr term) {
    return switch (term) {
      case Number(Rational value, Expr.Notation notation) -> new Number(value.negated(), notation);
      case Product(List<Expr> factors) when factors.getFirst() instanceof Number first -> {
        Number opposite = new Number(first.value().negated(), first.notation());
        List<Expr> rest = factors.subList(1, factors.size());
        yield opposite.value().isOne()
            ? Formulas.product(rest)
            : Formulas.product(opposite, Formulas.product(rest));
      }
      default -> Formulas.negated(term);
    };
  }

  /// A sum of terms of both signs: it can be turned around without a new leading minus.
  static boolean isDifference(Expr expr) {
    return expr instanceof Sum(List<Expr> terms)
        && terms.stream().anyMatch(Signs::isNegative)
        && !terms.stream().allMatch(Signs::isNegative);
  }

  static boolean startsWithNumber(Expr difference) {
    return ((Sum) difference).terms().getFirst() instanceof Number;
  }

  /// `a - b` as `b - a`: all signs changed, a positive term first.
  static Expr turned(Expr difference) {
    List<Expr> positive = new ArrayList<>();
    List<Expr> negative = new ArrayList<>();
    for (Expr term : ((Sum) difference).terms()) {
      Expr opposite = changed(term);
      (isNegative(opposite) ? negative : positive).add(opposite);
    }
    positive.addAll(negative);
    return Formulas.sum(positive);
  }
}
