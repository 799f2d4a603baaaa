package gradus.check.judge;

import gradus.calculus.tape.Evaluation;
import gradus.check.world.Exercise;
import gradus.check.world.World;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/// Whether a formula with numbers of the data in it, `2 · h_1 · x` for `∂L/∂w`, is one by more than
/// chance: the names that are left in it take other values, what the numbers stand for keeps its
/// own, and the sides must still agree.
///
/// What the numbers stand for cannot be known: all other names, those in their definitions, those
/// in the formulas of derivatives, or only what does not depend on the names that are left. One of
/// them is enough.
final class Perturbation {
  private static final Rational STEP = Rational.of(1, 7);
  private static final Rational FAR = Rational.of(3, 8);

  private final Exercise exercise;
  private final World data;
  private final Map<Symbol, Value> varied = new LinkedHashMap<>();

  Perturbation(Exercise exercise, World data, Set<Symbol> names) {
    this.exercise = exercise;
    this.data = data;
    int count = 0;
    for (Symbol name : names) {
      varied.put(name, other(data.value(name), ++count));
    }
  }

  /// Another number near by, on the same side of zero.
  private static Value other(Value value, int count) {
    Rational factor = Rational.ONE.plus(STEP.times(Rational.of(count, count + 1L)));
    return switch (value) {
      case Value.Exact(Rational number) ->
          Value.of(number.isZero() ? FAR.times(factor) : number.times(factor));
      case Value.Approximate(double number) -> Value.of(number * factor.doubleValue());
      case Value.Undefined undefined -> undefined;
    };
  }

  /// @param isClose whether two values are the same as far as digits tell
  boolean agree(Expr named, Expr numbered, BiPredicate<Value, Value> isClose) {
    Value wanted = evaluated(numbered, varied);
    if (wanted.doubleValue() == 0 && !holdsZero(numbered)) {
      return false;
    }
    return isClose.test(evaluated(named, atData(named)), wanted)
        || isClose.test(evaluated(named, known(named, false)), wanted)
        || isClose.test(evaluated(named, known(named, true)), wanted)
        || isClose.test(recomputed(named), wanted);
  }

  /// `0 · h`: what comes to nothing otherwise tells nothing.
  private static boolean holdsZero(Expr expr) {
    return Formulas.isZero(expr)
        || !(expr instanceof Expr.Cases)
            && Formulas.children(expr).stream().anyMatch(Perturbation::holdsZero);
  }

  private Value evaluated(Expr formula, Map<Symbol, Value> values) {
    return Evaluation.of(formula, exercise.scene().functions(), values);
  }

  private Map<Symbol, Value> atData(Expr side) {
    Map<Symbol, Value> values = new HashMap<>(varied);
    Formulas.symbols(side).forEach(symbol -> values.putIfAbsent(symbol, data.value(symbol)));
    return values;
  }

  /// The symbols of a side by their formulas, one step deep.
  ///
  /// @param onwards derivatives by theirs in turn
  private Map<Symbol, Value> known(Expr side, boolean onwards) {
    Map<Symbol, Value> values = new HashMap<>(varied);
    List<Symbol> open = new ArrayList<>(Formulas.symbols(side));
    Map<Symbol, Expr> formulas = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      Symbol symbol = open.removeLast();
      if (values.containsKey(symbol) || formulas.containsKey(symbol)) {
        continue;
      }
      Expr formula = exercise.meanings().formula(symbol).orElse(new Expr.Ref(symbol));
      boolean first = Formulas.symbols(side).contains(symbol);
      if (!(first || onwards && !(symbol instanceof Quantity))
          || Formulas.symbols(formula).contains(symbol)) {
        values.put(symbol, data.value(symbol));
      } else {
        formulas.put(symbol, formula);
        if (onwards) {
          open.addAll(Formulas.symbols(formula));
        }
      }
    }
    formulas.keySet().forEach(symbol -> settle(symbol, formulas, values));
    return values;
  }

  private Value settle(Symbol symbol, Map<Symbol, Expr> formulas, Map<Symbol, Value> values) {
    Value known = values.get(symbol);
    if (known != null) {
      return known;
    }
    Expr formula = formulas.get(symbol);
    if (formula == null) {
      return data.value(symbol);
    }
    Map<Symbol, Value> operands = new HashMap<>();
    Formulas.symbols(formula).forEach(used -> operands.put(used, settle(used, formulas, values)));
    Value value = evaluated(formula, operands);
    values.put(symbol, value);
    return value;
  }

  /// Everything anew from the other values.
  private Value recomputed(Expr side) {
    return data.with(varied).value(side);
  }
}
