package gradus.check.answer;

import gradus.calculus.Functions;
import gradus.check.sense.Scene;
import gradus.expr.Expr;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.network.Derived;
import gradus.network.Problem;
import gradus.network.Problem.Descent;
import gradus.network.Problem.Point;
import gradus.network.Problem.Rounding;
import gradus.network.Run;
import gradus.network.Run.AtPoint;
import gradus.network.Run.Combined;
import gradus.network.Run.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the data can be looked at: each point before the first step, before the second, and so on.
///
/// Its limit: of a long descent the first steps and the last ones.
final class Moments {
  private static final int MOST_STEPS = 6;

  private final Problem problem;
  private final Scene scene;
  private final Optional<Run> run;

  /// @param derived none where there are no data
  Moments(Problem problem, Scene scene, Optional<Derived> derived) {
    this.problem = problem;
    this.scene = scene;
    boolean simple =
        problem.points().size() < 2
            && problem.descents().stream().mapToInt(Descent::times).sum() < 2
            && problem.rounding().equals(Rounding.NONE);
    run = derived.filter(_ -> !simple).map(own -> Run.of(own).run());
  }

  /// @param replaced formulas that are others
  List<Moment> in(Meanings meanings, Map<Symbol, Expr> replaced) {
    List<Moment> moments = new ArrayList<>();
    List<Step> steps = run.map(Run::steps).orElse(List.of());
    Map<Symbol, Value> moved = new LinkedHashMap<>();
    for (int step = 0; step <= steps.size(); step++) {
      Optional<Step> next = step < steps.size() ? Optional.of(steps.get(step)) : Optional.empty();
      if (step < MOST_STEPS || step > steps.size() - MOST_STEPS) {
        for (Point point : problem.points()) {
          moments.add(at(point, step, moved, next, meanings, replaced));
        }
        combined(step, next)
            .ifPresent(all -> {
              Map<Symbol, Value> values = parameters(moved, next);
              values.putAll(all);
              moments.add(combined(values, moments.getLast(), meanings));
            });
      }
      next.ifPresent(made -> moved.putAll(made.updated()));
    }
    return moments;
  }

  private Moment at(
      Point point,
      int step,
      Map<Symbol, Value> moved,
      Optional<Step> next,
      Meanings meanings,
      Map<Symbol, Expr> replaced) {
    Map<Symbol, Value> given = new LinkedHashMap<>(problem.valuesAt(point));
    rate(next).ifPresent(rate -> given.put(scene.rate(), rate));
    given.putAll(moved);
    boolean own = !replaced.isEmpty() && next.filter(made -> made.before().size() == 1).isPresent();
    if (!own) {
      next.ifPresent(
          made -> made.updated().forEach((name, value) -> given.put(new Updated(name), value)));
    }
    Functions functions = StandIn.forAll(problem.functionsAt(point));
    List<World> worlds = new ArrayList<>();
    worlds.add(world(meanings, functions, given, replaced));
    rounded(point, step)
        .ifPresent(pass -> {
          Map<Symbol, Value> all = new LinkedHashMap<>(given);
          all.putAll(pass.values());
          worlds.add(world(meanings, functions, all, replaced));
        });
    return new Moment(step, worlds);
  }

  private static World world(
      Meanings meanings,
      Functions functions,
      Map<Symbol, Value> given,
      Map<Symbol, Expr> replaced) {
    Map<Symbol, Value> kept = new LinkedHashMap<>(given);
    replaced.keySet().forEach(kept::remove);
    return new World(meanings, functions, _ -> new Value.Undefined(Value.Cause.MISSING), kept);
  }

  private Optional<Value> rate(Optional<Step> next) {
    return next.map(made -> Value.of(made.rate()))
        .or(() ->
            problem.descents().stream()
                .flatMap(descent -> descent.rate().stream())
                .map(rate -> Value.of(rate.value()))
                .findFirst());
  }

  private Optional<AtPoint> rounded(Point point, int step) {
    if (run.isEmpty() || problem.rounding().equals(Rounding.NONE)) {
      return Optional.empty();
    }
    List<Step> steps = run.get().steps();
    Optional<AtPoint> before =
        step < steps.size() ? pass(steps.get(step).before(), point) : Optional.empty();
    return before
        .or(() -> step > 0 ? pass(steps.get(step - 1).after(), point) : Optional.empty())
        .or(() -> step == 0 ? pass(run.get().points(), point) : Optional.empty());
  }

  private static Optional<AtPoint> pass(List<AtPoint> passes, Point point) {
    return passes.stream().filter(pass -> pass.point().equals(point)).findFirst();
  }

  // ---- all points together ----------------------------------------------------------------------

  private Optional<Map<Symbol, Value>> combined(int step, Optional<Step> next) {
    if (problem.points().size() < 2 || scene.loss().isEmpty()) {
      return Optional.empty();
    }
    Map<Symbol, Value> values = new LinkedHashMap<>();
    if (step == 0) {
      run.flatMap(Run::combined).map(Combined::gradients).ifPresent(values::putAll);
      run.flatMap(Run::combined).ifPresent(all -> values.put(scene.loss().get(), all.loss()));
    }
    next.filter(made -> made.before().size() > 1)
        .ifPresent(made ->
            made.gradients()
                .forEach(
                    (name, value) -> values.put(Partial.total(scene.loss().get(), name), value)));
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  /// What is the same at all points: parameters before and after the step, and the rate.
  private Map<Symbol, Value> parameters(Map<Symbol, Value> moved, Optional<Step> next) {
    Map<Symbol, Value> values = new LinkedHashMap<>();
    problem.given().stream()
        .filter(assignment -> problem.trainable().contains(assignment.symbol()))
        .forEach(assignment -> values.put(assignment.symbol(), assignment.known()));
    rate(next).ifPresent(rate -> values.put(scene.rate(), rate));
    values.putAll(moved);
    next.ifPresent(
        made -> made.updated().forEach((name, value) -> values.put(new Updated(name), value)));
    return values;
  }

  private Moment combined(Map<Symbol, Value> values, Moment last, Meanings meanings) {
    World world =
        new World(
            meanings, scene.functions(), _ -> new Value.Undefined(Value.Cause.MISSING), values);
    return new Moment(last.step(), List.of(world));
  }
}
