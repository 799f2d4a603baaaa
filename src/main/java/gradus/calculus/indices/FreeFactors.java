package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `Σ_l x·f(l)` is `x·Σ_l f(l)` where x is free of l.
///
/// @param letters of the sums that factors were taken out of
public record FreeFactors(Expr formula, List<Name> letters) {
  public FreeFactors {
    letters = List.copyOf(letters);
  }

  /// From the inside out, so that a factor leaves as many sums as it can.
  public static FreeFactors takenOut(Expr formula) {
    Set<Name> letters = new LinkedHashSet<>();
    return new FreeFactors(changed(formula, letters), List.copyOf(letters));
  }

  private static Expr changed(Expr expr, Set<Name> letters) {
    Expr inner = Formulas.mapChildren(expr, part -> changed(part, letters));
    if (!(inner instanceof IndexSum(Name letter, Index from, Index to, Product(List<Expr> all)))) {
      return inner;
    }
    List<Expr> free = new ArrayList<>();
    List<Expr> bound = new ArrayList<>();
    all.forEach(factor -> (IndexSubstitution.mentions(factor, letter) ? bound : free).add(factor));
    if (free.isEmpty() || bound.isEmpty()) {
      return inner;
    }
    letters.add(letter);
    free.add(new IndexSum(letter, from, to, Formulas.product(bound)));
    return Formulas.product(free);
  }
}
