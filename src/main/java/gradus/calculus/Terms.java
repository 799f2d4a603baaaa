package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The terms of each definition that mention an operand, looked for once.
final class Terms {
  private final Graph graph;
  private final Map<Quantity, Map<Symbol, Expr>> byConsumer = new HashMap<>();

  Terms(Graph graph) {
    this.graph = graph;
  }

  Expr mentioning(Quantity consumer, Symbol operand) {
    return byConsumer
        .computeIfAbsent(consumer, this::byOperand)
        .getOrDefault(operand, Formulas.ZERO);
  }

  private Map<Symbol, Expr> byOperand(Quantity consumer) {
    Expr formula = graph.definition(consumer).orElseThrow().formula();
    return Occurrences.in(formula, Optional::of);
  }
}
