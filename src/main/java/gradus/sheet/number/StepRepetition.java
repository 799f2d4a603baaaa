package gradus.sheet.number;

import gradus.calculus.step.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;

/// Steps that print as the one before: numbers stand before matrices on paper, wherever they stand
/// in the formula.
public final class StepRepetition {
  private StepRepetition() {}

  public static List<Step> withoutRepeated(List<Step> steps) {
    List<Step> shown = new ArrayList<>();
    for (Step step : steps) {
      if (shown.isEmpty()
          || !asPrinted(step.formula()).equals(asPrinted(shown.getLast().formula()))) {
        shown.add(step);
      }
    }
    return shown;
  }

  private static Expr asPrinted(Expr formula) {
    Expr inner = Formulas.mapChildren(formula, StepRepetition::asPrinted);
    if (!(inner instanceof Product(List<Expr> factors))) {
      return inner;
    }
    List<Expr> ordered = new ArrayList<>(factors.stream().filter(Shapes::isScalar).toList());
    ordered.addAll(factors.stream().filter(factor -> !Shapes.isScalar(factor)).toList());
    return Formulas.product(ordered);
  }
}
