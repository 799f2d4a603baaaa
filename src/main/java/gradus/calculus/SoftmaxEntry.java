package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;

/// A definition `p_i = exp(z_i) / (exp(z_1) + … + exp(z_n))` whose neighbours have names too: by
/// `z_i` it is `p_i (1 - p_i)`, by any other `-p_i p_j`.
///
/// Limit: without a name for each `p_j` the quotient stays one.
record SoftmaxEntry(Quantity name, List<Expr> exponents, List<Quantity> names) {
  static final Name RULE = Name.of("softmax");

  SoftmaxEntry {
    exponents = List.copyOf(exponents);
    names = List.copyOf(names);
  }

  /// Of the exponentials that are divided by; none where the formula is another.
  static List<Expr> exponents(Expr formula) {
    if (formula instanceof Product(List<Expr> factors)
        && factors.size() == 2
        && factors.getLast() instanceof Power(Sum(List<Expr> terms), Expr exponent)
        && exponent.equals(Formulas.MINUS_ONE)
        && terms.contains(factors.getFirst())
        && terms.stream().allMatch(SoftmaxEntry::isExponential)) {
      return terms.stream().map(term -> ((Call) term).arguments().getFirst()).toList();
    }
    return List.of();
  }

  private static boolean isExponential(Expr term) {
    return term instanceof Call call
        && !call.isDerivative()
        && call.function().equals(Name.of("exp"));
  }

  Expr by(Quantity quantity, Functions functions) {
    List<Expr> terms = new ArrayList<>();
    for (int j = 0; j < names.size(); j++) {
      Expr inner = LocalDerivative.of(exponents.get(j), quantity, functions);
      if (!Formulas.isZero(inner)) {
        terms.add(LocalDerivative.times(List.of(byExponent(j), inner)));
      }
    }
    return Formulas.sum(terms);
  }

  private Expr byExponent(int j) {
    Expr self = new Ref(name);
    Expr other = new Ref(names.get(j));
    return names.get(j).equals(name)
        ? Formulas.product(self, Formulas.sum(Formulas.ONE, Formulas.negated(self)))
        : Formulas.negated(Formulas.product(self, other));
  }
}
