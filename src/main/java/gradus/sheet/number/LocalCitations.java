package gradus.sheet.number;

import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Step;
import gradus.calculus.step.Reason;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Local derivatives that stand on the page already are cited, not worked out again: where a line
/// is the first one with them put in, the lines between are left out.
///
/// Limit: by the letters that they have there; under other letters the lines stay.
public record LocalCitations(List<Adjoint> known) {
  public LocalCitations {
    known = List.copyOf(known);
  }

  public List<Step> cited(List<Step> steps) {
    Map<Symbol, Expr> formulas = new LinkedHashMap<>();
    List<Partial> cited = new ArrayList<>();
    for (Symbol symbol : Formulas.symbols(steps.getFirst().formula())) {
      for (Adjoint adjoint : known) {
        Partial partial = adjoint.partial();
        if (symbol.equals(Partial.direct(partial.of(), partial.by()))) {
          formulas.put(symbol, adjoint.formula());
          cited.add(partial);
        }
      }
    }
    Expr expected = Formulas.substitute(steps.getFirst().formula(), formulas);
    for (int i = 2; i < steps.size() && !cited.isEmpty(); i++) {
      if (steps.get(i).formula().equals(expected)) {
        List<Step> shorter = new ArrayList<>(List.of(steps.getFirst()));
        shorter.add(new Step(expected, new Reason.Inserted(cited)));
        shorter.addAll(steps.subList(i + 1, steps.size()));
        return shorter;
      }
    }
    return steps;
  }
}
