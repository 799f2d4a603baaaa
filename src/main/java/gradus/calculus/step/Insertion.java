package gradus.calculus.step;

import gradus.calculus.indices.BoundLetters;
import gradus.calculus.indices.FreshLetters;
import gradus.calculus.indices.Ranges;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Puts adjoints without a name into one that has one, where a recursion of names results: `δ[k] =
/// ∂E/∂z[k] · φ'(a[k])` becomes `δ[k] = φ'(a[k]) · Σ W[k+1] δ[k+1]`.
///
/// Limit: all or nothing; a line that still mentions an adjoint without a name would be longer, not
/// clearer. Where a family begins, what comes from outside is put in as well.
public final class Insertion {
  private Insertion() {}

  /// @param derived the piece that an adjoint without a name was derived as, at that label
  public static Optional<Adjoint> of(
      Adjoint adjoint, Function<Partial, Optional<Adjoint>> derived, Ranges ranges) {
    boolean recurs = adjoint.alias().isPresent() || isBase(adjoint);
    return recurs && !adjoint.partial().by().labels().isEmpty()
        ? complete(adjoint, derived, ranges)
        : Optional.empty();
  }

  /// Of a single member, and taken from outside the families: `∂E/∂z[L] = ∂E/∂y` where y = z[L].
  private static boolean isBase(Adjoint adjoint) {
    return adjoint.family().isEmpty()
        && unnamed(adjoint.formula()).stream().allMatch(taken -> taken.by().labels().isEmpty());
  }

  /// The same for any adjoint.
  public static Optional<Adjoint> complete(
      Adjoint adjoint, Function<Partial, Optional<Adjoint>> derived, Ranges ranges) {
    List<Partial> unnamed = unnamed(adjoint.formula());
    if (unnamed.isEmpty()) {
      return Optional.empty();
    }
    Map<Symbol, Expr> values = new HashMap<>();
    List<Partial> inserted = new ArrayList<>();
    for (Partial partial : unnamed) {
      Optional<Adjoint> found = derived.apply(partial);
      if (found.isEmpty() || !unnamed(found.get().formula()).isEmpty()) {
        return Optional.empty();
      }
      inserted.add(found.get().partial());
      values.put(partial, member(found.get(), partial, adjoint.formula()));
    }
    Expr formula = inReadingOrder(Formulas.substitute(adjoint.formula(), values), adjoint);
    return Optional.of(with(adjoint, formula, inserted, ranges));
  }

  private static List<Partial> unnamed(Expr formula) {
    return Formulas.symbols(formula).stream()
        .filter(symbol -> symbol instanceof Partial p && p.reading() == Symbol.Reading.TOTAL)
        .map(Partial.class::cast)
        .toList();
  }

  private static Adjoint with(
      Adjoint adjoint, Expr formula, List<Partial> inserted, Ranges ranges) {
    List<Step> steps = new ArrayList<>(adjoint.steps());
    steps.add(new Step(formula, new Reason.Inserted(inserted)));
    Expr simplified = inReadingOrder(IndexSteps.simplified(formula, ranges), adjoint);
    if (!simplified.equals(formula)) {
      steps.add(
          new Step(
              simplified,
              Formulas.isZero(simplified) ? new Reason.Vanishes() : new Reason.Simplified()));
    }
    return new Adjoint(
        adjoint.partial(),
        adjoint.contributions(),
        steps,
        simplified,
        adjoint.alias(),
        adjoint.family());
  }

  /// The formula of a derived adjoint with the label and the indices of `at`.
  private static Expr member(Adjoint derived, Partial at, Expr beside) {
    Set<Name> taken = FreshLetters.names(beside);
    taken.addAll(IndexSubstitution.boundLetters(beside));
    Map<Letter, Index> values = new HashMap<>();
    put(derived.partial().by(), at.by(), values);
    put(derived.partial().of(), at.of(), values);
    Set<Name> all = new HashSet<>(taken);
    values.keySet().forEach(letter -> all.add(letter.name()));
    Expr apart = BoundLetters.renamed(derived.formula(), all);
    return IndexSubstitution.with(apart, letter -> values.getOrDefault(letter, Index.of(letter)));
  }

  private static void put(Quantity pattern, Quantity at, Map<Letter, Index> values) {
    List<Index> from = new ArrayList<>(pattern.labels());
    from.addAll(pattern.indices());
    List<Index> to = new ArrayList<>(at.labels());
    to.addAll(at.indices());
    for (int i = 0; i < from.size(); i++) {
      for (Letter letter : from.get(i).letters()) {
        if (from.get(i).equals(Index.of(letter))) {
          values.put(letter, to.get(i));
        }
      }
    }
  }

  /// `φ'(a_j) Σ_i W_ji δ_i` reads better than `Σ_i δ_i W_ji φ'(a_j)`: sums last, and in them what
  /// the recursion comes back to.
  private static Expr inReadingOrder(Expr formula, Adjoint adjoint) {
    return switch (formula) {
      case Product(List<Expr> factors) ->
          Formulas.product(
              lastOf(
                  factors.stream().map(factor -> inReadingOrder(factor, adjoint)).toList(),
                  IndexSum.class::isInstance));
      case IndexSum(Name letter, Index from, Index to, Product(List<Expr> factors)) ->
          new IndexSum(
              letter,
              from,
              to,
              Formulas.product(lastOf(factors, factor -> isName(factor, adjoint))));
      default -> formula;
    };
  }

  private static boolean isName(Expr factor, Adjoint adjoint) {
    return factor instanceof Ref(Quantity quantity)
        && adjoint.alias().filter(a -> a.name().name().equals(quantity.name())).isPresent();
  }

  private static List<Expr> lastOf(List<Expr> factors, Predicate<Expr> isLast) {
    List<Expr> ordered = new ArrayList<>(factors.stream().filter(isLast.negate()).toList());
    factors.stream().filter(isLast).forEach(ordered::add);
    return ordered;
  }
}
