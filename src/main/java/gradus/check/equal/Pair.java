package gradus.check.equal;

import gradus.calculus.tape.Boundary;
import gradus.calculus.tape.NumberSystem;
import gradus.calculus.tape.Tape;
import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Two formulas and the facts about their names, compiled together, so that what both have in
/// common is one instruction.
final class Pair {
  // Names that cannot be typed.
  private static final Quantity LEFT = Quantity.of("left side");
  private static final Quantity RIGHT = Quantity.of("right side");
  private static final Quantity ALLOWED = Quantity.of("facts hold");

  private final List<Quantity> names;
  private final Tape tape;
  private final int[] inputs;
  private final int left;
  private final int right;
  private final int allowed;

  private Pair(List<Quantity> names, Tape tape) {
    this.names = names;
    this.tape = tape;
    inputs = names.stream().mapToInt(tape::slot).toArray();
    left = tape.slot(LEFT);
    right = tape.slot(RIGHT);
    allowed = tape.slot(ALLOWED);
  }

  static Pair of(Expr left, Expr right, Facts facts) {
    List<Definition> definitions = new ArrayList<>(facts.definitions());
    definitions.add(new Definition(LEFT, left));
    definitions.add(new Definition(RIGHT, right));
    definitions.add(new Definition(ALLOWED, allowed(facts.comparisons())));
    List<Quantity> names = names(definitions);
    return new Pair(
        names,
        Tape.unrounded(definitions, facts.functions(), names, List.of(LEFT, RIGHT, ALLOWED)));
  }

  private static Expr allowed(List<Comparison> comparisons) {
    return comparisons.isEmpty()
        ? Formulas.ONE
        : new Cases(
            List.of(
                new Branch(Formulas.ONE, new Condition(comparisons)),
                new Branch(Formulas.ZERO, Condition.OTHERWISE)));
  }

  /// The names that are used and not defined, in order of appearance.
  private static List<Quantity> names(List<Definition> definitions) {
    Set<Symbol> used = new LinkedHashSet<>();
    for (Definition definition : definitions) {
      used.addAll(Formulas.symbols(definition.formula()));
    }
    definitions.forEach(definition -> used.remove(definition.symbol()));
    return used.stream().filter(Quantity.class::isInstance).map(Quantity.class::cast).toList();
  }

  List<Quantity> names() {
    return names;
  }

  int length() {
    return tape.length();
  }

  int functions() {
    return tape.functions();
  }

  /// Whether both sides are one and the same calculation.
  boolean isSameForm() {
    return left == right;
  }

  List<Boundary> boundaries() {
    return tape.boundaries();
  }

  double[] doubles() {
    return tape.doubles();
  }

  <T> T[] memory(NumberSystem<T> numbers) {
    return tape.memory(numbers);
  }

  void run(double[] memory, double[] point) {
    for (int i = 0; i < inputs.length; i++) {
      memory[inputs[i]] = point[i];
    }
    tape.run(memory);
  }

  /// With the inputs put in.
  <T> void run(T[] memory, NumberSystem<T> numbers) {
    tape.run(memory, numbers);
  }

  int input(int index) {
    return inputs[index];
  }

  int left() {
    return left;
  }

  int right() {
    return right;
  }

  /// 1 where the facts hold.
  int allowed() {
    return allowed;
  }
}
