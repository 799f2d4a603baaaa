package gradus.sheet.number;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Which branch of cases the numbers of a pass select.
final class Selections {
  private final Functions functions;
  private final Map<Symbol, Value> values;

  Selections(Functions functions, Map<Symbol, Value> values) {
    this.functions = functions;
    this.values = values;
  }

  /// A selected branch: its place, the values that were compared, and whether they lie on the
  /// boundary between two branches.
  record Selected(int branch, Map<Expr, Value> sides, boolean onBoundary) {}

  /// The selected branch in place of each of the formula's cases.
  Expr selected(Expr formula) {
    if (formula instanceof Cases(List<Branch> branches)) {
      OptionalInt index = holding(branches);
      return index.isPresent()
          ? selected(branches.get(index.getAsInt()).value())
          : Formulas.ref("undefined");
    }
    return Formulas.mapChildren(formula, this::selected);
  }

  /// The selections in a formula, from left to right.
  List<Selected> of(Expr formula) {
    List<Selected> found = new ArrayList<>();
    Formulas.visit(
        formula,
        node -> {
          if (node instanceof Cases(List<Branch> branches)) {
            holding(branches).ifPresent(index -> found.add(selection(branches, index)));
          }
        });
    return found;
  }

  private Selected selection(List<Branch> branches, int index) {
    Condition condition = branches.get(index).condition();
    Comparison comparison =
        (condition.isOtherwise() ? branches.getFirst().condition() : condition)
            .comparisons()
            .getFirst();
    Map<Expr, Value> sides = new LinkedHashMap<>();
    for (Expr side : List.of(comparison.left(), comparison.right())) {
      if (!(side instanceof Expr.Number)) {
        sides.put(side, worth(side));
      }
    }
    boolean boundary =
        comparison.relation() != Relation.EQUAL
            && worth(comparison.left()).equals(worth(comparison.right()));
    return new Selected(index, sides, boundary);
  }

  private OptionalInt holding(List<Branch> branches) {
    for (int i = 0; i < branches.size(); i++) {
      if (holds(branches.get(i).condition())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private boolean holds(Condition condition) {
    Branch yes = new Branch(Formulas.ONE, condition);
    Branch no = new Branch(Formulas.ZERO, Condition.OTHERWISE);
    return worth(new Cases(List.of(yes, no))).equals(Value.ONE);
  }

  private Value worth(Expr formula) {
    return Evaluation.of(formula, functions, values);
  }
}
