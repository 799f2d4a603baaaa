package gradus.calculus.tape;

import gradus.calculus.tape.Operand.Known;
import gradus.calculus.tape.Operand.Slot;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Exact;
import gradus.expr.Value.Undefined;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the instructions of a [Tape]: one for equal code and operands, none where all operands
/// are known, which is computed at once.
///
/// Operands are not exchanged and terms not rearranged, even where the sum were the same: of two
/// undefined operands the first is the cause, and sums of doubles depend on their order.
public final class TapeWriter {
  static final Operand MISSING = new Known(new Undefined(Cause.MISSING));
  private static final Value UNSET = new Undefined(Cause.MISSING);
  private static final Rational TWO = Rational.of(2);

  private final List<Value> memory = new ArrayList<>();
  private final Map<Value, Slot> constants = new HashMap<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Slot> targets = new ArrayList<>();
  private final Map<Instruction, Slot> written = new HashMap<>();
  private final List<Symbol> settled = new ArrayList<>();
  private final Folding folding;

  /// Which instructions on known operands are carried out while the tape is written.
  enum Folding {
    ALL,
    /// Those with an exact result: `1/2 + 1/3`, but not `sqrt(2)`, which each run works out in the
    /// numbers that it is for.
    EXACT;

    private boolean takes(Known result) {
      return switch (result.value()) {
        case Exact _ -> true;
        case Undefined(Cause cause) -> this == ALL || cause != Cause.TOO_LARGE;
        case Value.Approximate _ -> this == ALL;
      };
    }
  }

  public TapeWriter() {
    this(Folding.ALL);
  }

  TapeWriter(Folding folding) {
    this.folding = folding;
  }

  /// @param a a slot; so are `b` and `c` as far as the code has operands, then one index follows
  record Instruction(Opcode code, int a, int b, int c) {}

  public Slot input() {
    return slotOf(UNSET);
  }

  Operand sum(Operand left, Operand right) {
    return write(Opcode.ADD, 0, left, right);
  }

  Operand product(Operand left, Operand right) {
    return write(Opcode.MULTIPLY, 0, left, right);
  }

  Operand power(Operand base, Operand exponent) {
    if (exponent instanceof Known(Exact(Rational number))) {
      if (number.equals(Rational.MINUS_ONE)) {
        return write(Opcode.RECIPROCAL, 0, base);
      }
      if (number.equals(TWO)) {
        return write(Opcode.SQUARE, 0, base);
      }
    }
    return write(Opcode.POWER, 0, base, exponent);
  }

  Operand function(Elementary function, Operand argument) {
    return write(Opcode.FUNCTION, function.ordinal(), argument);
  }

  Operand holds(Operand left, Relation relation, Operand right) {
    return write(Opcode.HOLDS, relation.ordinal(), left, right);
  }

  Operand choice(Operand condition, Operand value, Operand otherwise) {
    return write(Opcode.CHOOSE, 0, condition, value, otherwise);
  }

  Operand guarded(Operand argument, Operand value) {
    return argument instanceof Known(Value known)
        ? known.isDefined() ? value : argument
        : write(Opcode.GUARD, 0, argument, value);
  }

  /// The operand as the value of a symbol: never shared with another symbol's, never known.
  Slot settled(Symbol symbol, Operand operand) {
    settled.add(symbol);
    return append(new Instruction(Opcode.SETTLE, slot(operand).index(), settled.size() - 1, 0));
  }

  public Slot slot(Operand operand) {
    return switch (operand) {
      case Slot slot -> slot;
      case Known(Value value) -> constants.computeIfAbsent(value, this::slotOf);
    };
  }

  public Tape tape(Map<Symbol, Slot> slots) {
    return new Tape(
        new Instructions(instructions, targets), List.copyOf(memory), slots, List.copyOf(settled));
  }

  private Operand write(Opcode code, int index, Operand... operands) {
    for (Operand operand : operands) {
      if (operand instanceof Slot) {
        return shared(instruction(code, index, operands));
      }
    }
    Known result = computed(code, index, operands);
    return folding.takes(result) ? result : shared(instruction(code, index, operands));
  }

  private static Known computed(Opcode code, int index, Operand... operands) {
    Value[] values = new Value[operands.length];
    int[] fields = fields(index, operands.length);
    for (int i = 0; i < operands.length; i++) {
      values[i] = ((Known) operands[i]).value();
      fields[i] = i;
    }
    return new Known(Instructions.value(code, values, fields[0], fields[1], fields[2]));
  }

  private Instruction instruction(Opcode code, int index, Operand... operands) {
    int[] fields = fields(index, operands.length);
    for (int i = 0; i < operands.length; i++) {
      fields[i] = slot(operands[i]).index();
    }
    return new Instruction(code, fields[0], fields[1], fields[2]);
  }

  private static int[] fields(int index, int operands) {
    int[] fields = new int[3];
    if (operands < fields.length) {
      fields[operands] = index;
    }
    return fields;
  }

  private Slot shared(Instruction instruction) {
    Slot known = written.get(instruction);
    if (known == null) {
      known = append(instruction);
      written.put(instruction, known);
    }
    return known;
  }

  private Slot append(Instruction instruction) {
    Slot target = slotOf(UNSET);
    instructions.add(instruction);
    targets.add(target);
    return target;
  }

  private Slot slotOf(Value initial) {
    memory.add(initial);
    return new Slot(memory.size() - 1);
  }
}
