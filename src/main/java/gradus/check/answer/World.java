package gradus.check.answer;

import gradus.calculus.Evaluation;
import gradus.calculus.Functions;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Values for every name, consistent with the network; worked out when they are asked for.
final class World {
  private final Meanings meanings;
  private final Functions functions;
  private final Function<Quantity, Value> leaves;
  private final Map<Symbol, Value> given;
  private final Map<Symbol, Value> values;

  /// @param given values that stand, whatever the meanings say
  World(
      Meanings meanings,
      Functions functions,
      Function<Quantity, Value> leaves,
      Map<Symbol, Value> given) {
    this.meanings = meanings;
    this.functions = functions;
    this.leaves = leaves;
    this.given = Map.copyOf(given);
    values = new HashMap<>(given);
  }

  /// With more values that stand.
  World with(Map<Symbol, Value> more) {
    Map<Symbol, Value> all = new HashMap<>(given);
    all.putAll(more);
    return new World(meanings, functions, leaves, all);
  }

  Value value(Expr expr) {
    for (Symbol symbol : Formulas.symbols(expr)) {
      settle(symbol);
    }
    return Evaluation.of(expr, functions, values);
  }

  Value value(Symbol symbol) {
    settle(symbol);
    return Value.in(values, symbol);
  }

  private void settle(Symbol wanted) {
    if (values.containsKey(wanted)) {
      return;
    }
    for (Definition definition : needed(wanted)) {
      values.put(definition.symbol(), Evaluation.of(definition.formula(), functions, values));
    }
  }

  /// In an order in which each stands after what it uses.
  private List<Definition> needed(Symbol wanted) {
    Map<Symbol, Definition> open = new HashMap<>();
    List<Symbol> stack = new ArrayList<>(List.of(wanted));
    while (!stack.isEmpty()) {
      Symbol symbol = stack.removeLast();
      if (values.containsKey(symbol) || open.containsKey(symbol)) {
        continue;
      }
      meanings
          .formula(symbol)
          .ifPresentOrElse(
              formula -> {
                open.put(symbol, new Definition(symbol, formula));
                stack.addAll(Formulas.symbols(formula));
              },
              () -> values.put(symbol, leaf(symbol)));
    }
    return gradus.expr.Graph.cycle(open.values()).isPresent()
        ? List.of()
        : gradus.expr.Graph.of(open.values()).definitions();
  }

  private Value leaf(Symbol symbol) {
    return symbol instanceof Quantity quantity
        ? leaves.apply(quantity)
        : new Value.Undefined(Value.Cause.MISSING);
  }
}
