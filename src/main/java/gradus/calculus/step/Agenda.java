package gradus.calculus.step;

import gradus.expr.Definition;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which adjoints of one target the requested ones take, and in which order they can be derived.
public final class Agenda {
  private final Graph graph;
  private final Quantity target;
  private final Set<Symbol> given;
  private final Set<Symbol> reaching = new HashSet<>();
  private final Map<Quantity, List<Quantity>> consumers = new HashMap<>();
  private final Set<Quantity> order = new LinkedHashSet<>();

  public Agenda(Graph graph, Quantity target, Set<Symbol> given, List<Quantity> requested) {
    this.graph = graph;
    this.target = target;
    this.given = given;
    reaching.addAll(graph.ancestors(target));
    for (Symbol symbol : given) {
      if (symbol instanceof Partial partial && partial.of().equals(target)) {
        reaching.addAll(graph.ancestors(partial.by()));
      }
    }
    collect(requested);
    arrange(requested);
  }

  /// Consumers before what they consume; parameters right after the last unit that uses them.
  public List<Quantity> inOrder() {
    return List.copyOf(order);
  }

  /// The consumers of a quantity along which the target depends on it, in graph order.
  public List<Quantity> consumers(Quantity quantity) {
    return consumers.getOrDefault(quantity, List.of());
  }

  private void collect(List<Quantity> requested) {
    Deque<Quantity> open = new ArrayDeque<>(requested);
    while (!open.isEmpty()) {
      Quantity quantity = open.pop();
      if (isLeaf(quantity) || consumers.containsKey(quantity)) {
        continue;
      }
      List<Quantity> along = new ArrayList<>();
      for (Symbol consumer : graph.consumers(quantity)) {
        if (consumer instanceof Quantity user && reaching.contains(user)) {
          along.add(user);
        }
      }
      consumers.put(quantity, along);
      open.addAll(along);
    }
  }

  /// Nothing is derived for the target itself, nor for a given adjoint.
  private boolean isLeaf(Quantity quantity) {
    return quantity.equals(target) || given.contains(Partial.total(target, quantity));
  }

  private void arrange(List<Quantity> requested) {
    Map<Quantity, Integer> pending = new HashMap<>();
    consumers.forEach((quantity, along) -> pending.put(quantity, along.size()));
    for (Definition definition : graph.definitions().reversed()) {
      if (definition.symbol() instanceof Quantity unit && reaching.contains(unit)) {
        if (consumers.containsKey(unit)) {
          order.add(unit);
        }
        for (Symbol operand : graph.operands(unit)) {
          if (operand instanceof Quantity quantity
              && pending.merge(quantity, -1, Integer::sum) == 0
              && graph.definition(quantity).isEmpty()) {
            order.add(quantity);
          }
        }
      }
    }
    requested.stream().filter(quantity -> !isLeaf(quantity)).forEach(order::add);
  }
}
