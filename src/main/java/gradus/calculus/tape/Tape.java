package gradus.calculus.tape;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Operand.Slot;
import gradus.expr.Definition;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// Definitions compiled into a list of instructions, each after those it uses: written once, run
/// many times, on doubles or on exact values.
///
/// Every value has a slot of the memory that a run works on. Equal subformulas have one slot, calls
/// of defined functions are written out, and what no input can change is worked out beforehand. All
/// branches of cases are computed and one is chosen; an undefined value is a value, so a branch
/// that does not hold does no harm.
///
/// Calls at equal arguments are written once, others each time: functions that call each other
/// twice at ever new arguments make a tape as long as a person's calculation would be. Recursion is
/// as deep as formulas and the definitions of functions are nested, never as the graph.
public final class Tape {
  private final Instructions instructions;
  private final List<Value> constants;
  private final Map<Symbol, Slot> slots;
  private final List<Symbol> settled;

  Tape(
      Instructions instructions,
      List<Value> constants,
      Map<Symbol, Slot> slots,
      List<Symbol> settled) {
    this.instructions = instructions;
    this.constants = constants;
    this.slots = slots;
    this.settled = settled;
  }

  /// What the definitions of the graph make of the inputs, as far as it is wanted. An input takes
  /// the place of its definition; what is neither defined nor an input is undefined.
  public static Tape of(
      Graph graph,
      Functions functions,
      Collection<? extends Symbol> inputs,
      Collection<? extends Symbol> wanted) {
    return of(graph.definitions(), functions, inputs, wanted);
  }

  /// The same with nothing rounded in advance, for runs in any [NumberSystem]: what is constant but
  /// not rational, such as `sqrt(2)`, is worked out by each run.
  public static Tape unrounded(
      List<Definition> definitions,
      Functions functions,
      Collection<? extends Symbol> inputs,
      Collection<? extends Symbol> wanted) {
    TapeWriter writer = new TapeWriter(TapeWriter.Folding.EXACT);
    return of(new Compilation(functions, writer), definitions, inputs, wanted);
  }

  /// The same of definitions that stand after those they use.
  public static Tape of(
      List<Definition> definitions,
      Functions functions,
      Collection<? extends Symbol> inputs,
      Collection<? extends Symbol> wanted) {
    return of(new Compilation(functions), definitions, inputs, wanted);
  }

  private static Tape of(
      Compilation compilation,
      List<Definition> definitions,
      Collection<? extends Symbol> inputs,
      Collection<? extends Symbol> wanted) {
    inputs.forEach(compilation::input);
    for (Definition definition : needed(definitions, inputs, wanted)) {
      compilation.define(definition.symbol(), compilation.operand(definition.formula()));
    }
    Set<Symbol> reached = new LinkedHashSet<>(inputs);
    reached.addAll(wanted);
    return compilation.tape(reached);
  }

  private static List<Definition> needed(
      List<Definition> definitions,
      Collection<? extends Symbol> inputs,
      Collection<? extends Symbol> wanted) {
    Set<Symbol> known = new HashSet<>(inputs);
    Set<Symbol> used = new HashSet<>(wanted);
    List<Definition> needed = new ArrayList<>();
    for (Definition definition : definitions.reversed()) {
      if (used.contains(definition.symbol()) && !known.contains(definition.symbol())) {
        needed.add(definition);
        used.addAll(Formulas.symbols(definition.formula()));
      }
    }
    return needed.reversed();
  }

  /// Where the value of an input or of something wanted stands in the memory.
  public int slot(Symbol symbol) {
    Slot slot = slots.get(symbol);
    if (slot == null) {
      throw new IllegalArgumentException("neither an input nor wanted: " + symbol);
    }
    return slot.index();
  }

  /// How many instructions a run takes.
  public int length() {
    return instructions.length();
  }

  /// How many of the instructions are functions or powers, which take far longer than others where
  /// numbers are long.
  public int functions() {
    return instructions.functions();
  }

  /// A memory for runs on doubles. The inputs are to be put in, finite or `NaN` for undefined; a
  /// memory may be used again and again, by one thread at a time.
  public double[] doubles() {
    double[] memory = new double[constants.size()];
    for (int i = 0; i < memory.length; i++) {
      memory[i] = constants.get(i).doubleValue();
    }
    return memory;
  }

  /// Fills the memory from its inputs. What is undefined is `NaN`, and nothing computed is infinite
  /// or -0.
  public void run(double[] memory) {
    instructions.run(memory);
  }

  /// A memory for runs in a number system.
  public <T> T[] memory(NumberSystem<T> numbers) {
    T[] memory = numbers.memory(constants.size());
    for (int i = 0; i < memory.length; i++) {
      memory[i] = numbers.of(constants.get(i));
    }
    return memory;
  }

  /// Fills the memory from its inputs, in the arithmetic of the number system.
  public <T> void run(T[] memory, NumberSystem<T> numbers) {
    instructions.run(memory, numbers);
  }

  /// Where a formula may change: see [Boundary].
  public List<Boundary> boundaries() {
    return instructions.boundaries();
  }

  /// A memory for runs on exact values; inputs that are not put in are missing.
  Value[] values() {
    return constants.toArray(Value[]::new);
  }

  /// The same with exact values and the causes of undefined ones.
  ///
  /// @param rounded what becomes of each value before it is used
  void run(Value[] memory, BiFunction<Symbol, Value, Value> rounded) {
    instructions.run(memory, (index, value) -> rounded.apply(settled.get(index), value));
  }
}
