package gradus.calculus.family;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The nodes of a graph, those together from which each leads to each other.
///
/// After Kosaraju: nodes in the order in which walks along the edges are done with them; then, from
/// the last one back, each with what is left of those that lead to it.
public final class Components<N> {
  private final Function<N, ? extends Collection<N>> next;
  private final Map<N, List<N>> before = new HashMap<>();
  private final Set<N> entered = new HashSet<>();
  private final List<N> done = new ArrayList<>();
  private final Map<N, N> component = new HashMap<>();

  private Components(List<N> nodes, Function<N, ? extends Collection<N>> next) {
    this.next = next;
    nodes.forEach(this::walk);
    done.reversed().forEach(this::gather);
  }

  /// In the order of the nodes, by the first of each.
  public static <N> List<List<N>> of(List<N> nodes, Function<N, ? extends Collection<N>> next) {
    Components<N> components = new Components<>(nodes, next);
    Map<N, List<N>> together = new LinkedHashMap<>();
    for (N node : nodes) {
      together.computeIfAbsent(components.component(node), _ -> new ArrayList<>()).add(node);
    }
    return List.copyOf(together.values());
  }

  private N component(N node) {
    return component.getOrDefault(node, node);
  }

  private void walk(N start) {
    Deque<N> path = new ArrayDeque<>();
    Deque<Iterator<N>> ways = new ArrayDeque<>();
    enter(start, path, ways);
    while (!path.isEmpty()) {
      if (ways.element().hasNext()) {
        N to = ways.element().next();
        before.computeIfAbsent(to, _ -> new ArrayList<>()).add(path.element());
        enter(to, path, ways);
      } else {
        done.add(path.pop());
        ways.pop();
      }
    }
  }

  private void enter(N node, Deque<N> path, Deque<Iterator<N>> ways) {
    if (entered.add(node)) {
      path.push(node);
      ways.push(List.<N>copyOf(next.apply(node)).iterator());
    }
  }

  private void gather(N start) {
    Deque<N> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      N node = open.pop();
      if (component.putIfAbsent(node, start) == null) {
        open.addAll(before.getOrDefault(node, List.of()));
      }
    }
  }
}
