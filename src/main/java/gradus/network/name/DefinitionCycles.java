package gradus.network.name;

import gradus.expr.Definition;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.network.Citation;
import gradus.network.Diagnostics;
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
public final class DefinitionCycles {
  private DefinitionCycles() {}

  /// The symbols on circles; without their definitions the others are a graph.
  public static Set<Symbol> report(
      Collection<Definition> definitions, Map<Symbol, Span> places, Diagnostics report) {
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
  public static List<Symbol> tell(
      List<? extends Symbol> circle, Map<Symbol, Span> places, Diagnostics report) {
    List<Symbol> loop = fromFirst(circle, places);
    report.add(
        places.getOrDefault(loop.getFirst(), new Span(0, 0)),
        Fault.CYCLE,
        Citation.of(loop.getFirst()),
        String.join(" -> ", loop.stream().map(Citation::of).toList()));
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
