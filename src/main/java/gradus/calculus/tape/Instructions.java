package gradus.calculus.tape;

import gradus.calculus.tape.Operand.Slot;
import gradus.calculus.tape.TapeWriter.Instruction;
import gradus.expr.Condition.Relation;
import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The instructions of a [Tape], field by field: instruction i does `codes[i]` with the operands
/// `a[i]`, `b[i]`, `c[i]` and leaves its value in `target[i]`. Two interpreters read them.
final class Instructions {
  private static final Relation[] RELATIONS = Relation.values();
  private static final Elementary[] FUNCTIONS = Elementary.values();
  private static final Value MISSING = new Undefined(Cause.MISSING);
  private static final Value TWO = Value.of(Rational.of(2));

  private final Opcode[] codes;
  private final int[] a;
  private final int[] b;
  private final int[] c;
  private final int[] target;

  Instructions(List<Instruction> instructions, List<Slot> targets) {
    int length = instructions.size();
    codes = new Opcode[length];
    a = new int[length];
    b = new int[length];
    c = new int[length];
    target = new int[length];
    for (int i = 0; i < length; i++) {
      Instruction instruction = instructions.get(i);
      codes[i] = instruction.code();
      a[i] = instruction.a();
      b[i] = instruction.b();
      c[i] = instruction.c();
      target[i] = targets.get(i).index();
    }
  }

  int length() {
    return codes.length;
  }

  int functions() {
    int functions = 0;
    for (Opcode code : codes) {
      functions += code == Opcode.FUNCTION || code == Opcode.POWER ? 1 : 0;
    }
    return functions;
  }

  void run(double[] memory) {
    for (int i = 0; i < codes.length; i++) {
      double left = memory[a[i]];
      memory[target[i]] =
          switch (codes[i]) {
            case ADD -> defined(left + memory[b[i]]);
            case MULTIPLY -> defined(left * memory[b[i]]);
            case POWER -> power(left, memory[b[i]]);
            case RECIPROCAL -> defined(1 / left);
            case SQUARE -> defined(left * left);
            case FUNCTION -> defined(FUNCTIONS[b[i]].at(left));
            case HOLDS -> holds(RELATIONS[c[i]], left, memory[b[i]]);
            case CHOOSE -> left == 1 ? memory[b[i]] : left == 0 ? memory[c[i]] : Double.NaN;
            case GUARD -> Double.isNaN(left) ? left : memory[b[i]];
            case SETTLE -> left;
          };
    }
  }

  /// As [Value#of(double)] has it: `NaN` where not finite, and one zero.
  private static double defined(double number) {
    return Double.isFinite(number) ? number + 0.0 : Double.NaN;
  }

  private static double power(double base, double exponent) {
    if (Double.isNaN(base)) {
      return base;
    }
    return defined(exponent == 0.5 ? StrictMath.sqrt(base) : StrictMath.pow(base, exponent));
  }

  private static double holds(Relation relation, double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Double.NaN;
    }
    return relation.holds(left < right ? -1 : left > right ? 1 : 0) ? 1 : 0;
  }

  <T> void run(T[] memory, NumberSystem<T> numbers) {
    for (int i = 0; i < codes.length; i++) {
      T left = memory[a[i]];
      memory[target[i]] =
          switch (codes[i]) {
            case ADD -> numbers.plus(left, memory[b[i]]);
            case MULTIPLY -> numbers.times(left, memory[b[i]]);
            case POWER -> numbers.power(left, memory[b[i]]);
            case RECIPROCAL -> numbers.reciprocal(left);
            case SQUARE -> numbers.times(left, left);
            case FUNCTION -> numbers.at(FUNCTIONS[b[i]], left);
            case HOLDS -> numbers.holds(RELATIONS[c[i]], left, memory[b[i]]);
            case CHOOSE -> numbers.chosen(left, memory[b[i]], memory[c[i]]);
            case GUARD -> numbers.guarded(left, memory[b[i]]);
            case SETTLE -> left;
          };
    }
  }

  List<Boundary> boundaries() {
    List<Boundary> found = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      switch (codes[i]) {
        case HOLDS -> found.add(new Boundary.Branch(a[i], b[i], target[i]));
        case POWER -> found.add(new Boundary.Power(a[i], b[i]));
        case FUNCTION -> {
          if (FUNCTIONS[b[i]] == Elementary.LOG || FUNCTIONS[b[i]] == Elementary.SQRT) {
            found.add(new Boundary.Domain(a[i]));
          }
        }
        case ADD, MULTIPLY, RECIPROCAL, SQUARE, CHOOSE, GUARD, SETTLE -> {}
      }
    }
    return List.copyOf(found);
  }

  /// What becomes of a value before it is used.
  interface Settling {
    Value settled(int index, Value value);
  }

  void run(Value[] memory, Settling settling) {
    for (int i = 0; i < codes.length; i++) {
      memory[target[i]] =
          codes[i] == Opcode.SETTLE
              ? settling.settled(b[i], memory[a[i]])
              : value(codes[i], memory, a[i], b[i], c[i]);
    }
  }

  /// The value of one instruction whose operands stand in `memory`.
  static Value value(Opcode code, Value[] memory, int a, int b, int c) {
    Value left = memory[a];
    return switch (code) {
      case ADD -> Arithmetic.plus(left, memory[b]);
      case MULTIPLY -> Arithmetic.times(left, memory[b]);
      case POWER -> Arithmetic.power(left, memory[b]);
      case RECIPROCAL -> Arithmetic.reciprocal(left);
      case SQUARE -> Arithmetic.power(left, TWO);
      case FUNCTION -> FUNCTIONS[b].at(left);
      case HOLDS -> holds(RELATIONS[c], left, memory[b]);
      case CHOOSE ->
          left.equals(Value.ONE) ? memory[b] : left.equals(Value.ZERO) ? memory[c] : MISSING;
      case GUARD -> left.isDefined() ? memory[b] : left;
      case SETTLE -> left;
    };
  }

  private static Value holds(Relation relation, Value left, Value right) {
    Optional<Integer> sign = Arithmetic.compare(left, right);
    return sign.map(s -> relation.holds(s) ? Value.ONE : Value.ZERO).orElse(MISSING);
  }
}
