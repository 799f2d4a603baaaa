package gradus.check.answer;

import gradus.check.sense.Own.Body;
import gradus.check.sense.Own.Written;
import gradus.check.sense.Sense;
import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Grid;
import gradus.check.sense.Sense.Nothing;
import gradus.check.sense.Sensing;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.answer.Chain;
import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Application;
import gradus.syntax.answer.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Functions that an answer brings along, and the names that stand for anything in them.
final class IntroducingFunctions {
  private final Exercise exercise;
  private final Progress progress;
  private final List<Written> passing = new ArrayList<>();

  IntroducingFunctions(Exercise exercise, Progress progress) {
    this.exercise = exercise;
    this.progress = progress;
  }

  /// `g(z) = max(0, z)`, `g_0(z) = g_1(z) = …`, and `h = g(z)` where the network says how h comes
  /// from z.
  void in(Chain chain) {
    parameters(chain);
    chain.sides().forEach(side -> side.tree().ifPresent(this::orders));
    for (Side side : chain.sides()) {
      side.tree()
          .ifPresent(tree -> {
            if (tree instanceof Application application
                && application.arguments().size() == 1
                && (isUnknown(side) || isUnused(application))) {
              define(application, chain);
            }
          });
    }
  }

  private boolean isUnknown(Side side) {
    return progress.read(side) instanceof Nothing nothing
        && (nothing.cause() == Cause.UNKNOWN_FUNCTION || nothing.cause() == Cause.UNKNOWN_NAME);
  }

  /// A standard function of anything, such as `σ(z)`, that the network has no use for: the answer
  /// may mean another one by it.
  private boolean isUnused(Application application) {
    return progress.read(application) instanceof Grid grid
        && grid.isScalar()
        && grid.scalar() instanceof Expr.Call call
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Ref(Quantity argument)
        && Placeholder.ANYTHING.is(argument)
        && exercise.scene().graph().definitions().stream()
            .noneMatch(definition -> calls(definition.formula(), call));
  }

  private static boolean calls(Expr formula, Expr.Call function) {
    boolean[] found = new boolean[1];
    Formulas.visit(
        formula,
        part ->
            found[0] |=
                part instanceof Expr.Call call && call.function().equals(function.function()));
    return found[0];
  }

  /// In `g(z) = max(0, z)` z may be anything, if nothing is called so.
  private void parameters(Chain chain) {
    for (Side side : chain.sides()) {
      side.tree()
          .flatMap(IntroducingFunctions::ofAnything)
          .filter(call -> !(progress.read(call.function()) instanceof Grid))
          .map(call -> call.arguments().getFirst())
          .filter(argument -> !isLined(argument) || !standsBesideVectors(chain))
          .ifPresent(this::parameter);
    }
  }

  private Optional<Written> name(Notated tree) {
    return Sensing.name(tree, exercise.scene(), progress.own());
  }

  private boolean standsBesideVectors(Chain chain) {
    return chain.sides().stream()
        .anyMatch(side ->
            progress.read(side) instanceof Grid grid
                && !grid.isScalar()
                && (grid.entries().stream().allMatch(Expr.Number.class::isInstance)
                    || side.tree().filter(tree -> name(tree).isPresent()).isPresent()));
  }

  /// `g(z)`, and `\frac{dg(z)}{dz}`.
  private static Optional<Application> ofAnything(Notated tree) {
    return switch (tree) {
      case Application call when call.arguments().size() == 1 -> Optional.of(call);
      case Notated.Fraction fraction ->
          fraction.derivative().flatMap(IntroducingFunctions::ofAnything);
      case Notated.Derivative derivative ->
          derivative
              .of()
              .flatMap(IntroducingFunctions::ofAnything)
              .filter(call -> derivative.by().size() == 1)
              .filter(call -> isSameName(derivative.by().getFirst(), call.arguments().getFirst()));
      default -> Optional.empty();
    };
  }

  private static boolean isSameName(Notated left, Notated right) {
    return left instanceof Notated.Symbol one
        && right instanceof Notated.Symbol other
        && one.letters().equals(other.letters())
        && one.marks().equals(other.marks());
  }

