package gradus.calculus;

import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
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
import gradus.expr.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Formulas with `[i = j]` by cases: what they are where the indices are equal, and elsewhere.
///
/// Limit: those inside a sum over one of their letters belong to the sum.
record Kroneckers(Expr formula, List<Kronecker> all) {
  static Kroneckers of(Expr formula) {
    Set<Name> bound = Indexing.boundLetters(formula);
    Set<Kronecker> found = new LinkedHashSet<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Kronecker(Index left, Index right)
              && bound.stream().noneMatch(name -> left.mentions(name) || right.mentions(name))) {
            found.add(new Kronecker(left, right));
          }
        });
    return new Kroneckers(formula, List.copyOf(found));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// With each `[i = j]` as 1 and j as i, as 0, or as it stands.
  Expr where(UnaryOperator<Expr> decided) {
    Expr where = formula;
    for (Kronecker kronecker : all) {
      where = Formulas.replace(where, kronecker, decided.apply(kronecker));
    }
    for (Kronecker kronecker : all) {
      Optional<Letter> letter = letter(kronecker.right());
      if (letter.isPresent() && Formulas.isOne(decided.apply(kronecker))) {
        where = Indexing.with(where, letter.get().name(), kronecker.left());
      }
    }
    return Simplifier.simplified(where);
  }

  private static Optional<Letter> letter(Index index) {
    return index.letters().stream()
        .filter(letter -> index.equals(Index.of(letter)) && letter.labels().isEmpty())
        .findFirst();
  }

  /// Two cases; none where more have to be told apart, as of `[l = i] x_j + [l = j] x_i`.
  Optional<Expr> cases() {
    return all.isEmpty() || !standTogether() ? Optional.empty() : Optional.of(twoCases());
  }

  /// Whether it is all the same which of several fails.
  private boolean standTogether() {
    Expr elsewhere = where(_ -> Formulas.ZERO);
    return all.size() == 1
        || all.stream()
            .map(one -> where(other -> other.equals(one) ? Formulas.ZERO : Formulas.ONE))
            .allMatch(one -> Formulas.isZero(one) && Formulas.isZero(elsewhere));
  }

  private Cases twoCases() {
    List<Comparison> equalities = new ArrayList<>();
    for (Kronecker kronecker : all) {
      equalities.add(
          new Comparison(
              new Whole(kronecker.left()), Relation.EQUAL, new Whole(kronecker.right())));
    }
    Expr equal = where(_ -> Formulas.ONE);
    Expr other = where(_ -> Formulas.ZERO);
    if (equal instanceof Cases(List<Branch> branches) && isEither(branches, other)) {
      equalities.addAll(branches.getFirst().condition().comparisons());
      equal = branches.getFirst().value();
    }
    return new Cases(
        List.of(
            new Branch(equal, new Condition(equalities)), new Branch(other, Condition.OTHERWISE)));
  }

  /// Whether the second of two cases is the value elsewhere and holds where the first does not.
  private static boolean isEither(List<Branch> branches, Expr elsewhere) {
    if (branches.size() != 2 || !branches.getLast().value().equals(elsewhere)) {
      return false;
    }
    List<Comparison> first = branches.getFirst().condition().comparisons();
    List<Comparison> second = branches.getLast().condition().comparisons();
    return second.isEmpty()
        || first.size() == 1
            && second.size() == 1
            && first.getFirst().left().equals(second.getFirst().left())
            && first.getFirst().right().equals(second.getFirst().right())
            && areOpposite(first.getFirst().relation(), second.getFirst().relation());
  }

  private static boolean areOpposite(Relation one, Relation other) {
    return IntStream.rangeClosed(-1, 1).allMatch(sign -> one.holds(sign) != other.holds(sign));
  }
}
