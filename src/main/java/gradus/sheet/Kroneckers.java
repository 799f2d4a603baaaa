package gradus.sheet;

import gradus.calculus.Simplifier;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Formulas with `[i = j]` by cases: what they are where the indices are equal, and elsewhere.
record Kroneckers(Expr formula, List<Kronecker> all) {
  static Kroneckers of(Expr formula) {
    Set<Kronecker> found = new LinkedHashSet<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Kronecker kronecker) {
            found.add(kronecker);
          }
        });
    return new Kroneckers(formula, List.copyOf(found));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// With every `[i = j]` as 1 and j as i.
  Expr whereEqual() {
    Expr equal = formula;
    for (Kronecker kronecker : all) {
      equal = Formulas.replace(equal, kronecker, Formulas.ONE);
    }
    for (Kronecker kronecker : all) {
      Optional<Letter> letter = letter(kronecker.right());
      if (letter.isPresent()) {
        equal = Indexing.with(equal, letter.get().name(), kronecker.left());
      }
    }
    return Simplifier.simplified(equal);
  }

  private static Optional<Letter> letter(Index index) {
    return index.letters().stream()
        .filter(letter -> index.equals(Index.of(letter)) && letter.labels().isEmpty())
        .findFirst();
  }

  /// With every `[i = j]` as 0.
  Expr elsewhere() {
    Expr other = formula;
    for (Kronecker kronecker : all) {
      other = Formulas.replace(other, kronecker, Formulas.ZERO);
    }
    return Simplifier.simplified(other);
  }

  Cases cases() {
    List<Comparison> equalities = new ArrayList<>();
    for (Kronecker kronecker : all) {
      equalities.add(
          new Comparison(
              new Whole(kronecker.left()), Relation.EQUAL, new Whole(kronecker.right())));
    }
    Expr equal = whereEqual();
    Expr other = elsewhere();
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
