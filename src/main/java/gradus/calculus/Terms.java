package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The terms of a definition that mention an operand; the others are constants to it. A sum of many
/// terms is looked through once, not once for each of its operands.
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
    Map<Symbol, List<Expr>> terms = new HashMap<>();
    for (Expr term : formula instanceof Sum(List<Expr> all) ? all : List.of(formula)) {
      for (Symbol operand : Formulas.symbols(term)) {
        terms.computeIfAbsent(operand, _ -> new ArrayList<>()).add(term);
      }
    }
    Map<Symbol, Expr> sums = new HashMap<>();
    terms.forEach((operand, parts) -> sums.put(operand, Formulas.sum(parts)));
    return sums;
  }
}
