package gradus.check.world;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.check.sense.Glossary;
import gradus.check.sense.Interpreter;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.expr.Value.Exact;
import gradus.syntax.paper.Link;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an answer has brought so far: its names, the point of the data that it is at, numbers as
/// printed, and its mistakes.
public final class AnswerState {
  private static final int MOST_EXPLAINED = 40;
  private static final int MOST_READINGS = 100;
  private static final int MOST_CALCULATED = 100;

  private final Exercise exercise;
  private final Glossary own;
  private final boolean tellsClass;
  private final boolean explains;
  private int explained;
  private final DecimalPlaces decimals;
  private final Set<ReadingConvention> met = EnumSet.noneOf(ReadingConvention.class);
  private final List<Moment> data;
  private final Map<Symbol, Rational> rounded = new LinkedHashMap<>();
  private final Map<Symbol, Expr> wrongFormulas = new LinkedHashMap<>();
  private final Map<Symbol, Expr> wrongNumbers = new LinkedHashMap<>();
  private final Map<Symbol, Integer> blamed = new HashMap<>();
  private final Set<String> counted = new HashSet<>();
  private final Set<Double> calculated = new LinkedHashSet<>();
  private final Map<Notated, Interpreter.Reading> readings = new IdentityHashMap<>();
  private int version;
  private int point;
  private @Nullable List<Moment> printedData;
  private @Nullable List<Moment> mistakenData;
  private @Nullable Worlds mistaken;
  private @Nullable PrintedNumbers printed;

  /// @param tellsClass whether the answer says of a letter that it is the class of the target
  /// @param explains whether slips are looked for
  public AnswerState(
      Exercise exercise,
      Glossary own,
      DecimalPlaces decimals,
      boolean tellsClass,
      boolean explains) {
    this.tellsClass = tellsClass;
    this.explains = explains;
    this.decimals = decimals;
    this.exercise = exercise;
    this.own = own;
    data = exercise.data(Map.of());
  }

  /// Conventions that would have read something otherwise.
  public Set<ReadingConvention> met() {
    return met;
  }

  /// The first few dozen times; after that a slip costs more than it tells.
  public boolean explains() {
    return explains && explained++ < MOST_EXPLAINED;
  }

  public boolean tellsClass() {
    return tellsClass;
  }

  public Glossary own() {
    return own;
  }

  /// What a side means, read plainly.
  public Sense read(Side side) {
    return side.tree()
        .map(this::read)
        .orElseGet(() -> new Sense.Nothing(Sense.Cause.UNSUPPORTED, side.span(), side.text()));
  }

  public Sense read(Notated tree) {
    return reading(tree).sense();
  }

  /// Each side is asked for several times while a chain is judged.
  public Interpreter.Reading reading(Notated tree) {
    if (own.version() != version || readings.size() > MOST_READINGS) {
      readings.clear();
      version = own.version();
    }
    Interpreter.Reading known = readings.get(tree);
    if (known == null) {
      known = Interpreter.read(tree, exercise.scene(), own, Set.of(), Map.of());
      readings.put(tree, known);
    }
    return known;
  }

  public int point() {
    return point;
  }

  /// What was printed for after the step is what the next step begins with.
  public void moveTo(int other) {
    Map<Symbol, Rational> kept = new LinkedHashMap<>();
    boolean sameStep = data.get(other).step() == data.get(point).step();
    rounded.forEach((symbol, number) -> {
      if (sameStep && exercise.problem().trainable().contains(symbol)) {
        kept.put(symbol, number);
      } else if (!sameStep && symbol instanceof Updated(Quantity quantity)) {
        kept.put(quantity, number);
      }
    });
    point = other;
    printed = null;
    printedData = null;
    rounded.clear();
    rounded.putAll(kept);
  }

  public List<Moment> data() {
    return data;
  }

  // ---- layers -----------------------------------------------------------------------------------

  /// In a right link layers are counted as the network counts them.
  public void learn(Link link) {
    counted.addAll(layered(link));
    for (Side side : List.of(link.left(), link.right())) {
      side.tree().map(this::reading).ifPresent(read -> own.show(read.loosely().guesses()));
    }
  }

  /// Whether the answer has counted the layers of these names as the network does.
  public boolean countsLike(Link link) {
    Set<String> names = layered(link);
    return !names.isEmpty() && counted.containsAll(names);
  }

  private Set<String> layered(Link link) {
    Set<String> letters = new LinkedHashSet<>();
    for (Side side : List.of(link.left(), link.right())) {
      side.tree().ifPresent(tree -> letters.addAll(tree.lettersOfNames()));
    }
    letters.removeIf(name -> !exercise.scene().lexicon().isCounted(name));
    return letters;
  }

  // ---- numbers as printed -----------------------------------------------------------------------

