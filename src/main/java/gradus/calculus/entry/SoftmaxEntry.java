package gradus.calculus.entry;

import gradus.calculus.indices.IndexSimplifier;
import gradus.calculus.indices.Ranges;
import gradus.calculus.rule.Functions;
import gradus.calculus.rule.LocalDerivative;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A definition `p_i = exp(z_i) / (exp(z_1) + … + exp(z_n))` whose neighbours have names too: by
/// `z_i` it is `p_i (1 - p_i)`, by any other `-p_i p_j`.
///
/// Limit: without a name for each `p_j` the quotient stays one.
public record SoftmaxEntry(Quantity name, List<Expr> exponents, List<Quantity> names) {
  public static final Name RULE = Name.of("softmax");

  public SoftmaxEntry {
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

  public Expr by(Quantity quantity, Functions functions) {
    List<Expr> terms = new ArrayList<>();
    for (int j = 0; j < names.size(); j++) {
      Expr inner = LocalDerivative.of(exponents.get(j), quantity, functions);
      if (!Formulas.isZero(inner)) {
        terms.add(LocalDerivative.times(List.of(byExponent(j), inner)));
      }
    }
    return Formulas.sum(terms);
  }

  /// By the rule of softmax, at these entries of the vector of exponents.
  private Expr byExponent(int j) {
    Matrix vector = new Matrix(exponents.stream().map(List::of).toList());
    Apply softmax = Formulas.apply(new Operation.Softmax(Along.ALL), vector);
    List<Index> own = List.of(Index.of(names.indexOf(name) + 1));
    Expr rule = EntryRule.of(softmax, own, List.of(Index.of(j + 1)), Set.of());
    return named(IndexSimplifier.tidied(rule, Ranges.NONE));
  }

  private Expr named(Expr rule) {
    return rule instanceof Entry(Apply _, List<Index> at)
        ? new Ref(names.get(at.getFirst().constant().orElseThrow() - 1))
        : Formulas.mapChildren(rule, this::named);
  }
}
