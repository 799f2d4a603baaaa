package gradus.check.answer;

import gradus.check.answer.Finding.Grounds;
import gradus.check.sense.Convention;
import gradus.check.sense.Lexicon;
import gradus.check.sense.Own;
import gradus.check.sense.Own.Body;
import gradus.check.sense.Own.Guess.Kind;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an answer brings along: names that the network does not know, functions, data restated.
final class Introducing {
  private static final String ANYTHING = "any ";
  private static final int LONGEST = 2000;
  private static final int MOST_INDICES = 2;
  private static final int LONGEST_INDEX = 12;
  private static final List<Convention> PARTIALS =
      List.of(Convention.DIRECT_PARTIALS, Convention.SEPARATE_PATHS);

  private final Exercise exercise;
  private final Progress progress;
  private final List<Written> passing = new ArrayList<>();

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
            || written.isPresent() && isPartOfLoss(name, meaning)
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
    if (!unknown || !(fitted(meaning.tree().orElseThrow()) instanceof Grid grid)) {
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

  private static boolean isWeak(Kind kind) {
    return switch (kind) {
      case LOSS, ADJOINT_BY_BAR -> true;
      case ADJOINT_BY_D, ROW -> false;
    };
  }

  /// `L_{data} = …` and `\bar y = …` where that is a formula, and not that of the loss or of its
  /// derivative.
  private boolean isPartOfLoss(Side name, Side meaning) {
    Sensing.Reading reading =
        Sensing.read(
            name.tree().orElseThrow(), exercise.scene(), progress.own(), Set.of(), Map.of());
    boolean guessed =
        reading.loosely().guesses().stream()
            .anyMatch(guess -> isWeak(guess.kind()) && !progress.own().isShown(guess));
    boolean total = name.text().toLowerCase(Locale.ROOT).contains("tot");
    return guessed
        && !total
        && reading.sense() instanceof Grid loss
        && progress.read(meaning) instanceof Grid grid
        && grid.isLike(loss)
        && !Formulas.symbols(grid.scalar()).isEmpty()
        && !exercise.generic().agree(loss.scalar(), grid.scalar()).holds();
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

  /// With a column where a row is due, if it has no meaning else.
  private Sense fitted(Notated tree) {
    Sense plain = progress.read(tree);
    return plain instanceof Nothing(Cause cause, _, _) && cause == Cause.SHAPES
        ? Sensing.read(
                tree, exercise.scene(), progress.own(), Set.of(Convention.TRANSPOSED), Map.of())
            .sense()
        : plain;
  }

  /// `w` for `w_1` and `w_2`, which may be the answer's own name for something else.
  private boolean isGathered(Notated name) {
    return Sensing.read(name, exercise.scene(), progress.own(), Set.of(), Map.of()).loose();
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
    String open = String.join(",", open(written.subs()));
    boolean layer =
        written.labels().stream().allMatch(part -> part.matches("[0-9]+"))
            && !written.labels().isEmpty()
            && !progress.own().hasLabel(written.letters(), written.labels());
    return progress.read(name) instanceof Nothing(Cause cause, _, _)
        && (cause == Cause.FREE_LETTER || cause == Cause.NO_SUCH_LABEL)
        && progress.own().isIndexed(written.letters())
        && (layer || !progress.own().isIndexed(written.letters(), open));
  }

  private static List<String> open(Written written) {
    return open(Stream.concat(written.subs().stream(), written.labels().stream()).toList());
  }

  private static List<String> open(List<String> parts) {
    return parts.stream().filter(part -> part.matches("[a-z]")).distinct().toList();
  }

  /// `δ_k = y_k - t_k` names one number for each k.
  private Optional<Finding> indexed(Link link, Written written, Notated meaning) {
    List<String> open = open(written);
    if (open.isEmpty() || open.size() > MOST_INDICES) {
      return Optional.empty();
    }
    boolean named = false;
    boolean placed = false;
    for (Map<String, Integer> numbers : numbers(open)) {
      Sensing.Reading reading =
          Sensing.read(meaning, exercise.scene(), progress.own(), Set.of(), numbers);
      if (reading.sense() instanceof Grid grid) {
        progress.own().name(at(written, numbers), meant(grid));
        placed |= reading.loosely().placed();
        named = true;
      }
    }
    if (!named) {
      return Optional.empty();
    }
    progress.own().index(written.letters(), String.join(",", open(written.subs())));
    if (placed) {
      progress.own().doubt(written.letters());
    }
    return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
  }

  private List<Map<String, Integer>> numbers(List<String> letters) {
    List<Map<String, Integer>> all = List.of(Map.of());
    for (String letter : letters) {
      List<Map<String, Integer>> more = new ArrayList<>();
      for (Map<String, Integer> before : all) {
        for (int i = 0; i <= Math.min(LONGEST_INDEX, exercise.scene().lexicon().longest()); i++) {
          Map<String, Integer> with = new LinkedHashMap<>(before);
          with.put(letter, i);
          more.add(with);
        }
      }
      all = more;
    }
    return all;
  }

  /// A quantity of the network, or an entry of one, under another name.
  private Grid meant(Grid grid) {
    return exercise.quantity(grid).orElse(grid);
  }

  private Written at(Written written, Map<String, Integer> numbers) {
    return new Written(
        written.letters(),
        written.subs().stream().map(part -> numbered(part, numbers)).toList(),
        written.labels().stream().map(part -> numbered(part, numbers)).toList());
  }

  private String numbered(String part, Map<String, Integer> numbers) {
    Integer number = numbers.getOrDefault(part, exercise.scene().sizes().get(part));
    return number == null ? part : String.valueOf(number);
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
      side.tree()
          .flatMap(Introducing::ofAnything)
          .filter(call -> !(read(call.function(), progress.own()) instanceof Grid))
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
      case Notated.Fraction fraction -> fraction.derivative().flatMap(Introducing::ofAnything);
      case Notated.Derivative derivative ->
          derivative
              .of()
              .flatMap(Introducing::ofAnything)
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
            .filter(_ -> isGathered(tree) || isAnything(tree));
    if (name.isPresent()) {
      boolean several = isGathered(tree) || isLined(tree);
      Quantity anything = Quantity.of(ANYTHING + name.get().letters());
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
          .ifPresent(
              name -> progress.own().name(name, Sense.scalar(new Ref(Draw.order(name.letters())))));
    }
    NotatedParts.of(tree).forEach(this::orders);
  }

  private boolean isAnything(Notated tree) {
    return isLined(tree)
        || read(tree, progress.own()) instanceof Nothing(Cause cause, _, _)
            && cause == Cause.UNKNOWN_NAME;
  }

  private boolean isLined(Notated tree) {
    return Sensing.read(tree, exercise.scene(), progress.own(), Set.of(), Map.of())
        .loosely()
        .lined();
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