  public PrintedNumbers printed() {
    PrintedNumbers known = printed;
    if (known == null) {
      known =
          new PrintedNumbers(exercise.scene().functions(), values(), rounded.values(), decimals);
      printed = known;
    }
    return known;
  }

  private List<Double> values() {
    List<Double> values = new ArrayList<>(calculated);
    if (point < data.size()) {
      World world = data.get(point).world();
      values(world).values().forEach(value -> values.add(value.doubleValue()));
      double rate = world.value(exercise.scene().rate()).doubleValue();
      for (Symbol name : exercise.problem().trainable()) {
        if (name instanceof Quantity parameter && exercise.scene().loss().isPresent()) {
          Partial gradient = Partial.total(exercise.scene().loss().get(), parameter);
          values.add(rate * world.value(gradient).doubleValue());
        }
      }
    }
    values.removeIf(value -> value.isNaN());
    return values;
  }

  /// What the answer has calculated rightly, before it was rounded.
  public void calculate(Value value) {
    if (value.isDefined() && calculated.size() < MOST_CALCULATED) {
      calculated.add(value.doubleValue());
      printed = null;
    }
  }

  /// What every name of the network is in a world, before and after the step, and the derivatives
  /// of the loss.
  public Map<Symbol, Value> values(World world) {
    List<Quantity> names = new ArrayList<>();
    exercise.problem().declarations().forEach(d -> names.add(d.quantity()));
    for (Definition definition : exercise.scene().graph().definitions()) {
      if (definition.symbol() instanceof Quantity quantity) {
        names.add(quantity);
      }
    }
    Map<Symbol, Value> values = new LinkedHashMap<>();
    values.put(exercise.scene().rate(), world.value(exercise.scene().rate()));
    for (Quantity name : names) {
      values.put(name, world.value(name));
      values.put(new Updated(name), world.value(new Updated(name)));
      exercise
          .scene()
          .loss()
          .map(loss -> Partial.total(loss, name))
          .ifPresent(partial -> values.put(partial, world.value(partial)));
    }
    return values;
  }

  /// A name was printed with a number that rounds its value.
  void print(Symbol symbol, Rational number) {
    boolean exact =
        point < data.size()
            && data.get(point).world().value(symbol) instanceof Exact(Rational value)
            && value.equals(number);
    if (!exact) {
      rounded.put(symbol, number);
      printedData = null;
    }
  }

  public List<Moment> printedData() {
    List<Moment> known = printedData;
    if (known == null) {
      known = rounded.isEmpty() ? List.of() : exercise.data(numbers(rounded));
      printedData = known;
    }
    return known;
  }

  private static Map<Symbol, Expr> numbers(Map<Symbol, Rational> values) {
    Map<Symbol, Expr> numbers = new LinkedHashMap<>();
    values.forEach((symbol, value) -> numbers.put(symbol, Expr.Number.of(value)));
    return numbers;
  }

  // ---- mistakes ---------------------------------------------------------------------------------

  public boolean hasMistakes() {
    return !blamed.isEmpty();
  }

  /// A name was given a wrong formula in a claim.
  void blame(Symbol symbol, Expr formula, int claim) {
    boolean circular =
        Formulas.symbols(formula).stream()
            .anyMatch(used -> exercise.meanings().dependsOn(used, symbol));
    if (!circular) {
      boolean number = Formulas.symbols(formula).isEmpty();
      (number ? wrongNumbers : wrongFormulas).put(symbol, formula);
      blamed.putIfAbsent(symbol, claim);
      mistaken = null;
      mistakenData = null;
    }
  }

  public Worlds mistaken() {
    Worlds known = mistaken;
    if (known == null) {
      known = exercise.generic(wrongFormulas);
      mistaken = known;
    }
    return known;
  }

  public List<Moment> mistakenData() {
    List<Moment> known = mistakenData;
    if (known == null) {
      Map<Symbol, Expr> all = numbers(rounded);
      all.putAll(wrongFormulas);
      all.putAll(wrongNumbers);
      known = exercise.data(all);
      mistakenData = known;
    }
    return known;
  }

  /// The claim whose mistake a link depends on, if it says more than that mistake.
  public Optional<Integer> causeOf(GridPair pair) {
    for (Map.Entry<Symbol, Integer> entry : blamed.entrySet()) {
      Symbol symbol = entry.getKey();
      boolean depends =
          pair.names().stream().anyMatch(name -> exercise.meanings().dependsOn(name, symbol));
      boolean more = pair.names().stream().anyMatch(name -> !name.equals(symbol));
      if (depends && more) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /// The value of a name at the data.
  public Optional<Value> value(Symbol symbol) {
    return point < data.size()
        ? Optional.of(data.get(point).world().value(symbol)).filter(Value::isDefined)
        : Optional.empty();
  }

  public static Optional<Symbol> symbol(Expr expr) {
    return expr instanceof Ref(Symbol symbol) ? Optional.of(symbol) : Optional.empty();
  }
}
