package gradus.check.sense;

import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Formulas;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.RelationSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cases and indicators, entry by entry where conditions or values have entries.
final class PiecewiseFunctions {
  private final Interpreter sensing;

  PiecewiseFunctions(Interpreter sensing) {
    this.sensing = sensing;
  }

  private record Case(Grid value, List<Test> tests) {}

  private record Test(Grid left, Condition.Relation relation, Grid right) {}

  Sense of(Notated.Cases cases) {
    List<Case> all = new ArrayList<>();
    for (Notated.Branch branch : cases.branches()) {
      List<Test> tests = new ArrayList<>();
      Sense value = sensing.of(branch.value());
      if (!(value instanceof Grid grid)) {
        return value;
      }
      for (Notated condition : branch.conditions()) {
        Optional<Sense> failure = addTests(condition, tests);
        if (failure.isPresent()) {
          return failure.get();
        }
      }
      all.add(new Case(grid, tests));
    }
    return chosen(all, cases);
  }

  /// 1 where it holds, else 0.
  Sense indicator(List<? extends Notated> conditions) {
    List<Test> tests = new ArrayList<>();
    for (Notated condition : conditions) {
      Optional<Sense> failure = addTests(condition, tests);
      if (failure.isPresent()) {
        return failure.get();
      }
    }
    return chosen(
        List.of(
            new Case(Sense.scalar(Formulas.ONE), tests),
            new Case(Sense.scalar(Formulas.ZERO), List.of())),
        conditions.getFirst());
  }

  private Optional<Sense> addTests(Notated condition, List<Test> tests) {
    if (!(condition instanceof Notated.Comparison comparison)) {
      return Optional.of(
          Interpreter.nothing(Cause.UNSUPPORTED, condition.span(), "this condition"));
    }
    for (int i = 0; i < comparison.relations().size(); i++) {
      Sense left = side(comparison.sides().get(i));
      Sense right = side(comparison.sides().get(i + 1));
      Optional<Condition.Relation> relation = relation(comparison.relations().get(i));
      if (!(left instanceof Grid l)) {
        return Optional.of(left);
      }
      if (!(right instanceof Grid r)) {
        return Optional.of(right);
      }
      if (relation.isEmpty()) {
        return Optional.of(
            Interpreter.nothing(Cause.UNSUPPORTED, condition.span(), "this condition"));
      }
      tests.add(new Test(l, relation.get(), r));
    }
    return Optional.empty();
  }

  /// A letter in a condition that is nothing else is an index: `[i = j]`.
  private Sense side(Notated tree) {
    Sense value = sensing.of(tree);
    Optional<String> letter = NameParts.letter(tree);
    boolean open =
        value instanceof Sense.Nothing(Cause cause, _, _)
            && cause == Cause.UNKNOWN_NAME
            && letter.filter(l -> l.matches("[a-z]")).isPresent();
    if (!open) {
      return value;
    }
    sensing.free.add(letter.get());
    return Interpreter.nothing(Cause.FREE_LETTER, tree.span(), letter.get());
  }

  private static Optional<Condition.Relation> relation(RelationSign relation) {
    return switch (relation) {
      case LESS -> Optional.of(Condition.Relation.LESS);
      case AT_MOST -> Optional.of(Condition.Relation.AT_MOST);
      case EQUAL, IDENTICAL -> Optional.of(Condition.Relation.EQUAL);
      case UNEQUAL -> Optional.of(Condition.Relation.UNEQUAL);
      case AT_LEAST -> Optional.of(Condition.Relation.AT_LEAST);
      case GREATER -> Optional.of(Condition.Relation.GREATER);
      case APPROXIMATELY, DEFINED_AS, DEFINES, ASSIGNED -> Optional.empty();
      case ELEMENT, PROPORTIONAL, GIVEN, TOWARDS, OTHER -> Optional.empty();
    };
  }

  private static Sense chosen(List<Case> cases, Notated tree) {
    List<Grid> all = new ArrayList<>();
    for (Case c : cases) {
      all.add(c.value);
      c.tests.forEach(test -> all.addAll(List.of(test.left, test.right)));
    }
    Grid largest = all.stream().filter(grid -> !grid.isScalar()).findFirst().orElse(all.getFirst());
    if (all.stream().anyMatch(grid -> !grid.isScalar() && !grid.isLike(largest))) {
      return Interpreter.nothing(Cause.SHAPES, tree.span(), "cases of different shapes");
    }
    List<Expr> entries = new ArrayList<>();
    for (int i = 0; i < largest.entries().size(); i++) {
      entries.add(entry(cases, i));
    }
    return new Grid(largest.rows(), largest.columns(), entries);
  }

  private static Expr entry(List<Case> cases, int index) {
    List<Branch> branches = new ArrayList<>();
    for (Case c : cases) {
      List<Comparison> comparisons =
          c.tests.stream()
              .map(test ->
                  new Comparison(at(test.left, index), test.relation, at(test.right, index)))
              .toList();
      List<Comparison> open = comparisons.stream().filter(test -> truth(test).isEmpty()).toList();
      if (comparisons.stream().anyMatch(test -> truth(test).equals(Optional.of(false)))) {
        continue;
      }
      branches.add(new Branch(at(c.value, index), new Condition(open)));
      if (open.isEmpty()) {
        break;
      }
    }
    boolean settled =
        branches.size() == 1 && branches.getFirst().condition().comparisons().isEmpty();
    return settled ? branches.getFirst().value() : new Expr.Cases(branches);
  }

  /// Of a comparison of numbers, as those of index letters are.
  private static Optional<Boolean> truth(Comparison comparison) {
    return comparison.left() instanceof Expr.Number(var left, _)
            && comparison.right() instanceof Expr.Number(var right, _)
        ? Optional.of(comparison.relation().holds(left.compareTo(right)))
        : Optional.empty();
  }

  private static Expr at(Grid grid, int index) {
    return grid.isScalar() ? grid.scalar() : grid.entries().get(index);
  }
}
