package gradus.render;

import gradus.expr.Index;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one name of a witness is: a number, or a vector or matrix of which some entries may be
/// anything.
///
/// @param axes 0 of a number, 1 of a vector, 2 of a matrix
/// @param rows of a vector or number only one
record WitnessValues(Quantity name, int axes, List<List<Value>> rows) {
  static List<WitnessValues> of(Map<Quantity, Value> at) {
    Map<Quantity, Map<Index, List<Value>>> byName = new LinkedHashMap<>();
    Map<Quantity, Integer> axes = new LinkedHashMap<>();
    at.forEach((entry, value) -> {
      Quantity name = entry.whole();
      boolean isMatrix = entry.indices().size() > 1;
      Index row = isMatrix ? entry.indices().getFirst() : Index.ONE;
      byName
          .computeIfAbsent(name, _ -> new LinkedHashMap<>())
          .computeIfAbsent(row, _ -> new ArrayList<>())
          .add(value);
      axes.put(name, entry.indices().size());
    });
    List<WitnessValues> all = new ArrayList<>();
    byName.forEach((name, rows) ->
        all.add(new WitnessValues(name, axes.getOrDefault(name, 0), List.copyOf(rows.values()))));
    return all;
  }

  boolean isNumber() {
    return axes == 0;
  }

  boolean isKnown() {
    return rows.stream().flatMap(List::stream).anyMatch(Value::isDefined);
  }
}
