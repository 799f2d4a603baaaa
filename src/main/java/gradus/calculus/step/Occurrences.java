package gradus.calculus.step;

import gradus.expr.Expr;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The terms of a formula that mention each of its operands; the others are constants to it. A sum
/// of many terms is looked through once, not once for each operand; so is a long one that is a
/// factor of a term, as in `1/2 · (w_1^2 + … + w_n^2)`.
///
/// Limit: in a short factor all terms stay, as the reader knows it.
public final class Occurrences {
  /// A factor of more terms is not written down again for each of them.
  private static final int MOST_TERMS = 100;

  private Occurrences() {}

  public static Map<Symbol, Expr> in(Expr formula) {
    return formula instanceof Sum(List<Expr> terms) ? ofSum(terms) : ofTerm(formula);
  }

  /// Whether it is a long sum, or has one as a factor of a term.
  public static boolean areMany(Expr formula) {
    return isLong(formula)
        || Formulas.children(formula).stream()
            .anyMatch(part ->
                part instanceof Product(List<Expr> factors) && longFactor(factors) >= 0
                    || formula instanceof Product && isLong(part));
  }

  private static boolean isLong(Expr expr) {
    return expr instanceof Sum(List<Expr> terms) && terms.size() > MOST_TERMS;
  }

  /// Its place; -1 where there is none.
  private static int longFactor(List<Expr> factors) {
    for (int i = 0; i < factors.size(); i++) {
      if (isLong(factors.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Map<Symbol, Expr> ofSum(List<Expr> terms) {
    Map<Symbol, List<Expr>> parts = new HashMap<>();
    for (Expr term : terms) {
      ofTerm(term)
          .forEach(
              (operand, part) -> parts.computeIfAbsent(operand, _ -> new ArrayList<>()).add(part));
    }
    Map<Symbol, Expr> sums = new HashMap<>();
    parts.forEach((operand, mentioning) -> sums.put(operand, Formulas.sum(mentioning)));
    return sums;
  }

  private static Map<Symbol, Expr> ofTerm(Expr term) {
    if (term instanceof Product(List<Expr> factors) && longFactor(factors) >= 0) {
      int place = longFactor(factors);
      return ofFactor(term, factors, place, in(factors.get(place)));
    }
    return whole(term, List.of(term));
  }

  /// @param parts of the long factor at a place
  private static Map<Symbol, Expr> ofFactor(
      Expr term, List<Expr> factors, int place, Map<Symbol, Expr> parts) {
    Map<Symbol, Expr> all = new HashMap<>();
    parts.forEach((operand, mentioning) -> {
      List<Expr> with = new ArrayList<>(factors);
      with.set(place, mentioning);
      all.put(operand, Formulas.product(with));
    });
    List<Expr> others = new ArrayList<>(factors);
    others.remove(place);
    all.putAll(whole(term, others));
    return all;
  }

  /// All of a term, for whatever is mentioned there.
  private static Map<Symbol, Expr> whole(Expr term, List<Expr> mentioning) {
    Set<Symbol> symbols = new LinkedHashSet<>();
    mentioning.forEach(part -> symbols.addAll(Formulas.symbols(part)));
    Map<Symbol, Expr> parts = new HashMap<>();
    symbols.forEach(operand -> parts.put(operand, term));
    return parts;
  }
}
