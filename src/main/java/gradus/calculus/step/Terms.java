package gradus.calculus.step;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.HashMap;
import java.util.Map;

/// The terms of each definition that mention an operand, looked for once.
public final class Terms {
  private final Graph graph;
  private final Map<Quantity, Map<Symbol, Expr>> byConsumer = new HashMap<>();

  public Terms(Graph graph) {
    this.graph = graph;
  }

  public Expr mentioning(Quantity consumer, Symbol operand) {
    return byConsumer
        .computeIfAbsent(consumer, name -> Occurrences.in(formula(name)))
        .getOrDefault(operand, Formulas.ZERO);
  }

  /// The same of a sum of many terms; of any other formula all.
  public Expr amongMany(Quantity consumer, Symbol operand) {
    Expr formula = formula(consumer);
    return Occurrences.areMany(formula) ? mentioning(consumer, operand) : formula;
  }

  private Expr formula(Quantity consumer) {
    return graph.definition(consumer).orElseThrow().formula();
  }
}
