package gradus.check.sense;

import gradus.calculus.rule.Function;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.sense.Glossary.Body;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.paper.Notated.Application;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A function that is known and its derivatives, at arguments that are understood.
final class FunctionApplication {
  private final Interpreter sensing;

  FunctionApplication(Interpreter sensing) {
    this.sensing = sensing;
  }

  Sense of(Body body, List<Grid> arguments, int primes, Application application) {
    return switch (body) {
      case Body.Formula formula ->
          arguments.size() == 1
              ? arguments.getFirst().map(entry -> applied(formula, entry, primes))
              : Interpreter.nothing(Cause.UNSUPPORTED, application.span(), "several arguments");
      case Body.Named(Name function) -> applied(function, arguments, primes, application);
    };
  }

  private Expr applied(Body.Formula formula, Expr argument, int primes) {
    Expr body = formula.formula();
    for (int i = 0; i < primes; i++) {
      body = sensing.scene.chainRule().direct(body, formula.parameter());
    }
    return Formulas.substitute(body, Map.of(formula.parameter(), argument));
  }

  private Sense applied(Name name, List<Grid> arguments, int primes, Application application) {
    Function function = sensing.scene.functions().named(name).orElseThrow();
    int wanted = function.parameters().size();
    if (wanted == 1 && arguments.size() == 1) {
      return arguments.getFirst().map(entry -> new Call(name, List.of(primes), List.of(entry)));
    }
    if (wanted == 2 && arguments.size() >= 2 && primes == 0) {
      return folded(name, arguments, application.span());
    }
    boolean defaults =
        arguments.size() == 1 && primes == 0 && function.defaults().size() == wanted - 1;
    return defaults
        ? arguments.getFirst().map(entry -> withDefaults(function, entry))
        : Interpreter.nothing(Cause.UNSUPPORTED, application.span(), "this number of arguments");
  }

  private static Expr withDefaults(Function function, Expr entry) {
    List<Expr> all = new ArrayList<>(List.of(entry));
    all.addAll(function.defaults());
    return new Call(function.name(), Collections.nCopies(all.size(), 0), all);
  }

  private static Sense folded(Name name, List<Grid> arguments, Span span) {
    Sense result = arguments.getFirst();
    for (Grid argument : arguments.subList(1, arguments.size())) {
      result =
          result.then(before ->
              Sense.entrywise(
                  before, argument, span, (a, b) -> new Call(name, List.of(0, 0), List.of(a, b))));
    }
    return result;
  }

  /// `g'(z)` where the network makes something of z alone, without a g: the derivative of that.
  Optional<Sense> activation(List<Grid> arguments, int primes) {
    if (arguments.size() != 1 || primes > 1) {
      return Optional.empty();
    }
    List<Expr> values = new ArrayList<>();
    for (Expr entry : arguments.getFirst().entries()) {
      Optional<Definition> made =
          entry instanceof Expr.Ref(Quantity argument) ? madeOf(argument) : Optional.empty();
      made.map(definition ->
              primes == 0
                  ? definition.formula()
                  : sensing
                      .scene
                      .chainRule()
                      .direct(definition.formula(), (Quantity) ((Expr.Ref) entry).symbol()))
          .ifPresent(values::add);
    }
    Grid grid = arguments.getFirst();
    if (values.size() < grid.entries().size()) {
      return Optional.empty();
    }
    sensing.guessed = true;
    return Optional.of(new Grid(grid.rows(), grid.columns(), values));
  }

  private Optional<Definition> madeOf(Quantity argument) {
    List<Definition> made =
        sensing.scene.graph().consumers(argument).stream()
            .flatMap(consumer -> sensing.scene.graph().definition(consumer).stream())
            .filter(d -> sensing.scene.graph().operands(d.symbol()).equals(Set.of(argument)))
            .toList();
    return made.size() == 1 ? Optional.of(made.getFirst()) : Optional.empty();
  }
}
