package gradus.check.world;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Values for every name, consistent with the network; worked out when they are asked for.
public final class World {
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
  public World with(Map<Symbol, Value> more) {
    Map<Symbol, Value> all = new HashMap<>(given);
    all.putAll(more);
    return new World(meanings, functions, leaves, all);
  }

  public Value value(Expr expr) {
    for (Symbol symbol : Formulas.symbols(expr)) {
      settle(symbol);
    }
    return Evaluation.of(expr, functions, values);
  }

  public Value value(Symbol symbol) {
    settle(symbol);
    return Value.in(values, symbol);
  }

  /// What it uses first; of names that go round in a circle none gets a value.
  private void settle(Symbol wanted) {
    Set<Symbol> open = new HashSet<>();
    Deque<Symbol> stack = new ArrayDeque<>(List.of(wanted));
    while (!stack.isEmpty()) {
      Symbol symbol = stack.peek();
      Optional<Expr> formula = meanings.formula(symbol);
      if (values.containsKey(symbol)) {
        stack.pop();
      } else if (formula.isEmpty()) {
        values.put(symbol, leaf(symbol));
      } else if (!open.add(symbol)) {
        values.put(symbol, Evaluation.of(formula.get(), functions, values));
      } else {
        for (Symbol used : Formulas.symbols(formula.get())) {
          if (!values.containsKey(used)) {
            if (open.contains(used)) {
              return;
            }
            stack.push(used);
          }
        }
      }
    }
  }

  private Value leaf(Symbol symbol) {
    return symbol instanceof Quantity quantity
        ? leaves.apply(quantity)
        : new Value.Undefined(Value.Cause.MISSING);
  }
}
