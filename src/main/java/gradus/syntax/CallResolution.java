package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Scope.Meaning;
import gradus.syntax.Scope.Meaning.Abbreviation;
import gradus.syntax.Scope.Meaning.Callable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions at their arguments.
final class CallResolution {
  private static final Name ABS = Name.of("abs");

  private final Scope scope;
  private final Resolution resolution;

  CallResolution(Scope scope, Resolution resolution) {
    this.scope = scope;
    this.resolution = resolution;
  }

  Expr absolute(Written value, Span span) {
    Written.Name abs = new Written.Name(ABS.spelling(), List.of(), List.of(), span);
    return formula(new Written.Call(abs, 0, List.of(value), span));
  }

  Expr formula(Written.Call call) {
    Written.Name function = call.function();
    if (!function.labels().isEmpty() || !function.entries().isEmpty()) {
      return resolution.unsupported("a function with a label", function.span());
    }
    Name name = Name.of(function.text());
    Optional<Meaning> meaning = scope.meaning(name);
    if (meaning.isEmpty()) {
      return unknown(call, name);
    }
    return switch (meaning.get()) {
      case Meaning.Named _, Meaning.Whole _ -> product(call);
      case Callable callable -> called(call, callable);
      case Abbreviation abbreviation -> substituted(call, abbreviation);
    };
  }

  private Expr unknown(Written.Call call, Name name) {
    if (BuiltIn.isOfMatrices(name)) {
      return resolution.unsupported(
          "the function '" + name.spelling() + "'", call.function().span());
    }
    List<Name> functions = scope.names().stream().filter(this::isFunction).toList();
    resolution.all(call.arguments());
    return resolution.fault(
        Fault.UNKNOWN_FUNCTION
            .at(resolution.source(), call.function().span(), call.function().text())
            .suggesting(Synonyms.function(name, functions)));
  }

  private boolean isFunction(Name name) {
    return scope.meaning(name).filter(Meaning::isFunction).isPresent();
  }

  /// `w(x + 1)` is meant as a product.
  private Expr product(Written.Call call) {
    String name = call.function().text();
    return resolution.fault(
        Fault.NOT_A_FUNCTION
            .at(resolution.source(), call.function().span(), name)
            .suggesting(name + "*(…)"));
  }

  private Expr called(Written.Call call, Callable callable) {
    List<Expr> arguments = new ArrayList<>(resolution.all(call.arguments()));
    int required = callable.parameters() - callable.defaults().size();
    int given = arguments.size();
    boolean fits = given >= required && (given <= callable.parameters() || callable.folding());
    if (!fits) {
      return wrongNumber(call, required, callable);
    }
    if (call.primes() > 0 && required != 1) {
      return resolution.fault(
          Fault.AMBIGUOUS_PRIME, call.span(), call.function().text(), callable.parameters());
    }
    if (given > callable.parameters()) {
      return folded(callable.function(), arguments);
    }
    List<Expr> defaults = callable.defaults();
    arguments.addAll(defaults.subList(given - required, defaults.size()));
    List<Integer> orders = new ArrayList<>(Collections.nCopies(arguments.size(), 0));
    if (call.primes() > 0) {
      orders.set(0, call.primes());
    }
    return new Call(callable.function(), orders, arguments);
  }

  /// `max(a, b, c)` is `max(a, max(b, c))`.
  private static Expr folded(Name function, List<Expr> arguments) {
    Expr folded = arguments.removeLast();
    for (Expr argument : arguments.reversed()) {
      folded = new Call(function, List.of(0, 0), List.of(argument, folded));
    }
    return folded;
  }

  private Expr wrongNumber(Written.Call call, int required, Callable callable) {
    int most = callable.parameters();
    String takes =
        callable.folding()
            ? required + " or more arguments"
            : required < most ? required + " to " + most + " arguments" : arguments(most);
    return resolution.fault(
        Fault.WRONG_NUMBER_OF_ARGUMENTS,
        call.span(),
        call.function().text(),
        takes,
        call.arguments().size());
  }

  private static String arguments(int number) {
    return number == 1 ? "1 argument" : number + " arguments";
  }

  private Expr substituted(Written.Call call, Abbreviation abbreviation) {
    List<Name> parameters = abbreviation.parameters();
    String function = call.function().text();
    List<Expr> arguments = resolution.all(call.arguments());
    if (arguments.size() != parameters.size()) {
      return resolution.fault(
          Fault.WRONG_NUMBER_OF_ARGUMENTS,
          call.span(),
          function,
          arguments(parameters.size()),
          arguments.size());
    }
    if (call.primes() > 0) {
      return resolution.fault(Fault.PRIME_OF_ABBREVIATION, call.span(), function);
    }
    Map<Symbol, Expr> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      values.put(Quantity.of(parameters.get(i)), arguments.get(i));
    }
    Expr formula = Formulas.substitute(abbreviation.formula(), values);
    return Bounds.isTooLarge(formula)
        ? resolution.fault(Fault.UNBOUNDED_FORMULA, call.span(), Bounds.MOST_PARTS)
        : formula;
  }
}
