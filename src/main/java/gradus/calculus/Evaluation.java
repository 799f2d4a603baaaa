package gradus.calculus;

import gradus.calculus.Function.Kink;
import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Values of formulas and graphs.
public final class Evaluation {
  /// What a kink between the branches of cases is said to be of.
  public static final Name CASES = Name.of("cases");

  private static final Value MISSING = new Undefined(Cause.MISSING);

  private final Functions functions;
  private final java.util.function.Function<Symbol, @Nullable Value> values;
  private final Set<OnKink> kinks;

  private Evaluation(
      Functions functions,
      java.util.function.Function<Symbol, @Nullable Value> values,
      Set<OnKink> kinks) {
    this.functions = functions;
    this.values = values;
    this.kinks = kinks;
  }

  /// An argument that lies on a kink: `function` is called at `argument`; `used` is the derivative
  /// that the convention takes there, empty where it is undefined. Where two branches of typed
  /// cases meet the function is [#CASES], and there is no convention.
  public record OnKink(Expr argument, Name function, Value at, Optional<Value> used) {}

  /// Values of everything given and everything defined, in graph order; what lacks an operand is
  /// Undefined(MISSING). Kinks are those met while evaluating definitions of quantities.
  public record Result(Map<Symbol, Value> values, List<OnKink> kinks) {}

  /// Evaluates every definition of the graph; a given value replaces the definition's.
  ///
  /// @param rounded what becomes of each value before it is used
  public static Result of(
      Graph graph,
      Functions functions,
      Map<Symbol, Value> given,
      BiFunction<Symbol, Value, Value> rounded) {
    Map<Symbol, Value> values = new LinkedHashMap<>(given);
    Set<OnKink> kinks = new LinkedHashSet<>();
    Evaluation forward = new Evaluation(functions, values::get, kinks);
    Evaluation backward = new Evaluation(functions, values::get, new LinkedHashSet<>());
    for (Definition definition : graph.definitions()) {
      if (!given.containsKey(definition.symbol())) {
        Evaluation pass = definition.symbol() instanceof Quantity ? forward : backward;
        Value value = pass.value(definition.formula());
        values.put(definition.symbol(), rounded.apply(definition.symbol(), value));
      }
    }
    return new Result(values, List.copyOf(kinks));
  }

  /// The value of one formula.
  public static Value of(Expr formula, Functions functions, Map<Symbol, Value> values) {
    return new Evaluation(functions, values::get, new LinkedHashSet<>()).value(formula);
  }

  private Value value(Expr expr) {
    return switch (expr) {
      case Expr.Number number -> Value.of(number.value());
      case Expr.Ref(Symbol symbol) -> {
        Value value = values.apply(symbol);
        yield value == null ? MISSING : value;
      }
      case Expr.Sum(List<Expr> terms) -> {
        Value sum = value(terms.getFirst());
        for (int i = 1; i < terms.size(); i++) {
          sum = Arithmetic.plus(sum, value(terms.get(i)));
        }
        yield sum;
      }
      case Expr.Product(List<Expr> factors) -> {
        Value product = value(factors.getFirst());
        for (int i = 1; i < factors.size(); i++) {
          product = Arithmetic.times(product, value(factors.get(i)));
        }
        yield product;
      }
      case Expr.Power(Expr base, Expr exponent) -> Arithmetic.power(value(base), value(exponent));
      case Expr.Call call -> call(call);
      case Expr.Cases(List<Expr.Branch> branches) -> cases(branches);
      case Expr.Derivative(Expr body, Quantity by) ->
          value(LocalDerivative.of(body, by, functions));
      case Expr.Whole _,
          Expr.Apply _,
          Expr.Entry _,
          Expr.Matrix _,
          Expr.IndexSum _,
          Expr.Kronecker _ ->
          throw new IllegalStateException("written out before it is evaluated: " + expr);
    };
  }

  private Value cases(List<Expr.Branch> branches) {
    for (Expr.Branch branch : branches) {
      Optional<Boolean> holds = holds(branch.condition());
      if (holds.isEmpty()) {
        return MISSING;
      }
      if (holds.get()) {
        return value(branch.value());
      }
    }
    return new Undefined(Cause.NO_BRANCH);
  }

  /// Empty where a side has no value.
  private Optional<Boolean> holds(Condition condition) {
    boolean all = true;
    for (Comparison comparison : condition.comparisons()) {
      Optional<Integer> sign =
          Arithmetic.compare(value(comparison.left()), value(comparison.right()));
      if (sign.isEmpty()) {
        return Optional.empty();
      }
      if (sign.get() == 0) {
        Value at = value(comparison.left());
        kinks.add(new OnKink(comparison.left(), CASES, at, Optional.empty()));
      }
      all &= comparison.relation().holds(sign.get());
    }
    return Optional.of(all);
  }

  private Value call(Expr.Call call) {
    Optional<Function> named = functions.named(call.function());
    if (named.isEmpty()) {
      return MISSING;
    }
    Function function = named.get();
    if (!call.isDerivative() && function.kink().isEmpty()) {
      Optional<Value> known = Elementary.value(function.name(), value(call.arguments().getFirst()));
      if (known.isPresent()) {
        return known.get();
      }
    }
    Map<Symbol, Value> arguments = new HashMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = value(call.arguments().get(i));
      if (!argument.isDefined()) {
        return argument;
      }
      arguments.put(function.parameter(i), argument);
    }
    Evaluation inside = new Evaluation(functions, arguments::get, new LinkedHashSet<>());
    function.kink().ifPresent(kink -> noteKink(kink, function, call, inside));
    boolean ownKink = function.kink().isPresent();
    Value value = call(call, function, inside);
    if (!ownKink) {
      noteInnerKinks(function, call, inside);
    }
    return value;
  }

  private Value call(Expr.Call call, Function function, Evaluation inside) {
    if (call.isDerivative()) {
      return FunctionRules.derivative(function, call.orders(), functions)
          .map(inside::value)
          .orElse(MISSING);
    }
    return function.definition().map(inside::value).orElse(MISSING);
  }

  /// A kink met inside a definition, told in the terms of the caller.
  private void noteInnerKinks(Function function, Expr.Call call, Evaluation inside) {
    boolean isOtherName = function.definition().filter(Expr.Call.class::isInstance).isPresent();
    for (OnKink kink : inside.kinks) {
      Expr argument = Formulas.substitute(kink.argument(), function.bind(call.arguments()));
      Name name = isOtherName ? call.function() : kink.function();
      kinks.add(new OnKink(argument, name, kink.at(), kink.used()));
    }
  }

  private void noteKink(Kink kink, Function function, Expr.Call call, Evaluation inside) {
    Value left = inside.value(kink.where().left());
    if (Arithmetic.compare(left, inside.value(kink.where().right())).equals(Optional.of(0))) {
      List<Value> used = new ArrayList<>();
      kink.derivatives().stream().limit(1).map(inside::value).forEach(used::add);
      Expr argument = call.arguments().getFirst();
      kinks.add(new OnKink(argument, function.name(), left, used.stream().findFirst()));
    }
  }
}
