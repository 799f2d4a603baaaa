package gradus.check.number;

import gradus.calculus.Typed;
import gradus.calculus.tape.NumberSystem;
import gradus.calculus.tape.Tape;
import gradus.expr.Definition;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A typed formula in one of the arithmetics.
final class Calculation {
  private static final Quantity RESULT = Quantity.of("the result");

  private Calculation() {}

  static <T> T of(NumberSystem<T> numbers, String formula) {
    return of(numbers, formula, Map.of());
  }

  /// With numbers for names.
  static <T> T of(NumberSystem<T> numbers, String formula, Map<String, T> inputs) {
    List<Quantity> names = new ArrayList<>();
    inputs.keySet().forEach(name -> names.add(Quantity.of(name)));
    Definition definition = new Definition(RESULT, Typed.formula(formula));
    Tape tape = Tape.unrounded(List.of(definition), Typed.functions(), names, List.of(RESULT));
    T[] memory = tape.memory(numbers);
    names.forEach(name -> memory[tape.slot(name)] = inputs.get(name.name().key()));
    tape.run(memory, numbers);
    return memory[tape.slot(RESULT)];
  }
}
