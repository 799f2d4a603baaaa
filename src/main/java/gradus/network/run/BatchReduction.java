package gradus.network.run;

import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.run.Run.AtPoint;
import gradus.syntax.written.Statement.Combination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sums or averages over points.
record BatchReduction(Problem problem) {
  Value of(Symbol symbol, List<AtPoint> passes) {
    if (passes.size() == 1) {
      return passes.getFirst().value(symbol);
    }
    Map<Symbol, Value> values = new HashMap<>();
    List<Expr> terms = new ArrayList<>();
    for (AtPoint pass : passes) {
      Quantity term = Quantity.of(String.valueOf(terms.size() + 1));
      values.put(term, pass.value(symbol));
      terms.add(new Ref(term));
    }
    Expr combined =
        switch (problem.lossOverPoints().orElse(Combination.SUM)) {
          case SUM -> Formulas.sum(terms);
          case MEAN ->
              Formulas.product(Number.of(Rational.of(1, terms.size())), Formulas.sum(terms));
        };
    Value value = Evaluation.of(combined, problem.functions(), values);
    return problem.rounding().rounded(symbol, value);
  }
}
