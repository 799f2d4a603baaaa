package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Renames the letters of sums apart: `Σ_i x_i` is `Σ_l x_l` where i means something else.
final class BoundLetters {
  private BoundLetters() {}

  static Expr renamed(Expr formula, Set<Name> taken) {
    return renamedBesides(formula, taken, Set.of());
  }

  /// @param used names elsewhere, none of which a letter becomes
  static Expr renamedBesides(Expr formula, Set<Name> taken, Set<Name> used) {
    Set<Name> all = new HashSet<>(taken);
    all.addAll(used);
    all.addAll(FreshLetters.names(formula));
    all.addAll(Indexing.boundLetters(formula));
    return renamed(formula, taken, all);
  }

  private static Expr renamed(Expr expr, Set<Name> taken, Set<Name> all) {
    Expr inner = Formulas.mapChildren(expr, part -> renamed(part, taken, all));
    if (!(inner instanceof IndexSum(Name letter, Index from, Index to, Expr body))
        || !taken.contains(letter)) {
      return inner;
    }
    List<String> first = isLabel(body, letter) ? List.of("s", "r") : List.of();
    Name other = FreshLetters.preferring(first, all).next();
    all.add(other);
    return new IndexSum(other, from, to, Indexing.with(body, letter, Index.of(other)));
  }

  /// Whether the letter counts members of a family, for which i and j would be strange.
  static boolean isLabel(Expr body, Name letter) {
    return Formulas.mentions(
        body,
        symbol ->
            symbol instanceof Quantity quantity
                && quantity.labels().stream().anyMatch(label -> label.mentions(letter)));
  }
}
