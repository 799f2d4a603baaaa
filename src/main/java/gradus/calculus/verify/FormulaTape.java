package gradus.calculus.verify;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Compilation;
import gradus.calculus.tape.Operand;
import gradus.calculus.tape.Operand.Slot;
import gradus.calculus.tape.Tape;
import gradus.calculus.tape.TapeWriter;
import gradus.calculus.verify.FiniteDifference.Estimate;
import gradus.expr.Expr;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One formula in doubles, to be evaluated at many valuations.
final class FormulaTape {
  private final Tape tape;
  private final double[] memory;
  private final Map<Symbol, Slot> inputs = new LinkedHashMap<>();
  private final int result;

  private FormulaTape(Expr formula, Functions functions) {
    TapeWriter writer = new TapeWriter();
    Operand value =
        new Compilation(functions, writer)
            .operand(formula, symbol -> inputs.computeIfAbsent(symbol, _ -> writer.input()));
    result = writer.slot(value).index();
    tape = writer.tape(Map.of());
    memory = tape.doubles();
  }

  static FormulaTape of(Expr formula, Functions functions) {
    return new FormulaTape(formula, functions);
  }

  /// `NaN` where undefined.
  double at(Map<Symbol, Value> world) {
    put(world);
    return run();
  }

  /// The derivative by one name as a difference, everything else held.
  Optional<Estimate> slope(Quantity by, Map<Symbol, Value> world) {
    put(world);
    Slot moved = inputs.get(by);
    if (moved == null) {
      return FiniteDifference.atZero(_ -> run());
    }
    double at = memory[moved.index()];
    return FiniteDifference.atZero(h -> {
      memory[moved.index()] = at + h;
      return run();
    });
  }

  private void put(Map<Symbol, Value> world) {
    inputs.forEach((symbol, slot) -> memory[slot.index()] = Value.in(world, symbol).doubleValue());
  }

  private double run() {
    tape.run(memory);
    return memory[result];
  }
}
