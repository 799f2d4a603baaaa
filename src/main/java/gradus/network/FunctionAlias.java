package gradus.network;

import gradus.calculus.rule.Function;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// `function g_0 = relu`: the same rules, conventions and parameters under another name.
public final class FunctionAlias {
  private FunctionAlias() {}

  public static Function of(Function function, Name name) {
    return new Function(
        name,
        function.parameters(),
        function.defaults(),
        function.definition().or(() -> Optional.of(callOf(function))),
        function.derivatives().stream().map(rule -> renamed(rule, function.name(), name)).toList(),
        function.kink());
  }

  /// The same for fewer arguments: the others take their defaults.
  static Function of(Function function, Name name, int arguments) {
    List<Name> parameters = function.parameters();
    if (arguments == parameters.size()) {
      return of(function, name);
    }
    List<Expr> all = new ArrayList<>();
    for (int i = 0; i < arguments; i++) {
      all.add(new Ref(function.parameter(i)));
    }
    int required = parameters.size() - function.defaults().size();
    all.addAll(function.defaults().subList(arguments - required, function.defaults().size()));
    Call call = new Call(function.name(), Collections.nCopies(parameters.size(), 0), all);
    return Function.defined(name, parameters.subList(0, arguments), call);
  }

  private static Expr callOf(Function function) {
    int parameters = function.parameters().size();
    List<Ref> arguments =
        IntStream.range(0, parameters).mapToObj(function::parameter).map(Ref::new).toList();
    return new Call(function.name(), Collections.nCopies(parameters, 0), List.copyOf(arguments));
  }

  /// So that the rule `sigmoid(u)*(1 - sigmoid(u))` speaks of `g(u)` where `g = sigmoid`.
  private static Expr renamed(Expr rule, Name from, Name to) {
    Expr inside = Formulas.mapChildren(rule, part -> renamed(part, from, to));
    return inside instanceof Call call && call.function().equals(from)
        ? new Call(to, call.labels(), call.orders(), call.arguments())
        : inside;
  }
}
