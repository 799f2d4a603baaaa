package gradus.check.answer;

import gradus.check.answer.Finding.Grounds;
import gradus.check.sense.Convention;
import gradus.check.sense.Lexicon;
import gradus.check.sense.Own;
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
import gradus.syntax.answer.Link;
import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Notated.Application;
import gradus.syntax.answer.Relation;
import gradus.syntax.answer.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an answer brings along: names that the network does not know, functions, data restated.
final class Introducing {
  private static final String ANYTHING = "any ";
  private static final int LONGEST = 2000;
  private static final List<Convention> PARTIALS =
      List.of(Convention.DIRECT_PARTIALS, Convention.SEPARATE_PATHS);

  private final Exercise exercise;
  private final Progress progress;

  Introducing(Exercise exercise, Progress progress) {
    this.exercise = exercise;
    this.progress = progress;
  }

  /// `δ_1 = ∂L/∂z_1` where nothing is called δ_1; either side may be the name.
  Optional<Finding> name(Link link) {
    boolean equates =
        switch (link.relation()) {
          case EQUAL, IDENTICAL, DEFINED_AS, DEFINES -> true;
          default -> false;
        };
    if (!equates || !link.isReadable() || link.isUnfinished()) {
      return Optional.empty();
    }
    return named(link, link.left(), link.right())
        .or(() ->
            link.relation() == Relation.DEFINED_AS
                ? Optional.empty()
                : named(link, link.right(), link.left()));
  }

  static boolean isAnything(Quantity quantity) {
    return quantity.name().toString().startsWith(ANYTHING);
  }

  private Optional<Finding> named(Link link, Side name, Side meaning) {
    Notated tree = name.tree().orElseThrow();
    Optional<Written> written = Sensing.name(tree, exercise.scene(), progress.own());
    boolean unknown =
        progress.read(name) instanceof Nothing(Cause cause, _, _) && isForeign(cause)
            || written.isPresent() && isGathered(tree) && !isGiven(name, meaning)
            || link.relation() == Relation.DEFINED_AS
                && written.filter(this::isOfTheNetwork).isEmpty();
    if (unknown && written.isPresent() && isPattern(meaning.tree().orElseThrow(), written.get())) {
      return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
    }
    if (written.isEmpty()) {
      return called(link, tree, meaning);
    }
    boolean again = !unknown && isOtherIndex(written.get(), name);
    if ((unknown || again)
        && progress.read(meaning) instanceof Nothing(Cause cause, _, _)
        && cause == Cause.FREE_LETTER) {
      return indexed(link, written.get(), meaning.tree().orElseThrow());
    }
    if (!unknown || !(progress.read(meaning) instanceof Grid grid)) {
      return Optional.empty();
    }
    if (grid.entries().stream().mapToInt(Formulas::operations).sum() > LONGEST) {
      return Optional.of(
          Finding.of(link, Verdict.UNDECIDED, Grounds.NONE)
              .troubled(
                  new Nothing(Cause.UNSUPPORTED, meaning.span(), "a formula of this length")));
    }
    Optional<Grid> same = exercise.quantity(grid);
    progress
        .own()
        .name(
            written.get(),
            same.orElse(grid),
            same.isPresent() ? Map.of() : otherwise(meaning.tree().orElseThrow()));
    return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
  }

  /// Whether numbers stand there for names that have some.
  private boolean isGiven(Side name, Side meaning) {
    return progress.read(name) instanceof Grid names
        && progress.read(meaning) instanceof Grid numbers
        && names.isLike(numbers)
        && numbers.entries().stream().allMatch(Expr.Number.class::isInstance)
        && names.entries().stream()
            .allMatch(entry -> Progress.symbol(entry).flatMap(progress::value).isPresent());
  }

  /// `w` for `w_1` and `w_2`, which may be the answer's own name for something else.
  private boolean isGathered(Notated name) {
    return Sensing.read(name, exercise.scene(), progress.own(), Set.of(), Map.of()).gathered();
  }

  /// `CE(y, ŷ) = …`: a name with what it depends on.
  private Optional<Finding> called(Link link, Notated tree, Side meaning) {
    Optional<Written> name =
        tree instanceof Application call && call.arguments().size() > 1
            ? Sensing.name(call.function(), exercise.scene(), progress.own())
            : Optional.empty();
    boolean unknown =
        read(tree, progress.own()) instanceof Nothing(Cause cause, _, _)
            && cause == Cause.UNKNOWN_FUNCTION;
    if (name.isEmpty() || !unknown || !(progress.read(meaning) instanceof Grid grid)) {
      return Optional.empty();
    }
    progress.own().name(name.get(), exercise.quantity(grid).orElse(grid));
    return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
  }

  // ---- entry by entry ---------------------------------------------------------------------------

  /// `δ_j = …` after `δ_k = …`.
  private boolean isOtherIndex(Written written, Side name) {
    List<String> open = open(written);
    return progress.read(name) instanceof Nothing(Cause cause, _, _)
        && cause == Cause.FREE_LETTER
        && open.size() == 1
        && progress.own().isIndexed(written.letters())
        && !progress.own().isIndexed(written.letters(), open.getFirst());
  }

  private static List<String> open(Written written) {
    return Stream.concat(written.subs().stream(), written.labels().stream())
        .filter(part -> part.matches("[a-z]"))
        .distinct()
        .toList();
  }

