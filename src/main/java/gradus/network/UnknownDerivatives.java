package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Derivatives of a quantity that nothing defines. A given derivative says how it depends on one
/// quantity, and so on all that this one is made of; how it depends on what else these are used for
/// is not known, and unknown is not zero.
final class UnknownDerivatives {
  private final Graph graph;
  private final Quantity target;
  private final Set<Partial> given;
  private final Set<Symbol> unknown = new HashSet<>();

  /// @param target without a definition
  /// @param given those with given values
  UnknownDerivatives(Graph graph, Quantity target, Set<Partial> given) {
    this.graph = graph;
    this.target = target;
    this.given = given;
    for (Definition definition : graph.definitions().reversed()) {
      if (isUnknown(definition.symbol())) {
        unknown.add(definition.symbol());
      }
    }
  }

  private boolean isUnknown(Symbol by) {
    boolean isGiven = by instanceof Quantity q && given.contains(Partial.total(target, q));
    List<Symbol> consumers = graph.consumers(by);
    return !isGiven && (consumers.isEmpty() || consumers.stream().anyMatch(unknown::contains));
  }

  /// The quantities by which a derivative would have to be given for all these to be known; none
  /// where they are.
  List<Quantity> lacking(List<Quantity> requested) {
    List<Quantity> ends = new ArrayList<>();
    Set<Symbol> seen = new HashSet<>();
    Deque<Symbol> open = new ArrayDeque<>();
    requested.stream().filter(this::isUnknown).forEach(open::add);
    while (!open.isEmpty()) {
      Symbol symbol = open.poll();
      List<Symbol> consumers = graph.consumers(symbol);
      if (seen.add(symbol) && consumers.isEmpty() && symbol instanceof Quantity quantity) {
        ends.add(quantity);
      }
      consumers.stream()
          .filter(unknown::contains)
          .filter(next -> !seen.contains(next))
          .forEach(open::add);
    }
    return ends;
  }
}
