package gradus.calculus;

import gradus.calculus.FiniteDifference.Estimate;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One formula in doubles, to be evaluated at many valuations.
final class FormulaTape {
  private static final Quantity RESULT = Quantity.of("value of the formula");

  private final Tape tape;
  private final double[] memory;
  private final Map<Symbol, Integer> inputs = new LinkedHashMap<>();
  private final int result;

  private FormulaTape(Tape tape, Set<Symbol> symbols) {
    this.tape = tape;
    this.memory = tape.doubles();
    this.result = tape.slot(RESULT);
    symbols.forEach(symbol -> inputs.put(symbol, tape.slot(symbol)));
  }

  static FormulaTape of(Expr formula, Functions functions) {
    Set<Symbol> symbols = Formulas.symbols(formula);
    List<Definition> definitions = List.of(new Definition(RESULT, formula));
    return new FormulaTape(Tape.of(definitions, functions, symbols, List.of(RESULT)), symbols);
  }

  /// `NaN` where undefined.
  double at(Map<Symbol, Value> world) {
    put(world);
    return run();
  }

  /// The derivative by one name as a difference, everything else held.
  Optional<Estimate> slope(Quantity by, Map<Symbol, Value> world) {
    put(world);
    Integer moved = inputs.get(by);
    if (moved == null) {
      return FiniteDifference.atZero(_ -> run());
    }
    double at = memory[moved];
    return FiniteDifference.atZero(h -> {
      memory[moved] = at + h;
      return run();
    });
  }

  private void put(Map<Symbol, Value> world) {
    inputs.forEach((symbol, slot) -> memory[slot] = Value.in(world, symbol).doubleValue());
  }

  private double run() {
    tape.run(memory);
    return memory[result];
  }
}
