package gradus.calculus.tape;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.calculus.rule.LocalDerivative;
import gradus.calculus.tape.Operand.Known;
import gradus.calculus.tape.Operand.Slot;
import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// Turns formulas into instructions, with the bodies of functions written out in place of calls.
///
/// Where every name has a known value nothing is written and the operand is the value: so single
/// formulas are evaluated. Of cases whose conditions are known, the branch that holds is all that
/// is looked at.
public final class Compilation {
  private static final Operand NO_BRANCH = new Known(new Undefined(Cause.NO_BRANCH));
  private static final Operand TRUE = new Known(Value.ONE);
  private static final Operand FALSE = new Known(Value.ZERO);

  private final Functions functions;
  private final TapeWriter writer;
  private final Map<Symbol, Operand> defined = new HashMap<>();
  private final Map<Inlined, Operand> inlined = new HashMap<>();

  Compilation(Functions functions) {
    this(functions, new TapeWriter());
  }

  public Compilation(Functions functions, TapeWriter writer) {
    this.functions = functions;
    this.writer = writer;
  }

  /// A function, differentiated so many times in each argument, at arguments.
  private record Inlined(Name function, List<Integer> orders, List<Operand> arguments) {}

  /// What the names in a formula stand for.
  public interface Names {
    Operand of(Symbol symbol);
  }

  /// The value of one formula.
  static Value value(Expr formula, Functions functions, Map<Symbol, Value> values) {
    Names names = symbol -> new Known(Value.in(values, symbol));
    return switch (new Compilation(functions).operand(formula, names)) {
      case Known(Value value) -> value;
      case Slot slot -> throw new IllegalStateException("not known: " + slot);
    };
  }

  /// From here on the symbol stands for a place that is filled before a run.
  Slot input(Symbol symbol) {
    Slot input = writer.input();
    define(symbol, input);
    return input;
  }

  /// From here on the symbol stands for the operand.
  void define(Symbol symbol, Operand operand) {
    defined.put(symbol, operand);
  }

  /// The same with a slot of its own, where the value is rounded before it is used.
  Slot settled(Symbol symbol, Operand operand) {
    Slot settled = writer.settled(symbol, operand);
    define(symbol, settled);
    return settled;
  }

  /// What a symbol stands for by now; missing where it is neither an input nor defined.
  Operand named(Symbol symbol) {
    return defined.getOrDefault(symbol, TapeWriter.MISSING);
  }

  /// The tape so far.
  Tape tape(Iterable<? extends Symbol> wanted) {
    Map<Symbol, Slot> slots = new HashMap<>();
    wanted.forEach(symbol -> slots.put(symbol, writer.slot(named(symbol))));
    return writer.tape(slots);
  }

  Operand operand(Expr formula) {
    return operand(formula, this::named);
  }

  public Operand operand(Expr expr, Names names) {
    return switch (expr) {
      case Number number -> new Known(Value.of(number.value()));
      case Ref(Symbol symbol) -> names.of(symbol);
      case Sum(List<Expr> terms) -> folded(terms, names, writer::sum);
      case Product(List<Expr> factors) -> folded(factors, names, writer::product);
      case Power(Expr base, Expr exponent) ->
          writer.power(operand(base, names), operand(exponent, names));
      case Call call -> call(call, names);
      case Cases(List<Branch> branches) -> cases(branches, names);
      case Derivative(Expr body, Quantity by) ->
          operand(LocalDerivative.of(body, by, functions), names);
      case Expr.Whole _,
          Expr.Apply _,
          Expr.Entry _,
          Expr.Matrix _,
          Expr.IndexSum _,
          Expr.ByEntries _,
          Expr.Kronecker _ ->
          throw new IllegalStateException("written out before it is evaluated: " + expr);
    };
  }

  private Operand folded(List<Expr> parts, Names names, BinaryOperator<Operand> operation) {
    Operand all = operand(parts.getFirst(), names);
    for (Expr part : parts.subList(1, parts.size())) {
      all = operation.apply(all, operand(part, names));
    }
    return all;
  }

  /// From the first branch on, until one is known to hold; then chosen from the last one back.
  private Operand cases(List<Branch> branches, Names names) {
    Deque<Operand> conditions = new ArrayDeque<>();
    Deque<Operand> values = new ArrayDeque<>();
    Operand chosen = NO_BRANCH;
    for (Branch branch : branches) {
      Operand condition = condition(branch.condition(), names);
      if (condition.equals(TRUE)) {
        chosen = operand(branch.value(), names);
        break;
      }
      if (!condition.equals(FALSE)) {
        conditions.push(condition);
        values.push(operand(branch.value(), names));
      }
    }
    while (!conditions.isEmpty()) {
      chosen = writer.choice(conditions.pop(), values.pop(), chosen);
    }
    return chosen;
  }

  /// 1 or 0; undefined where a side of a comparison is.
  private Operand condition(Condition condition, Names names) {
    Operand all = TRUE;
    for (Comparison comparison : condition.comparisons()) {
      Operand left = operand(comparison.left(), names);
      Operand right = operand(comparison.right(), names);
      Operand holds = writer.holds(left, comparison.relation(), right);
      all = all.equals(TRUE) ? holds : writer.product(all, holds);
    }
    return all;
  }

  private Operand call(Call call, Names names) {
    Optional<Function> function = functions.named(call.function());
    if (function.isEmpty()) {
      return TapeWriter.MISSING;
    }
    List<Operand> arguments = arguments(call, names);
    Optional<Elementary> elementary =
        call.isDerivative() || function.get().kink().isPresent()
            ? Optional.empty()
            : Elementary.named(call.function());
    return elementary.isPresent()
        ? writer.function(elementary.get(), arguments.getFirst())
        : inlined(function.get(), call.orders(), arguments);
  }

  List<Operand> arguments(Call call, Names names) {
    return call.arguments().stream().map(argument -> operand(argument, names)).toList();
  }

  /// The body of a function at arguments; of the same function at the same arguments the same.
  private Operand inlined(Function function, List<Integer> orders, List<Operand> arguments) {
    Inlined call = new Inlined(function.name(), orders, arguments);
    Operand known = inlined.get(call);
    if (known == null) {
      known =
          body(function, orders)
              .map(body -> operand(body, bound(function, arguments)))
              .orElse(TapeWriter.MISSING);
      for (Operand argument : arguments.reversed()) {
        known = writer.guarded(argument, known);
      }
      inlined.put(call, known);
    }
    return known;
  }

  /// The definition of a function, or its derivative, in its parameters; empty for an abstract one.
  Optional<Expr> body(Function function, List<Integer> orders) {
    return orders.stream().allMatch(order -> order == 0)
        ? function.definition()
        : functions.derivative(function, orders);
  }

  /// Within the body of a function only its parameters have values.
  static Names bound(Function function, List<Operand> arguments) {
    Map<Symbol, Operand> bound = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      bound.put(function.parameter(i), arguments.get(i));
    }
    return symbol -> bound.getOrDefault(symbol, TapeWriter.MISSING);
  }
}
