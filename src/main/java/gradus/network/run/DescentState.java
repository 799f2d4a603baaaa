package gradus.network.run;

import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Where the steps have led: the new values of what was moved.
///
/// Given adjoints, and given values of what depends on a moved name, hold before the first step
/// only.
final class DescentState {
  private final Problem problem;
  private final Map<Quantity, Value> values = new LinkedHashMap<>();
  private final Set<Symbol> outdated = new HashSet<>();

  DescentState(Problem problem) {
    this.problem = problem;
  }

  void put(Map<Quantity, Value> updated) {
    if (!values.keySet().containsAll(updated.keySet())) {
      outdate(updated.keySet());
      problem.aliases().forEach(alias -> outdated.add(alias.name()));
    }
    values.putAll(updated);
  }

  private void outdate(Set<Quantity> moved) {
    Deque<Symbol> open = new ArrayDeque<>(moved);
    while (!open.isEmpty()) {
      for (Symbol consumer : problem.graph().consumers(open.pop())) {
        if (outdated.add(consumer)) {
          open.push(consumer);
        }
      }
    }
  }

  /// What is known at a point by now.
  Map<Symbol, Value> at(Site site) {
    if (values.isEmpty()) {
      return site.given();
    }
    Map<Symbol, Value> known = new LinkedHashMap<>(site.given());
    known.keySet().removeIf(symbol -> symbol instanceof Partial || outdated.contains(symbol));
    known.putAll(values);
    return known;
  }
}
