package gradus.sheet.number;

import gradus.calculus.entry.Scalarization;
import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What formulas of vectors and matrices come to, entry by entry. Letters have numbers already.
record ArrayEvaluation(Functions functions, Map<Symbol, Value> values) {
  List<List<Value>> of(Expr formula) {
    Shape shape = Shapes.of(formula);
    int rows = shape.rows().constant().orElseThrow();
    int columns = shape.columns().constant().orElseThrow();
    List<List<Value>> all = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      List<Value> row = new ArrayList<>();
      for (int j = 1; j <= columns; j++) {
        Expr entry = Scalarization.of(formula, List.of(i, j).subList(0, shape.axes().size()));
        row.add(Evaluation.of(entry, functions, values));
      }
      all.add(row);
    }
    return all;
  }
}
