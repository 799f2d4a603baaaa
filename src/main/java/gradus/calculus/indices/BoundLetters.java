package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.Set;

/// Renames the letters of sums apart: `Σ_i x_i` is `Σ_l x_l` where i means something else.
public final class BoundLetters {
  private BoundLetters() {}

  public static Expr renamed(Expr formula, Set<Name> taken) {
    return renamedApart(formula, taken, new TakenNames(taken));
  }

  /// @param used names elsewhere, none of which a letter becomes
  public static Expr renamedBesides(Expr formula, Set<Name> taken, Set<Name> used) {
    Set<Name> all = new TakenNames(used);
    all.addAll(taken);
    return renamedApart(formula, taken, all);
  }

  private static Expr renamedApart(Expr formula, Set<Name> taken, Set<Name> all) {
    all.addAll(FreshLetters.names(formula));
    all.addAll(IndexSubstitution.boundLetters(formula));
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
    return new IndexSum(other, from, to, IndexSubstitution.with(body, letter, Index.of(other)));
  }

  /// Whether the letter counts members of a family, for which i and j would be strange.
  public static boolean isLabel(Expr body, Name letter) {
    return Formulas.mentions(
        body,
        symbol ->
            symbol instanceof Quantity quantity
                && quantity.labels().stream().anyMatch(label -> label.mentions(letter)));
  }
}
