package gradus.render.data;

import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Point;
import gradus.network.instance.ArrayValue;
import gradus.network.instance.ArrayValues;
import gradus.network.run.Run;
import gradus.network.run.Run.AtPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The numbers of one point, sorted into what a reader asks for, by name.
///
/// @param gradients of the objective by everything it was derived by
/// @param partials of anything else
public record Results(
    Map<String, ArrayValue> values,
    Map<String, ArrayValue> gradients,
    Map<String, ArrayValue> partials,
    Value loss) {

  static Results of(Problem problem, AtPoint at) {
    return of(problem, at, ArrayValues.of(at.values(), problem));
  }

  /// Vectors and matrices entry by entry.
  static Results entries(Problem problem, AtPoint at) {
    return of(problem, at, singles(at.values()));
  }

  private static Results of(Problem problem, AtPoint at, Map<Symbol, ArrayValue> all) {
    Optional<Quantity> objective = problem.objective();
    Map<String, ArrayValue> values = new LinkedHashMap<>();
    Map<String, ArrayValue> gradients = new LinkedHashMap<>();
    Map<String, ArrayValue> partials = new LinkedHashMap<>();
    all.forEach((symbol, value) -> {
      switch (symbol) {
        case Quantity quantity -> values.put(Keys.of(quantity), value);
        case Partial(Quantity of, Quantity by, _) when objective.equals(Optional.of(of)) ->
            gradients.put(Keys.of(by), value);
        case Partial partial -> partials.put(Keys.of(partial), value);
        case Symbol.Updated _ -> {}
      }
    });
    return new Results(values, gradients, partials, loss(problem, at));
  }

  private static Map<Symbol, ArrayValue> singles(Map<? extends Symbol, Value> values) {
    Map<Symbol, ArrayValue> singles = new LinkedHashMap<>();
    values.forEach((symbol, value) -> singles.put(symbol, new ArrayValue.Single(value)));
    return singles;
  }

  public static Value loss(Problem problem, AtPoint at) {
    return problem.objective().map(at::value).orElse(new Value.Undefined(Value.Cause.MISSING));
  }

  /// The point's name, or its place where there are several without names.
  public static Optional<String> name(Run run, AtPoint at) {
    Optional<String> declared = at.point().name().map(name -> name.spelling());
    if (declared.isPresent() || run.points().size() == 1) {
      return declared;
    }
    List<Point> points = run.points().stream().map(AtPoint::point).toList();
    return Optional.of(String.valueOf(points.indexOf(at.point()) + 1));
  }

  /// The gradients over all points, called as those of one point are.
  static Map<String, ArrayValue> gradients(Problem problem, Run.Combined combined) {
    Map<String, ArrayValue> gradients = new LinkedHashMap<>();
    ArrayValues.of(combined.gradients(), problem)
        .forEach((symbol, value) ->
            gradients.put(
                symbol instanceof Partial partial ? Keys.of(partial.by()) : Keys.of(symbol),
                value));
    return gradients;
  }

  static Map<String, Value> entriesNamed(Map<? extends Symbol, Value> values) {
    Map<String, Value> named = new LinkedHashMap<>();
    values.forEach((symbol, value) -> named.put(Keys.of(symbol), value));
    return named;
  }

  public static Map<String, ArrayValue> named(
      Problem problem, Map<? extends Symbol, Value> values) {
    Map<String, ArrayValue> named = new LinkedHashMap<>();
    ArrayValues.of(values, problem).forEach((symbol, value) -> named.put(Keys.of(symbol), value));
    return named;
  }
}
