package gradus.calculus.tape;

import gradus.expr.Value;

/// What an instruction works on while a [Tape] is compiled.
public sealed interface Operand {
  /// A value that no input can change.
  record Known(Value value) implements Operand {}

  /// The place of a value in the memory of the tape.
  record Slot(int index) implements Operand {}
}
