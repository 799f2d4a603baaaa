package gradus.calculus.verify;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Tape;
import gradus.expr.Definition;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// A network in which every quantity can be pushed: `q = formula + push`. At a cut, what lies
/// beyond sees a value of its own, and the pushed one ends there.
final class PerturbedNetwork {
  private final Set<Symbol> leaves;
  private final Quantity target;
  private final Map<Quantity, Quantity> pushes = new LinkedHashMap<>();
  private final Map<Quantity, Quantity> ends = new LinkedHashMap<>();
  private final Tape tape;

  /// @param moved what is pushed; leaves are, too, as the inputs they are
  /// @param cut where the network is cut; at a leaf that is of no effect
  PerturbedNetwork(
      Graph graph,
      Functions functions,
      Set<Symbol> leaves,
      Set<Quantity> moved,
      Set<Quantity> cut,
      Quantity target) {
    this.leaves = leaves;
    this.target = target;
    List<Definition> definitions = new ArrayList<>();
    for (Definition definition : graph.definitions()) {
      if (!leaves.contains(definition.symbol())) {
        definitions.add(cut(pushed(definition, moved), cut));
      }
    }
    Set<Symbol> inputs = new LinkedHashSet<>(leaves);
    inputs.addAll(pushes.values());
    inputs.addAll(ends.keySet());
    Set<Symbol> wanted = new LinkedHashSet<>(ends.values());
    wanted.add(target);
    tape = Tape.of(definitions, functions, inputs, wanted);
  }

  private Definition pushed(Definition definition, Set<Quantity> moved) {
    if (definition.symbol() instanceof Quantity quantity && moved.contains(quantity)) {
      Quantity push = Quantity.of("push " + pushes.size());
      pushes.put(quantity, push);
      return new Definition(quantity, new Sum(List.of(definition.formula(), new Ref(push))));
    }
    return definition;
  }

  private Definition cut(Definition definition, Set<Quantity> cut) {
    if (definition.symbol() instanceof Quantity quantity && cut.contains(quantity)) {
      Quantity end = Quantity.of("end " + ends.size());
      ends.put(quantity, end);
      return new Definition(end, definition.formula());
    }
    return definition;
  }

  /// The target as a function of how far everything is pushed, with `∂L/∂q · q` for each q that
  /// ends.
  ///
  /// @param values of the leaves, and what lies beyond the cuts sees
  /// @param adjoints of what is cut
  DoubleUnaryOperator along(
      Map<Quantity, Double> direction,
      ToDoubleFunction<Symbol> values,
      Map<Quantity, Double> adjoints) {
    double[] memory = tape.doubles();
    leaves.forEach(leaf -> memory[tape.slot(leaf)] = values.applyAsDouble(leaf));
    pushes.values().forEach(push -> memory[tape.slot(push)] = 0);
    ends.keySet().forEach(cut -> memory[tape.slot(cut)] = values.applyAsDouble(cut));
    double[] start = memory.clone();
    double[] slopes = slopes(direction, memory.length);
    int[] ended = ends.values().stream().mapToInt(tape::slot).toArray();
    double[] gains = ends.keySet().stream().mapToDouble(adjoints::get).toArray();
    int result = tape.slot(target);
    return h -> {
      for (int i = 0; i < memory.length; i++) {
        memory[i] = start[i] + slopes[i] * h;
      }
      tape.run(memory);
      double value = memory[result];
      for (int i = 0; i < ended.length; i++) {
        value += gains[i] * memory[ended[i]];
      }
      return value;
    };
  }

  /// By slot, how an input moves along the direction.
  private double[] slopes(Map<Quantity, Double> direction, int length) {
    double[] slopes = new double[length];
    direction.forEach((quantity, along) -> {
      if (pushes.containsKey(quantity)) {
        slopes[tape.slot(pushes.get(quantity))] = along;
      } else if (leaves.contains(quantity)) {
        slopes[tape.slot(quantity)] = along;
      }
    });
    return slopes;
  }
}
