package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values of entries gathered into those of whole vectors and matrices: `W_{1,1}`, `W_{1,2}`, …
/// into `W`, and `∂L/∂W_{1,1}`, … into `∂L/∂W`.
///
/// Where entries are missing, because only some were asked for, the others stay by themselves.
public final class Gathered {
  private final Map<Symbol, Value> values;
  private final Map<Quantity, int[]> extents = new HashMap<>();
  private final Map<Symbol, ArrayValue> gathered = new LinkedHashMap<>();

  private Gathered(Map<Symbol, Value> values) {
    this.values = values;
  }

  /// @param values of entries, with numbers as indices, and of numbers
  /// @param problem how many axes each name is declared with: a vector of length 1 is a list too
  public static Map<Symbol, ArrayValue> of(Map<? extends Symbol, Value> values, Problem problem) {
    Map<Name, Integer> ranks = ranks(problem);
    Gathered gathered = new Gathered(new LinkedHashMap<>(values));
    gathered.values.keySet().forEach(gathered::measure);
    gathered.values.keySet().forEach(gathered::gather);
    gathered.gathered.replaceAll((symbol, value) -> value.withRank(rank(symbol, ranks)));
    return gathered.gathered;
  }

  private static Map<Name, Integer> ranks(Problem problem) {
    Map<Name, Integer> ranks = new HashMap<>();
    problem.declarations().forEach(declaration -> add(declaration.quantity(), ranks));
    for (Definition definition : problem.graph().definitions()) {
      if (definition.symbol() instanceof Quantity quantity) {
        add(quantity, ranks);
      }
    }
    return ranks;
  }

  private static void add(Quantity quantity, Map<Name, Integer> ranks) {
    ranks.merge(quantity.name(), quantity.shape().axes().size(), Math::max);
  }

  /// Entries stay numbers.
  private static int rank(Symbol symbol, Map<Name, Integer> ranks) {
    return switch (symbol) {
      case Quantity quantity -> quantity.isEntry() ? 0 : ranks.getOrDefault(quantity.name(), 0);
      case Updated(Quantity quantity) -> rank(quantity, ranks);
      case Partial(Quantity of, Quantity by, _) ->
          rank(of, ranks) == 0 && !of.isEntry() ? rank(by, ranks) : 0;
    };
  }

  private void measure(Symbol symbol) {
    symbol.quantities().forEach(this::measure);
  }

  private void measure(Quantity quantity) {
    if (quantity.isEntry()) {
      int[] extent =
          extents.computeIfAbsent(quantity.whole(), _ -> new int[quantity.indices().size()]);
      for (int i = 0; i < extent.length; i++) {
        extent[i] = Math.max(extent[i], number(quantity.indices().get(i)));
      }
    }
  }

  private static int number(Index index) {
    return index.constant().orElseThrow();
  }

  private void gather(Symbol symbol) {
    Symbol whole = symbol.map(Quantity::whole);
    if (whole.equals(symbol)) {
      gathered.put(symbol, new ArrayValue.Single(Value.in(values, symbol)));
    } else if (!gathered.containsKey(whole)) {
      boolean complete = isComplete(symbol);
      gathered.put(
          complete ? whole : symbol,
          complete ? array(symbol, List.of()) : new ArrayValue.Single(Value.in(values, symbol)));
    }
  }

  private boolean isComplete(Symbol symbol) {
    return entries(symbol, List.of()).stream().allMatch(values::containsKey);
  }

  /// Every entry of the same whole.
  private List<Symbol> entries(Symbol symbol, List<Integer> at) {
    int[] extent = extent(symbol);
    if (at.size() == extent.length) {
      return List.of(entry(symbol, at));
    }
    List<Symbol> all = new ArrayList<>();
    for (int i = 1; i <= extent[at.size()]; i++) {
      all.addAll(entries(symbol, with(at, i)));
    }
    return all;
  }

  private ArrayValue array(Symbol symbol, List<Integer> at) {
    int[] extent = extent(symbol);
    if (at.size() == extent.length) {
      return new ArrayValue.Single(Value.in(values, entry(symbol, at)));
    }
    List<ArrayValue> parts = new ArrayList<>();
    for (int i = 1; i <= extent[at.size()]; i++) {
      parts.add(array(symbol, with(at, i)));
    }
    return new ArrayValue.Listed(parts);
  }

  private static List<Integer> with(List<Integer> at, int index) {
    List<Integer> longer = new ArrayList<>(at);
    longer.add(index);
    return longer;
  }

  private int[] extent(Symbol symbol) {
    return symbol.quantities().stream()
        .map(quantity -> extents.getOrDefault(quantity.whole(), new int[0]))
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  private static Symbol entry(Symbol symbol, List<Integer> at) {
    Iterator<Integer> next = at.iterator();
    return symbol.map(quantity ->
        quantity
            .whole()
            .entry(quantity.indices().stream().map(_ -> Index.of(next.next())).toList()));
  }
}
