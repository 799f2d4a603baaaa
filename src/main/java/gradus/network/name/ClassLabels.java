package gradus.network.name;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.network.Problem.Fact;
import java.util.LinkedHashMap;
import java.util.Map;

/// What chooses an entry, `c` in `p_c`, is a whole number among the indices of what it chooses
/// from, also where its declaration does not say so.
public record ClassLabels(int indexOrigin) {
  public Map<Symbol, Fact> in(Graph graph) {
    Map<Symbol, Fact> labels = new LinkedHashMap<>();
    for (Definition definition : graph.definitions()) {
      Formulas.visit(
          definition.formula(),
          part -> {
            if (part instanceof Apply apply) {
              add(apply, labels);
            }
          });
    }
    return labels;
  }

  private void add(Apply apply, Map<Symbol, Fact> labels) {
    if (apply.operation() == Plain.CHOSEN) {
      add(apply.operands().getLast(), Shapes.of(apply.operands().getFirst()).rows(), labels);
    } else if (apply.operation() instanceof Operation.OneHot(Index size)) {
      add(apply.operands().getFirst(), size, labels);
    }
  }

  /// Counted from 0 the label is `c + 1` in formulas.
  private void add(Expr label, Index classes, Map<Symbol, Fact> labels) {
    Index first = Index.of(indexOrigin);
    Fact fact = new Fact.Within(first, classes.plus(first).plus(-1));
    Formulas.symbols(label).forEach(symbol -> labels.put(symbol, fact));
  }
}
