package gradus.check.answer;

import gradus.calculus.ChainRule;
import gradus.calculus.Functions;
import gradus.check.sense.Lexicon;
import gradus.check.sense.Scene;
import gradus.expr.Expr;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Descent;
import gradus.network.Problem.Point;
import gradus.network.Problem.Size;
import gradus.syntax.Statement.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network prepared for judging answers: its names, its worlds, its data.
public final class Exercise {
  private static final int LAYERS = 3;

  private final Problem problem;
  private final Scene scene;
  private final Meanings meanings;
  private final Draw draw;
  private final Worlds generic;
  private final Optional<Worlds> fixed;

  private Exercise(Problem problem) {
    this.problem = problem;
    Lexicon lexicon = new Lexicon(problem);
    Functions functions = StandIn.forAll(problem.functions());
    scene =
        new Scene(
            lexicon,
            functions,
            problem.graph(),
            new ChainRule(problem.graph(), functions),
            problem.objective(),
            rate(problem),
            problem.objective().isPresent() && !problem.trainable().isEmpty());
    meanings = Meanings.of(problem, scene);
    draw = new Draw(problem, lexicon);
    generic = new Worlds(scene, meanings, draw);
    Map<Symbol, Expr> values = fixedForAll(problem);
    fixed =
        values.isEmpty()
            ? Optional.empty()
            : Optional.of(new Worlds(scene, meanings.with(values), draw));
  }

  /// Empty for sizes that no instance can be made of.
  public static Optional<Exercise> of(Problem problem) {
    return problem.instance().or(() -> problem.instance(sizes(problem))).map(Exercise::new);
  }

  /// Distinct numbers for sizes, few layers.
  private static Map<Letter, Integer> sizes(Problem problem) {
    Map<Letter, Integer> sizes = new LinkedHashMap<>(problem.sizes().bound());
    int next = 2;
    for (Size size : problem.sizes().open()) {
      if (size.family().isEmpty() && !sizes.containsKey(size.letter())) {
        boolean counts = size.letter().toString().matches("[LT]");
        sizes.put(size.letter(), counts ? LAYERS : next++);
      }
    }
    for (Size size : problem.sizes().open()) {
      if (size.family().isPresent()) {
        for (int k = 0; k <= LAYERS + 1; k++) {
          sizes.putIfAbsent(
              new Letter(size.letter().name(), List.of(gradus.expr.Index.of(k))), 2 + k % 3);
        }
      }
    }
    return sizes;
  }

  private static Quantity rate(Problem problem) {
    return problem.descents().stream()
        .flatMap(descent -> descent.rateName().stream())
        .findFirst()
        .map(Quantity::of)
        .orElse(Quantity.of(Name.of("eta")));
  }

  /// Constants with values, and biases that are zero.
  private static Map<Symbol, Expr> fixedForAll(Problem problem) {
    Map<Quantity, Declaration> declared = new HashMap<>();
    problem.declarations().forEach(d -> declared.put(d.quantity(), d));
    Map<Symbol, Expr> fixed = new LinkedHashMap<>();
    for (Problem.Assignment assignment : problem.given()) {
      if (assignment.symbol() instanceof Quantity quantity && declared.containsKey(quantity)) {
        Role role = declared.get(quantity).role();
        boolean zero = assignment.value().value().isZero();
        if (role == Role.CONSTANT || (role == Role.BIAS && zero)) {
          fixed.put(quantity, assignment.value());
        }
      }
    }
    return fixed;
  }

  public Problem problem() {
    return problem;
  }

  Scene scene() {
    return scene;
  }

  Meanings meanings() {
    return meanings;
  }

  Worlds generic() {
    return generic;
  }

  Optional<Worlds> fixed() {
    return fixed;
  }

  /// The generic worlds in which some formulas are others.
  Worlds generic(Map<Symbol, Expr> replaced) {
    return new Worlds(scene, meanings.with(replaced), draw);
  }

  /// One world for each point of the data.
  ///
  /// @param replaced formulas that are others
  List<World> data(Map<Symbol, Expr> replaced) {
    Meanings changed = replaced.isEmpty() ? meanings : meanings.with(replaced);
    List<World> worlds = new ArrayList<>();
    for (Point point : problem.points()) {
      Map<Symbol, Value> given = new LinkedHashMap<>(problem.valuesAt(point));
      rate().ifPresent(rate -> given.put(scene.rate(), Value.of(rate)));
      replaced.keySet().forEach(given::remove);
      Functions functions = StandIn.forAll(problem.functionsAt(point));
      worlds.add(
          new World(changed, functions, _ -> new Value.Undefined(Value.Cause.MISSING), given));
    }
    return worlds;
  }

  private Optional<Rational> rate() {
    return problem.descents().stream()
        .map(Descent::rate)
        .flatMap(Optional::stream)
        .map(Expr.Number::value)
        .findFirst();
  }
}
