package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How a direct partial is written: `∂z/∂h`, or `∂/∂h (…)` over the formula where the total partial
/// of the same pair may stand on the page and is another one.
final class DirectPartials {
  private final Graph graph;
  private final Set<Quantity> targets;

  /// Of the targets that others are asked about, each found once.
  private final Map<Quantity, Set<Symbol>> ancestors = new HashMap<>();

  DirectPartials(Graph graph, Set<Quantity> targets) {
    this.graph = graph;
    this.targets = Set.copyOf(targets);
  }

  /// @param part the terms of the consumer's definition that mention `by`
  Expr written(Quantity consumer, Quantity by, Expr part) {
    return isAmbiguous(consumer, by)
        ? new Expr.Derivative(part, by)
        : new Expr.Ref(Partial.direct(consumer, by));
  }

  private boolean isAmbiguous(Quantity consumer, Quantity by) {
    return targets.contains(consumer)
        && graph.consumers(by).stream()
            .anyMatch(other -> !other.equals(consumer) && isUsed(other, consumer));
  }

  private boolean isUsed(Symbol other, Quantity target) {
    return ancestors.computeIfAbsent(target, graph::ancestors).contains(other);
  }
}
