package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Shapes;
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
  private final Fitting fitting;
  private final IndexResolution indices;
  private final OperationResolution operations;

  CallResolution(Scope scope, Resolution resolution, Fitting fitting, IndexResolution indices) {
    this.scope = scope;
    this.resolution = resolution;
    this.fitting = fitting;
    this.indices = indices;
    this.operations = new OperationResolution(scope, resolution, fitting);
  }

  Expr absolute(Written value, Span span) {
    Part part = resolution.part(value);
    String typed = resolution.text(value.span());
    boolean scalar =
        fitting.isScalar(
            part,
            Fault.ABSOLUTE_OF_MATRIX,
            Optional.of("norm2(" + typed + ") or abs(" + typed + ")"));
    if (!scalar) {
      return Formulas.ZERO;
    }
    return scope.meaning(ABS).isPresent()
        ? new Call(ABS, List.of(0), List.of(part.formula()))
        : resolution.fault(Fault.UNKNOWN_FUNCTION, span, ABS);
  }

  Expr formula(Written.Call call) {
    Written.Name function = call.function();
    Name name = Name.of(function.text());
    if (!function.entries().isEmpty()) {
      return resolution.unsupported("an entry of a function", function.span());
    }
    Optional<List<Index>> labels = indices.all(function.labels());
    if (labels.isEmpty()) {
      return Formulas.ZERO;
    }
    Optional<Meaning> meaning = scope.meaning(Quantity.of(name, labels.get()));
    Optional<BuiltIn> operation = labels.get().isEmpty() ? BuiltIn.named(name) : Optional.empty();
    if (operation.isPresent() && isOperation(call, operation.get(), scope.meaning(name))) {
      return operations.formula(call, operation.get());
    }
    if (meaning.filter(Meaning::isFunction).isEmpty() && labels.get().isEmpty()) {
      meaning = scope.meaning(name);
    }
    if (meaning.isEmpty()) {
      return scope
          .outside(Quantity.of(name, labels.get()), resolution.source(), function.span())
          .map(resolution::fault)
          .orElseGet(() -> unknown(call, name));
    }
    return switch (meaning.get()) {
      case Meaning.Named _, Meaning.Faulty _, Meaning.Whole _ -> product(call);
      case Callable callable -> called(call, callable, labels.get());
      case Abbreviation abbreviation -> substituted(call, abbreviation);
    };
  }

  /// A function of the scope comes first, but for `max`, which is two.
  private boolean isOperation(Written.Call call, BuiltIn operation, Optional<Meaning> meaning) {
    boolean known = meaning.filter(Meaning::isFunction).isPresent();
    return !known || operation == BuiltIn.MAX && call.primes() == 0 && operations.isReduction(call);
  }

  private Expr unknown(Written.Call call, Name name) {
    if (BuiltIn.isWithoutRule(name)) {
      return resolution.unsupported(
          "the function '" + name.spelling() + "'", call.function().span());
    }
    List<Name> functions = new ArrayList<>(BuiltIn.all());
    scope.names().stream().filter(this::isFunction).forEach(functions::add);
    resolution.parts(call.arguments());
    return resolution.fault(
        Fault.UNKNOWN_FUNCTION
            .at(
                resolution.source(),
                call.function().span(),
                resolution.text(call.function().span()))
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

  private Expr called(Written.Call call, Callable callable, List<Index> labels) {
    List<Part> parts = resolution.parts(call.arguments());
    List<Expr> arguments = new ArrayList<>(parts.stream().map(Part::formula).toList());
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
    if (!parts.isEmpty() && !fitting.goTogether(parts)) {
      return Formulas.ZERO;
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
    return new Call(callable.function(), labels, orders, arguments);
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
            : required < most ? required + " to " + most + " arguments" : BuiltIn.arguments(most);
    return resolution.fault(
        Fault.WRONG_NUMBER_OF_ARGUMENTS,
        call.span(),
        call.function().text(),
        takes,
        call.arguments().size());
  }

  /// Of vectors, the sum over all entries: only losses are abbreviated.
  private Expr substituted(Written.Call call, Abbreviation abbreviation) {
    List<Name> parameters = abbreviation.parameters();
    String function = call.function().text();
    List<Part> arguments = resolution.parts(call.arguments());
    if (arguments.size() != parameters.size()) {
      return resolution.fault(
          Fault.WRONG_NUMBER_OF_ARGUMENTS,
          call.span(),
          function,
          BuiltIn.arguments(parameters.size()),
          arguments.size());
    }
    if (call.primes() > 0) {
      return resolution.fault(Fault.PRIME_OF_ABBREVIATION, call.span(), function);
    }
    if (!arguments.isEmpty() && !fitting.goTogether(arguments)) {
      return Formulas.ZERO;
    }
    Map<Symbol, Expr> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      values.put(Quantity.of(parameters.get(i)), arguments.get(i).formula());
    }
    Expr formula = Formulas.substitute(abbreviation.formula(), values);
    if (Bounds.isTooLarge(formula)) {
      return resolution.fault(Fault.UNBOUNDED_FORMULA, call.span(), Bounds.MOST_PARTS);
    }
    return Shapes.isScalar(formula)
        ? formula
        : Formulas.apply(new Operation.Total(Operation.Along.ALL), formula);
  }
}