  /// `δ_k = y_k - t_k` names one number for each k.
  private Optional<Finding> indexed(Link link, Written written, Notated meaning) {
    List<String> open = open(written);
    if (open.size() != 1) {
      return Optional.empty();
    }
    String letter = open.getFirst();
    boolean named = false;
    for (int i = 0; i <= exercise.scene().lexicon().longest(); i++) {
      Sensing.Reading reading =
          Sensing.read(meaning, exercise.scene(), progress.own(), Set.of(), Map.of(letter, i));
      if (reading.sense() instanceof Grid grid) {
        progress.own().name(at(written, letter, i), exercise.quantity(grid).orElse(grid));
        named = true;
      }
    }
    if (!named) {
      return Optional.empty();
    }
    progress.own().index(written.letters(), letter);
    return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
  }

  private static Written at(Written written, String letter, int number) {
    String text = String.valueOf(number);
    return new Written(
        written.letters(),
        written.subs().stream().map(part -> part.equals(letter) ? text : part).toList(),
        written.labels().stream().map(part -> part.equals(letter) ? text : part).toList());
  }

  private static boolean isForeign(Cause cause) {
    return cause == Cause.UNKNOWN_NAME || cause == Cause.NO_SUCH_LABEL;
  }

  private boolean isOfTheNetwork(Written name) {
    Lexicon.Found found =
        exercise.scene().lexicon().find(name.letters(), name.subs(), name.labels());
    return found.isFound() && !found.loosely();
  }

  private Map<Convention, Grid> otherwise(Notated tree) {
    Map<Convention, Grid> readings = new EnumMap<>(Convention.class);
    for (Convention way : PARTIALS) {
      Sensing.Reading reading =
          Sensing.read(tree, exercise.scene(), progress.own(), Set.of(way), Map.of());
      if (reading.met().contains(way) && reading.sense() instanceof Grid grid) {
        readings.put(way, grid);
      }
    }
    return readings;
  }

  /// `O = [O_11, O_12; O_21, O_22]`
  private boolean isPattern(Notated tree, Written name) {
    return tree instanceof Notated.Matrix matrix
        && matrix.rows().stream()
            .flatMap(List::stream)
            .allMatch(cell ->
                cell instanceof Notated.Dots
                    || Sensing.name(cell, exercise.scene(), progress.own())
                        .filter(entry -> entry.letters().equals(name.letters()))
                        .isPresent());
  }

  /// A value of the data told once more.
  Finding restated(Finding finding) {
    boolean told =
        finding.verdict() == Verdict.CORRECT
            && finding.grounds() == Grounds.DATA
            && progress.read(finding.link().left()) instanceof Grid grid
            && grid.entries().stream().allMatch(this::isGiven);
    return told ? Finding.of(finding.link(), Verdict.INTRODUCES, Grounds.DATA) : finding;
  }

  /// Whether a side is a name that has its value from the data.
  boolean isData(Side side) {
    return progress.read(side) instanceof Grid grid
        && grid.entries().stream().allMatch(this::isGiven);
  }

  private boolean isGiven(Expr expr) {
    return expr instanceof Ref(Quantity quantity)
        && exercise.meanings().formula(quantity).isEmpty();
  }

  // ---- functions --------------------------------------------------------------------------------

  /// `g(z) = max(0, z)`, `g_0(z) = g_1(z) = …`, and `h = g(z)` where the network says how h comes
  /// from z.
  void functions(Chain chain) {
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
    return read(application, progress.own()) instanceof Grid grid
        && grid.isScalar()
        && grid.scalar() instanceof Expr.Call call
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Ref(Quantity argument)
        && isAnything(argument)
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
      if (side.tree().orElse(null) instanceof Application application
          && application.arguments().size() == 1
          && !(progress.read(application.function()) instanceof Grid)) {
        Notated tree = application.arguments().getFirst();
        Sensing.name(tree, exercise.scene(), progress.own())
            .filter(_ -> isGathered(tree) || isAnything(tree))
            .ifPresent(name ->
                progress
                    .own()
                    .name(name, Sense.scalar(new Ref(Quantity.of(ANYTHING + name.letters())))));
      }
    }
  }

  /// The p of `\|w\|_p` where nothing is called p: any from 1.
  private void orders(Notated tree) {
    if (tree instanceof Notated.Scripted(Notated.Norm norm, List<Notated> below, _, _)
        && below.size() == 1
        && below.getFirst() instanceof Notated.Symbol order
        && progress.read(order) instanceof Nothing(Cause cause, _, _)
        && cause == Cause.UNKNOWN_NAME) {
      Sensing.name(order, exercise.scene(), progress.own())
          .ifPresent(
              name -> progress.own().name(name, Sense.scalar(new Ref(Draw.order(name.letters())))));
    }
    NotatedParts.of(tree).forEach(this::orders);
  }

  private boolean isAnything(Notated tree) {
    Sensing.Reading reading =
        Sensing.read(tree, exercise.scene(), progress.own(), Set.of(), Map.of());
    return reading.loosely().lined()
        || reading.sense() instanceof Nothing(Cause cause, _, _) && cause == Cause.UNKNOWN_NAME;
  }

  private void define(Application application, Chain chain) {
    Optional<Written> function =
        Sensing.name(application.function(), exercise.scene(), progress.own());
    Optional<Written> argument =
        Sensing.name(application.arguments().getFirst(), exercise.scene(), progress.own());
    if (function.isEmpty() || argument.isEmpty()) {
      return;
    }
    boolean isKnown = read(application.function(), progress.own()) instanceof Grid;
    if (isKnown) {
      return;
    }
    Sense known = read(application.arguments().getFirst(), progress.own());
    if (known instanceof Grid grid
        && grid.isScalar()
        && grid.scalar() instanceof Ref(Quantity quantity)) {
      byQuantity(function.get(), quantity, application, chain);
    } else if (known instanceof Grid grid) {
      byEntries(function.get(), grid, chain);
    }
  }

  private Sense read(Notated tree, Own own) {
    return Sensing.read(tree, exercise.scene(), own, Set.of(), Map.of()).sense();
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
