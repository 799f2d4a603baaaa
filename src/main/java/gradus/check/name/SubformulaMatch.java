package gradus.check.name;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes a formula with a name in the place of a part of it: `w x + b` as `u + b` where u is `x
/// w`, `(t - y)^2` as `(-u)^2` where u is `y - t`.
///
/// Terms and factors are taken in any order, and a part of a sum may have a factor. Its limit: no
/// law of arithmetic else is used.
final class SubformulaMatch {
  private final Expr part;
  private final Ref name;
  private final Set<Symbol> names;
  private final String key;
  private final Map<String, Rational> terms;

  SubformulaMatch(Expr part, Ref name) {
    this.part = part;
    this.name = name;
    names = Formulas.symbols(part);
    key = key(part);
    terms = terms(part);
  }

  Expr of(Expr formula) {
    if (!Formulas.symbols(formula).containsAll(names)) {
      return formula;
    }
    if (key(formula).equals(key)) {
      return name;
    }
    Optional<Expr> less =
        switch (formula) {
          case Expr.Sum(List<Expr> all) -> withoutTerms(all);
          case Expr.Product(List<Expr> all) -> withoutFactors(all);
          default -> Optional.empty();
        };
    return less.orElseGet(() -> Formulas.mapChildren(formula, this::of));
  }

  private Optional<Expr> withoutTerms(List<Expr> all) {
    Map<String, Rational> whole = terms(Formulas.sum(all));
    Optional<Rational> factor = factor(whole);
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    List<Expr> rest = new ArrayList<>();
    for (Expr term : all) {
      long taken = terms(term).keySet().stream().filter(terms::containsKey).count();
      if (taken == 0) {
        rest.add(of(term));
      } else if (taken < terms(term).size()) {
        return Optional.empty();
      }
    }
    rest.add(Formulas.product(Expr.Number.of(factor.get()), name));
    return Optional.of(Formulas.sum(rest));
  }

  /// By which each term of the part stands in the whole.
  private Optional<Rational> factor(Map<String, Rational> whole) {
    Optional<Rational> factor = Optional.empty();
    for (Map.Entry<String, Rational> term : terms.entrySet()) {
      Rational there = whole.getOrDefault(term.getKey(), Rational.ZERO);
      if (there.isZero() || term.getValue().isZero()) {
        return Optional.empty();
      }
      Rational ratio = there.dividedBy(term.getValue());
      if (factor.isPresent() && !factor.get().equals(ratio)) {
        return Optional.empty();
      }
      factor = Optional.of(ratio);
    }
    return factor;
  }

  private Optional<Expr> withoutFactors(List<Expr> all) {
    if (!(part instanceof Expr.Product(List<Expr> factors))) {
      return Optional.empty();
    }
    List<Expr> rest = new ArrayList<>(all);
    for (Expr factor : factors) {
      Optional<Expr> same =
          rest.stream().filter(other -> key(other).equals(key(factor))).findFirst();
      if (same.isEmpty()) {
        return Optional.empty();
      }
      rest.remove(same.get());
    }
    List<Expr> kept = new ArrayList<>();
    rest.forEach(factor -> kept.add(of(factor)));
    kept.add(name);
    return Optional.of(Formulas.product(kept));
  }

  // ---- in one order -----------------------------------------------------------------------------

  /// The terms of a formula without their numbers, and those.
  private static Map<String, Rational> terms(Expr expr) {
    Map<String, Rational> found = new TreeMap<>();
    addTerms(expr, Rational.ONE, found);
    return found;
  }

  private static void addTerms(Expr expr, Rational factor, Map<String, Rational> found) {
    switch (expr) {
      case Expr.Sum(List<Expr> terms) -> terms.forEach(term -> addTerms(term, factor, found));
      case Expr.Number(Rational value, _) -> found.merge("", value.times(factor), Rational::plus);
      case Expr.Product(List<Expr> factors) -> {
        Rational number = factor;
        List<Expr> others = new ArrayList<>();
        for (Expr part : factors) {
          if (part instanceof Expr.Number(Rational value, _)) {
            number = number.times(value);
          } else {
            others.add(part);
          }
        }
        if (others.size() == 1) {
          addTerms(others.getFirst(), number, found);
        } else {
          String key =
              others.stream().map(SubformulaMatch::key).sorted().collect(Collectors.joining("*"));
          found.merge(key, number, Rational::plus);
        }
      }
      default -> found.merge(key(expr), factor, Rational::plus);
    }
  }

  private static String key(Expr expr) {
    return switch (expr) {
      case Expr.Sum _, Expr.Product _, Expr.Number _ -> "(" + terms(expr) + ")";
      case Ref(var symbol) -> symbol.toString();
      case Expr.Power(Expr base, Expr exponent) -> key(base) + "^" + key(exponent);
      case Expr.Call call ->
          call.function().key()
              + call.labels()
              + call.orders()
              + call.arguments().stream().map(SubformulaMatch::key).toList();
      default -> expr.toString();
    };
  }
}
