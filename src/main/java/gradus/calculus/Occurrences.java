package gradus.calculus;

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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The terms of a formula that mention each of its operands; the others are constants to it. A sum
/// of many terms is looked through once, not once for each operand; so is a long one that is a
/// factor of a term, as in `1/2 · (w_1^2 + … + w_n^2)`.
///
/// Limit: in a short factor all terms stay, as the reader knows it.
final class Occurrences<K> {
  /// A factor of more terms is not written down again for each of them.
  private static final int MOST_TERMS = 100;

  private final Function<Symbol, Optional<K>> key;

  private Occurrences(Function<Symbol, Optional<K>> key) {
    this.key = key;
  }

  /// @param key what an operand is known by; empty where it is none
  static <K> Map<K, Expr> in(Expr formula, Function<Symbol, Optional<K>> key) {
    Occurrences<K> occurrences = new Occurrences<>(key);
    return formula instanceof Sum(List<Expr> terms)
        ? occurrences.ofSum(terms)
        : occurrences.ofTerm(formula);
  }

  private Map<K, Expr> ofSum(List<Expr> terms) {
    Map<K, List<Expr>> parts = new HashMap<>();
    for (Expr term : terms) {
      ofTerm(term)
          .forEach(
              (operand, part) -> parts.computeIfAbsent(operand, _ -> new ArrayList<>()).add(part));
    }
    Map<K, Expr> sums = new HashMap<>();
    parts.forEach((operand, mentioning) -> sums.put(operand, Formulas.sum(mentioning)));
    return sums;
  }

  private Map<K, Expr> ofTerm(Expr term) {
    if (term instanceof Product(List<Expr> factors)) {
      for (int i = 0; i < factors.size(); i++) {
        if (factors.get(i) instanceof Sum(List<Expr> terms) && terms.size() > MOST_TERMS) {
          return ofFactor(term, factors, i, ofSum(terms));
        }
      }
    }
    return whole(term, List.of(term));
  }

  /// @param terms of the long factor at a place
  private Map<K, Expr> ofFactor(Expr term, List<Expr> factors, int place, Map<K, Expr> terms) {
    Map<K, Expr> parts = new HashMap<>();
    terms.forEach((operand, mentioning) -> {
      List<Expr> with = new ArrayList<>(factors);
      with.set(place, mentioning);
      parts.put(operand, Formulas.product(with));
    });
    List<Expr> others = new ArrayList<>(factors);
    others.remove(place);
    parts.putAll(whole(term, others));
    return parts;
  }

  /// All of a term, for whatever is mentioned there.
  private Map<K, Expr> whole(Expr term, List<Expr> mentioning) {
    Set<Symbol> symbols = new LinkedHashSet<>();
    mentioning.forEach(part -> symbols.addAll(Formulas.symbols(part)));
    Map<K, Expr> parts = new HashMap<>();
    symbols.forEach(symbol -> key.apply(symbol).ifPresent(operand -> parts.put(operand, term)));
    return parts;
  }
}