  private void parameter(Notated tree) {
    Optional<Written> name =
        Sensing.name(tree, exercise.scene(), progress.own())
            .filter(_ -> progress.reading(tree).loose() || isAnything(tree));
    if (name.isPresent()) {
      boolean several = progress.reading(tree).loose() || isLined(tree);
      Quantity anything = Placeholder.ANYTHING.named(name.get().letters());
      progress.own().name(name.get(), Sense.scalar(new Ref(anything)));
      if (several) {
        passing.add(name.get());
      }
    }
  }

  /// What stood for anything in one chain stands for several names again behind it.
  void leave() {
    passing.forEach(progress.own()::forget);
    passing.clear();
  }

  /// The p of `\|w\|_p` where nothing is called p: any from 1.
  private void orders(Notated tree) {
    if (tree instanceof Notated.Scripted(Notated.Norm norm, List<Notated> below, _, _)
        && below.size() == 1
        && below.getFirst() instanceof Notated.Symbol order
        && progress.read(order) instanceof Nothing(Cause cause, _, _)
        && cause == Cause.UNKNOWN_NAME) {
      Sensing.name(order, exercise.scene(), progress.own())
          .ifPresent(name ->
              progress
                  .own()
                  .name(name, Sense.scalar(new Ref(Placeholder.NORM_ORDER.named(name.letters())))));
    }
    tree.children().forEach(this::orders);
  }

  private boolean isAnything(Notated tree) {
    return isLined(tree)
        || progress.read(tree) instanceof Nothing(Cause cause, _, _) && cause == Cause.UNKNOWN_NAME;
  }

  private boolean isLined(Notated tree) {
    return progress.reading(tree).loosely().lined();
  }

  private void define(Application application, Chain chain) {
    Optional<Written> function =
        Sensing.name(application.function(), exercise.scene(), progress.own());
    Optional<Written> argument =
        Sensing.name(application.arguments().getFirst(), exercise.scene(), progress.own());
    if (function.isEmpty() || argument.isEmpty()) {
      return;
    }
    boolean isKnown = progress.read(application.function()) instanceof Grid;
    if (isKnown) {
      return;
    }
    Sense known = progress.read(application.arguments().getFirst());
    if (known instanceof Grid grid
        && grid.isScalar()
        && grid.scalar() instanceof Ref(Quantity quantity)) {
      byQuantity(function.get(), quantity, application, chain);
    } else if (known instanceof Grid grid) {
      byEntries(function.get(), grid, chain);
    }
  }

  private void byQuantity(Written function, Quantity argument, Application call, Chain chain) {
    for (Side side : chain.sides()) {
      boolean itself = side.tree().filter(call::equals).isPresent();
      if (!itself && progress.read(side) instanceof Grid grid && grid.isScalar()) {
        Expr formula = grid.scalar();
        boolean own = Formulas.symbols(formula).equals(Set.<Symbol>of(argument));
        if (own) {
          progress.own().function(function, new Body.Formula(argument, formula));
          return;
        }
        if (formula instanceof Ref(Quantity result) && defined(function, argument, result)) {
          return;
        }
      }
    }
  }

  private boolean defined(Written function, Quantity argument, Quantity result) {
    Optional<Expr> definition =
        exercise.scene().graph().definition(result).map(Definition::formula);
    boolean fits =
        definition
            .filter(formula -> Formulas.symbols(formula).equals(Set.<Symbol>of(argument)))
            .isPresent();
    if (fits) {
      progress.own().function(function, new Body.Formula(argument, definition.get()));
    }
    return fits;
  }

  private void byEntries(Written function, Grid arguments, Chain chain) {
    if (!(arguments.entries().getFirst() instanceof Ref(Quantity argument))) {
      return;
    }
    for (Side side : chain.sides()) {
      if (progress.read(side) instanceof Grid grid
          && grid.isLike(arguments)
          && grid.entries().getFirst() instanceof Ref(Quantity result)
          && defined(function, argument, result)) {
        return;
      }
    }
  }
}
