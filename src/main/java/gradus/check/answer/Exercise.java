package gradus.check.answer;

import gradus.calculus.ChainRule;
import gradus.calculus.Functions;
import gradus.check.answer.Sizes.Origin;
import gradus.check.sense.Lexicon;
import gradus.check.sense.Scene;
import gradus.check.sense.Sense;
import gradus.check.sense.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.AtSizes;
import gradus.network.Derived;
import gradus.network.Problem;
import gradus.network.Problem.Declaration;
import gradus.syntax.Statement.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A network prepared for judging answers: its names, its worlds, its data.
public final class Exercise {
  private final Problem problem;
  private final Sizes sizes;
  private final Optional<Exercise> other;
  private final Scene scene;
  private final Meanings meanings;
  private final Draw draw;
  private final Worlds generic;
  private final Optional<Worlds> fixed;
  private final Moments moments;

  private Exercise(
      Problem problem, Sizes sizes, Optional<Exercise> other, Optional<Derived> derived) {
    this.problem = problem;
    this.sizes = sizes;
    this.other = other;
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
            problem.objective().isPresent() && !problem.trainable().isEmpty(),
            sizes.byName(),
            parameters(problem),
            classes(problem));
    meanings = Meanings.of(problem, scene);
    draw = new Draw(problem, lexicon);
    moments = new Moments(problem, scene, derived);
    generic = new Worlds(scene, meanings, draw, sizes.isSecond());
    Map<Symbol, Expr> values = fixedForAll(problem);
    fixed = values.isEmpty() ? Optional.empty() : Optional.of(generic.with(values));
  }

  /// Empty for sizes that no instance can be made of.
  ///
  /// @param numbers the instance that the data make, derived
  public static Optional<Exercise> of(Problem problem, Optional<Derived> numbers) {
    Optional<Exercise> other =
        problem.sizes().open().isEmpty()
            ? Optional.empty()
            : chosen(problem, Origin.SECOND_CHOICE, Optional.empty());
    return numbers
        .map(own -> new Exercise(own.problem(), Sizes.ofData(problem), other, numbers))
        .or(() -> chosen(problem, Origin.CHOICE, other));
  }

  private static Optional<Exercise> chosen(
      Problem problem, Origin origin, Optional<Exercise> other) {
    Sizes sizes = Sizes.chosen(problem, origin);
    return AtSizes.chosen(problem, sizes.values())
        .map(instance -> new Exercise(instance, sizes, other, Optional.empty()));
  }

  /// The same with other sizes and without data, where they are letters.
  Optional<Exercise> other() {
    return other;
  }

  Sizes sizes() {
    return sizes;
  }

  private static Set<Quantity> parameters(Problem problem) {
    return problem.declarations().stream()
        .filter(declaration -> declaration.role() == Role.WEIGHT || declaration.role() == Role.BIAS)
        .map(declaration -> declaration.quantity())
        .map(quantity -> Quantity.of(quantity.name(), quantity.labels()))
        .collect(Collectors.toSet());
  }

  private static Map<Quantity, Integer> classes(Problem problem) {
    Map<Quantity, Integer> classes = new LinkedHashMap<>();
    problem
        .labels()
        .forEach((symbol, range) -> {
          if (symbol instanceof Quantity quantity) {
            int count = range.to().constant().orElse(0) - range.from().constant().orElse(0) + 1;
            classes.put(quantity, count);
          }
        });
    return classes;
  }

  private static Quantity rate(Problem problem) {
    return problem.descents().stream()
        .flatMap(descent -> descent.rateName().stream())
        .findFirst()
        .map(Quantity::of)
        .orElse(Quantity.of(Problem.Descent.USUAL_RATE));
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

  /// The generic worlds in which one-hot targets, class labels and targets with a choice of values
  /// are those of a point.
  Optional<Worlds> targeted(World point) {
    Map<Symbol, Expr> values = new LinkedHashMap<>();
    for (Declaration declaration : problem.declarations()) {
      Quantity quantity = declaration.quantity();
      boolean hot = declaration.facts().stream().anyMatch(Problem.Fact.OneHot.class::isInstance);
      if ((hot || isChosen(declaration) || scene.classes().containsKey(quantity))
          && point.value(quantity) instanceof Value.Exact(Rational number)) {
        values.put(quantity, Expr.Number.of(number));
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(generic(values));
  }

  /// The targets that are one of a few values.
  Set<Quantity> chosen() {
    return problem.declarations().stream()
        .filter(Exercise::isChosen)
        .map(Declaration::quantity)
        .collect(Collectors.toSet());
  }

  private static boolean isChosen(Declaration declaration) {
    return declaration.role() == Role.TARGET
        && declaration.facts().stream().anyMatch(Problem.Fact.OneOf.class::isInstance);
  }

  boolean fixesRate() {
    return problem.descents().stream().anyMatch(descent -> descent.rate().isPresent());
  }

  Optional<Worlds> fixed() {
    return fixed;
  }

  /// The generic worlds in which some formulas are others.
  Worlds generic(Map<Symbol, Expr> replaced) {
    return generic.with(replaced);
  }

  /// The quantity of the network that has this value in all worlds, so that one can differentiate
  /// by it under another name.
  Optional<Grid> quantity(Grid value) {
    boolean formula =
        value.entries().stream().noneMatch(entry -> Formulas.symbols(entry).isEmpty());
    return scene.lexicon().entities().stream()
        .map(Lexicon.Entity::grid)
        .filter(grid -> formula && grid.isLike(value) && isSame(grid, value))
        .findFirst()
        .or(() -> formula && value.isScalar() ? entry(value.scalar()) : Optional.empty());
  }

  private Optional<Grid> entry(Expr value) {
    return scene.lexicon().entities().stream()
        .filter(entity -> entity.axes() > 0)
        .flatMap(entity -> entity.grid().entries().stream())
        .filter(entry -> generic.agree(entry, value).holds())
        .findFirst()
        .map(Sense::scalar);
  }

  private boolean isSame(Grid quantity, Grid value) {
    return IntStream.range(0, value.entries().size())
        .allMatch(i -> generic.agree(quantity.entries().get(i), value.entries().get(i)).holds());
  }

  /// @param replaced formulas that are others
  List<Moment> data(Map<Symbol, Expr> replaced) {
    return moments.in(replaced.isEmpty() ? meanings : meanings.with(replaced), replaced);
  }
}
