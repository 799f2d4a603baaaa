package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reports definitions that use themselves, each circle once.
final class Cycles {
  private Cycles() {}

  /// The symbols on circles; without their definitions the others are a graph.
  static Set<Symbol> report(
      Collection<Definition> definitions, Map<Symbol, Span> places, Report report) {
    List<Definition> sound = new ArrayList<>(definitions);
    Set<Symbol> onCycles = new HashSet<>();
    Optional<List<Symbol>> cycle = Graph.cycle(sound);
    while (cycle.isPresent()) {
      List<Symbol> path = cycle.get();
      List<Symbol> loop = tell(path.subList(0, path.size() - 1), places, report);
      onCycles.addAll(loop);
      sound.removeIf(definition -> onCycles.contains(definition.symbol()));
      cycle = Graph.cycle(sound);
    }
    return onCycles;
  }

  /// Reports symbols that use each other in turn.
  static List<Symbol> tell(List<? extends Symbol> circle, Map<Symbol, Span> places, Report report) {
    List<Symbol> loop = fromFirst(circle, places);
    report.add(
        places.getOrDefault(loop.getFirst(), new Span(0, 0)),
        Fault.CYCLE,
        Spelling.of(loop.getFirst()),
        String.join(" -> ", loop.stream().map(Spelling::of).toList()));
    return loop;
  }

  /// Starts and ends where the text does.
  private static List<Symbol> fromFirst(List<? extends Symbol> circle, Map<Symbol, Span> places) {
    List<Symbol> loop = new ArrayList<>(circle);
    Comparator<Symbol> inText =
        Comparator.comparingInt(symbol -> places.getOrDefault(symbol, new Span(0, 0)).start());
    Collections.rotate(loop, -loop.indexOf(Collections.min(loop, inText)));
    loop.add(loop.getFirst());
    return loop;
  }
}
