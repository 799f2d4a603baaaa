package gradus.calculus.family;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/// In which order things are done of which some wait for others: of those that wait for nothing
/// that is undone, the first is next.
public final class Turns {
  private final List<Set<Integer>> waiting = new ArrayList<>();
  private final Map<Integer, List<Integer>> freed = new HashMap<>();
  private final PriorityQueue<Integer> ready = new PriorityQueue<>();

  private Turns(List<Set<Integer>> waitedFor) {
    for (int place = 0; place < waitedFor.size(); place++) {
      waiting.add(new HashSet<>(waitedFor.get(place)));
      for (int other : waitedFor.get(place)) {
        freed.computeIfAbsent(other, _ -> new ArrayList<>()).add(place);
      }
      if (waitedFor.get(place).isEmpty()) {
        ready.add(place);
      }
    }
  }

  /// The places in order; without those that wait for each other.
  ///
  /// @param waitedFor by each, the places of the others
  public static List<Integer> of(List<Set<Integer>> waitedFor) {
    Turns turns = new Turns(waitedFor);
    List<Integer> order = new ArrayList<>();
    while (!turns.ready.isEmpty()) {
      Integer next = turns.ready.remove();
      order.add(next);
      turns.freed.getOrDefault(next, List.of()).forEach(other -> turns.free(other, next));
    }
    return order;
  }

  private void free(Integer waits, Integer done) {
    waiting.get(waits).remove(done);
    if (waiting.get(waits).isEmpty()) {
      ready.add(waits);
    }
  }
}
