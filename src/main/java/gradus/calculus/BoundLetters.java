package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import java.util.HashSet;
import java.util.Set;

/// Renames the letters of sums apart: `Σ_i x_i` is `Σ_l x_l` where i means something else.
final class BoundLetters {
  private BoundLetters() {}

  static Expr renamed(Expr formula, Set<Name> taken) {
    Set<Name> all = new HashSet<>(taken);
    all.addAll(FreshLetters.names(formula));
    all.addAll(Indexing.boundLetters(formula));
    return renamed(formula, taken, FreshLetters.preferring(java.util.List.of(), all));
  }

  private static Expr renamed(Expr expr, Set<Name> taken, FreshLetters fresh) {
    Expr inner = Formulas.mapChildren(expr, part -> renamed(part, taken, fresh));
    if (!(inner instanceof IndexSum(Name letter, Index from, Index to, Expr body))
        || !taken.contains(letter)) {
      return inner;
    }
    Name other = fresh.next();
    return new IndexSum(other, from, to, Indexing.with(body, letter, Index.of(other)));
  }
}
