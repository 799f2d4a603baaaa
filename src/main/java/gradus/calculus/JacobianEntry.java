package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.indices.Ranges;
import gradus.expr.Condition;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Indexing;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The general entry of a matrix of derivatives, `∂s_i/∂z_j = s_i([i = j] - s_j)`, and what a table
/// or a matrix with dots needs of it.
///
/// @param adjoint in index form
public record JacobianEntry(Adjoint adjoint) {
  public Quantity of() {
    return adjoint.partial().of();
  }

  public Quantity by() {
    return adjoint.partial().by();
  }

  /// One entry, `∂s_1/∂z_n`: indices that are written differently are different, as in a matrix
  /// with dots, where n is more than 2.
  public Expr at(List<Index> of, List<Index> by) {
    Map<Letter, Index> values = new HashMap<>();
    put(of().indices(), of, values);
    put(by().indices(), by, values);
    Expr entry =
        Indexing.with(adjoint.formula(), letter -> values.getOrDefault(letter, Index.of(letter)));
    return simplified(decided(entry));
  }

  private static void put(List<Index> letters, List<Index> at, Map<Letter, Index> values) {
    for (int i = 0; i < letters.size(); i++) {
      Index value = at.get(i);
      letters.get(i).letters().forEach(letter -> values.put(letter, value));
    }
  }

  private static Expr decided(Expr expr) {
    return expr instanceof Kronecker(Index left, Index right)
        ? left.equals(right) ? Formulas.ONE : Formulas.ZERO
        : Formulas.mapChildren(expr, JacobianEntry::decided);
  }

  /// `{s_j(1 - s_j) if i = j; -s_i s_j otherwise}`; empty where the entry has no `[i = j]`.
  ///
  /// Of several equalities all hold or not all: `{z_l if m = i and …; 0 otherwise}` only if the
  /// entry is 0 as soon as one fails, else empty.
  public Optional<Expr> byCases() {
    Set<Kronecker> equalities = new LinkedHashSet<>();
    Formulas.visit(
        adjoint.formula(),
        node -> {
          if (node instanceof Kronecker equality) {
            equalities.add(equality);
          }
        });
    if (equalities.isEmpty() || (equalities.size() > 1 && !isProduct(equalities))) {
      return Optional.empty();
    }
    List<Condition.Comparison> comparisons = new ArrayList<>();
    Expr equal = adjoint.formula();
    Expr unequal = adjoint.formula();
    for (Kronecker equality : equalities) {
      comparisons.add(
          new Condition.Comparison(
              new Whole(equality.left()), Relation.EQUAL, new Whole(equality.right())));
      equal = withEqual(Formulas.replace(equal, equality, Formulas.ONE), equality);
      unequal = Formulas.replace(unequal, equality, Formulas.ZERO);
    }
    return Optional.of(
        new Cases(
            List.of(
                new Branch(simplified(equal), new Condition(comparisons)),
                new Branch(simplified(unequal), Condition.OTHERWISE))));
  }

  private boolean isProduct(Set<Kronecker> equalities) {
    return adjoint.formula() instanceof Expr.Product(List<Expr> factors)
        && factors.containsAll(equalities);
  }

  /// With the letter on the left replaced, where there is one.
  private static Expr withEqual(Expr expr, Kronecker equality) {
    for (Letter letter : equality.left().letters()) {
      if (equality.left().equals(Index.of(letter))) {
        return Indexing.with(expr, letter.name(), equality.right());
      }
    }
    return expr;
  }

  private static Expr simplified(Expr expr) {
    return IndexSteps.simplified(expr, Ranges.NONE);
  }
}
