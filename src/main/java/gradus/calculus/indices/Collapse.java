package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `Σ_l [l = i] f(l)` is `f(i)`: of the sum over `letter` the term of `remaining` is left.
///
/// Limit: only where i surely lies in the range of l; else the sum may be empty, and stays.
public record Collapse(Expr formula, Name letter, Index remaining) {
  /// The first innermost sum that collapses, and every other that collapses to the same index.
  public static Optional<Collapse> of(Expr formula, Ranges ranges) {
    return first(formula, ranges).map(found -> found.repeated(ranges));
  }

  private Collapse repeated(Ranges ranges) {
    Optional<Collapse> more = first(formula, ranges);
    return more.isPresent()
            && more.get().letter.equals(letter)
            && more.get().remaining.equals(remaining)
        ? more.get().repeated(ranges)
        : this;
  }

  private static Optional<Collapse> first(Expr expr, Ranges ranges) {
    for (Expr part : Formulas.children(expr)) {
      Optional<Collapse> inner = first(part, IndexSimplifier.inside(expr, ranges));
      if (inner.isPresent()) {
        Expr changed = replaced(expr, part, inner.get().formula);
        return Optional.of(new Collapse(changed, inner.get().letter, inner.get().remaining));
      }
    }
    return expr instanceof IndexSum sum ? outermost(sum, ranges) : Optional.empty();
  }

  private static Expr replaced(Expr expr, Expr part, Expr replacement) {
    return Formulas.mapChildren(expr, child -> child.equals(part) ? replacement : child);
  }

  static Optional<Collapse> outermost(IndexSum sum, Ranges ranges) {
    return equations(sum.body(), sum.letter()).stream()
        .filter(found -> ranges.surelyInside(found.value(), sum.from(), sum.to()))
        .map(found ->
            new Collapse(
                IndexSubstitution.with(found.rest(), sum.letter(), found.value()),
                sum.letter(),
                found.value()))
        .findFirst();
  }

  /// `[l = value]` among the factors, solved for l, and the other factors.
  private record Equation(Index value, Expr rest) {}

  private static List<Equation> equations(Expr expr, Name letter) {
    return switch (expr) {
      case Kronecker(Index left, Index right) -> solved(left.minus(right), letter);
      case Product(List<Expr> factors) -> amongFactors(factors, letter);
      case IndexSum(Name bound, Index from, Index to, Expr body) ->
          equations(body, letter).stream()
              .filter(found -> !found.value().mentions(bound))
              .map(
                  found -> new Equation(found.value(), new IndexSum(bound, from, to, found.rest())))
              .toList();
      default -> List.of();
    };
  }

  private static List<Equation> amongFactors(List<Expr> factors, Name letter) {
    List<Equation> all = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      for (Equation found : equations(factors.get(i), letter)) {
        List<Expr> rest = new ArrayList<>(factors);
        rest.remove(i);
        if (!Formulas.isOne(found.rest())) {
          rest.add(i, found.rest());
        }
        all.add(new Equation(found.value(), Formulas.product(rest)));
      }
    }
    return all;
  }

  /// `difference = 0`, for the letter.
  private static List<Equation> solved(Index difference, Name letter) {
    for (int sign : List.of(1, -1)) {
      Index value = Index.of(letter).minus(difference.times(Index.of(sign)));
      if (!value.mentions(letter)) {
        return List.of(new Equation(value, Formulas.ONE));
      }
    }
    return List.of();
  }
}
