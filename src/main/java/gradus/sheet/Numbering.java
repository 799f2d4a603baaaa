package gradus.sheet;

import gradus.expr.Index;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Numbers of the displayed equations, by the symbol on their left.
final class Numbering {
  private final Map<Symbol, Integer> numbers = new HashMap<>();
  private final Map<Symbol, Set<Integer>> families = new HashMap<>();
  private int last;

  int next(Symbol symbol) {
    numbers.put(symbol, ++last);
    return last;
  }

  /// Of an equation that holds for each member of a family, or for each entry.
  int nextOfMany(Symbol symbol) {
    many(symbol, next(symbol));
    families.computeIfAbsent(whole(symbol, _ -> List.of()), _ -> new LinkedHashSet<>()).add(last);
    return last;
  }

  /// Of an equation for each entry of one member, `z[0]`: other members are not cited by it.
  int nextOfEntries(Symbol symbol) {
    many(symbol, next(symbol));
    return last;
  }

  /// A second name for an equation that has its number already.
  void same(Symbol symbol, int number) {
    numbers.put(symbol, number);
  }

  private void many(Symbol symbol, int number) {
    numbers.putIfAbsent(whole(symbol, Quantity::labels), number);
  }

  /// The number of a symbol's own equation, else that of the whole that it is an entry of, else
  /// that of the only equation of its family.
  Optional<Integer> of(Symbol symbol) {
    return Optional.ofNullable(numbers.get(symbol))
        .or(() -> Optional.ofNullable(numbers.get(whole(symbol, Quantity::labels))))
        .or(() -> ofFamily(symbol));
  }

  private Optional<Integer> ofFamily(Symbol symbol) {
    Set<Integer> found = families.getOrDefault(whole(symbol, _ -> List.of()), Set.of());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private static Symbol whole(Symbol symbol, Function<Quantity, List<Index>> labels) {
    return symbol.map(quantity -> Quantity.of(quantity.name(), labels.apply(quantity)));
  }
}
