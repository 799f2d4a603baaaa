package gradus.sheet;

import gradus.expr.Symbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Numbers of the displayed equations, by the symbol on their left.
final class Numbering {
  private final Map<Symbol, Integer> numbers = new HashMap<>();
  private int last;

  int next(Symbol symbol) {
    numbers.put(symbol, ++last);
    return last;
  }

  /// A second name for an equation that has its number already.
  void same(Symbol symbol, int number) {
    numbers.put(symbol, number);
  }

  Optional<Integer> of(Symbol symbol) {
    return Optional.ofNullable(numbers.get(symbol));
  }
}
