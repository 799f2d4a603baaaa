package gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.entry.Instance;
import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.calculus.rule.LocalDerivative;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.calculus.step.Derivation.Step;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.print.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// A typed network with numbers for its letters, at random operands: every line of an adjoint has
/// at every entry, and for every member of a family, the value of the slope of the target.
///
/// The slope is the scalar derivation of the entries, which is itself compared with finite
/// differences.
public final class Unrolled {
  private static final double SLIGHT = 1e-6;

  private final Graph typed;
  private final Instance instance;
  private final Graph scalar;
  private final Functions functions;
  private final Map<Symbol, Value> values = new HashMap<>();
  private final SplittableRandom random = new SplittableRandom(7);

  private Unrolled(Graph typed, Functions functions, Map<Letter, Integer> sizes) {
    this.typed = typed;
    this.instance = new Instance(sizes);
    this.scalar = instance.graph(typed);
    this.functions = concrete(functions);
  }

  /// @param sizes `n = 2, h[1] = 3`
  public static Unrolled at(Graph typed, Functions functions, String sizes) {
    Map<Letter, Integer> numbers = new LinkedHashMap<>();
    for (String size : sizes.split(",")) {
      String[] sides = size.split("=");
      Letter letter = Sketch.index(sides[0]).letters().iterator().next();
      numbers.put(letter, Integer.parseInt(sides[1].strip()));
    }
    return new Unrolled(typed, functions, numbers);
  }

  /// A cubic of its own for each abstract function and each member of a family of them.
  private Functions concrete(Functions functions) {
    Functions all = functions;
    Set<Name> called = new LinkedHashSet<>();
    for (Definition definition : scalar.definitions()) {
      Formulas.visit(
          definition.formula(),
          node -> {
            if (node instanceof Call call) {
              called.add(call.function());
            }
          });
    }
    int count = 0;
    for (Name name : called) {
      Optional<Function> known = functions.named(name);
      if (known.isEmpty()
          || (known.get().definition().isEmpty() && known.get().derivatives().isEmpty())) {
        Expr u = Formulas.ref("u");
        Expr bend = Expr.Number.of(Rational.of(++count, 16));
        Expr cubic = Formulas.sum(u, Formulas.product(bend, u, u), Formulas.product(bend, u, u, u));
        all = all.with(Function.defined(name, List.of(Name.of("u")), cubic));
      }
    }
    return all;
  }

  public void verify(Derivation derivation) {
    draw(derivation);
    for (Adjoint adjoint : derivation.adjoints()) {
      Optional<Family> family = adjoint.family();
      if (family.isEmpty()) {
        verify(adjoint, Map.of());
      } else {
        for (int k : instance.members(family.get())) {
          verify(adjoint, Map.of(Letter.of(family.get().letter()), Index.of(k)));
        }
      }
    }
  }

  /// The lines at every entry; letters of the partial's indices run over their axes.
  private void verify(Adjoint adjoint, Map<Letter, Index> label) {
    Partial partial = adjoint.partial();
    if (partial.by().isEntry() || partial.by().shape().isScalar()) {
      for (Map<Letter, Index> at : entries(partial, label)) {
        verify(adjoint, (Partial) with(partial, at), at, List.of());
      }
      return;
    }
    Quantity by = (Quantity) with(partial.by(), label);
    for (List<Integer> at : instance.positions(by.shape())) {
      Quantity entry = by.entry(at.stream().map(Index::of).toList());
      verify(adjoint, Partial.total(partial.of(), entry), label, at);
    }
  }

  /// Lines with an unfinished derivative by a whole vector have no entries.
  private void verify(
      Adjoint adjoint, Partial entry, Map<Letter, Index> letters, List<Integer> at) {
    double expected = slope(entry);
    for (Step step : adjoint.steps()) {
      if (!at.isEmpty() && step.formula() instanceof Expr.Derivative) {
        continue;
      }
      assertThat(value(step.formula(), letters, at))
          .as(PlainText.of(entry) + " = " + PlainText.of(step.formula()))
          .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
  }

  private List<Map<Letter, Index>> entries(Partial partial, Map<Letter, Index> label) {
    List<Map<Letter, Index>> all = new ArrayList<>(List.of(label));
    extend(partial.of(), label, all);
    extend(partial.by(), label, all);
    return all;
  }

  private void extend(Quantity entry, Map<Letter, Index> label, List<Map<Letter, Index>> all) {
    Quantity whole =
        whole(
            IndexSubstitution.with(entry, letter -> label.getOrDefault(letter, Index.of(letter))));
    for (int axis = 0; axis < entry.indices().size(); axis++) {
      Index index = entry.indices().get(axis);
      if (index.is(1)) {
        continue;
      }
      Letter letter = index.letters().iterator().next();
      int length = number(whole.shape().axes().get(axis));
      List<Map<Letter, Index>> longer = new ArrayList<>();
      for (Map<Letter, Index> start : all) {
        for (int i = 1; i <= length; i++) {
          Map<Letter, Index> more = new HashMap<>(start);
          more.put(letter, Index.of(i));
          longer.add(more);
        }
      }
      all.clear();
      all.addAll(longer);
    }
  }

  /// The quantity with its shape, as formulas or definitions have it.
  private Quantity whole(Quantity entry) {
    for (Definition definition : typed.definitions()) {
      List<Symbol> symbols = new ArrayList<>(Formulas.symbols(definition.formula()));
      symbols.add(definition.symbol());
      for (Symbol symbol : symbols) {
        if (symbol instanceof Quantity quantity && quantity.name().equals(entry.name())) {
          return relabelled(quantity, entry.labels());
        }
      }
    }
    throw new AssertionError("nowhere: " + entry);
  }

  private static Quantity relabelled(Quantity pattern, List<Index> labels) {
    if (labels.isEmpty() || pattern.labels().equals(labels)) {
      return pattern;
    }
    Index own = pattern.labels().getFirst();
    if (own.letters().isEmpty()) {
      return pattern;
    }
    Letter letter = own.letters().iterator().next();
    Index shift = labels.getFirst().minus(own.minus(Index.of(letter)));
    return IndexSubstitution.with(pattern, other -> other.equals(letter) ? shift : Index.of(other));
  }

  private int number(Index index) {
    return index
        .with(letter ->
            Optional.ofNullable(instance.sizes().get(letter))
                .map(Index::of)
                .orElse(Index.of(letter)))
        .constant()
        .orElseThrow(() -> new AssertionError("no number: " + index));
  }

  private Symbol with(Symbol symbol, Map<Letter, Index> at) {
    return IndexSubstitution.with(
        symbol,
        letter -> {
          Integer size = instance.sizes().get(letter);
          return at.getOrDefault(letter, size == null ? Index.of(letter) : Index.of(size));
        });
  }

  /// Random values for everything undefined, and what follows from them.
  private void draw(Derivation derivation) {
    Map<Symbol, Value> given = new LinkedHashMap<>();
    for (Definition definition : scalar.definitions()) {
      for (Symbol symbol : Formulas.symbols(definition.formula())) {
        if (scalar.definition(symbol).isEmpty()) {
          given.putIfAbsent(symbol, Value.of(0.1 + 0.4 * random.nextDouble()));
        }
      }
    }
    values.putAll(Evaluation.of(scalar, functions, given, (_, value) -> value).values());
    derivation.adjoints().forEach(adjoint -> adjoint.alias().ifPresent(aliases::add));
  }

  private final List<Alias> aliases = new ArrayList<>();
  private final Map<Partial, Double> slopes = new HashMap<>();

  /// A central difference of the whole network, everything along all paths.
  private double slope(Partial partial) {
    return slopes.computeIfAbsent(partial, this::derivative);
  }

  private double derivative(Partial partial) {
    if (partial.of().equals(partial.by())) {
      return 1;
    }
    if (!values.containsKey(partial.by())) {
      return 0; // an entry that nothing uses
    }
    Derivation derivation =
        Differentiator.derive(scalar, functions, List.of(partial), List.of(), Set.of());
    double slope =
        Evaluation.of(derivation.graph(), functions, inputs(), (_, value) -> value)
            .values()
            .get(partial)
            .doubleValue();
    assertThat(difference(partial)).isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
    return slope;
  }

  private Map<Symbol, Value> inputs() {
    Map<Symbol, Value> inputs = new HashMap<>(values);
    scalar.definitions().forEach(definition -> inputs.remove(definition.symbol()));
    return inputs;
  }

  private double difference(Partial partial) {
    return (moved(partial, SLIGHT) - moved(partial, -SLIGHT)) / (2 * SLIGHT);
  }

  private double moved(Partial partial, double by) {
    Map<Symbol, Value> inputs = inputs();
    inputs.put(partial.by(), Value.of(values.get(partial.by()).doubleValue() + by));
    return Evaluation.of(scalar, functions, inputs, (_, value) -> value)
        .values()
        .get(partial.of())
        .doubleValue();
  }

  private double value(Expr line, Map<Letter, Index> at, List<Integer> position) {
    Expr numbered =
        IndexSubstitution.with(line, letter -> at.getOrDefault(letter, Index.of(letter)));
    Expr written = instance.written(numbered, position);
    Map<Symbol, Value> known = new HashMap<>(values);
    for (Symbol symbol : Formulas.symbols(written)) {
      known.computeIfAbsent(symbol, this::known);
    }
    return Evaluation.of(written, functions, known).doubleValue();
  }

  private Value known(Symbol symbol) {
    return switch (symbol) {
      case Partial partial when partial.reading() == Symbol.Reading.TOTAL ->
          Value.of(slope(partial));
      case Partial(Quantity of, Quantity by, _) ->
          Evaluation.of(
              LocalDerivative.of(scalar.definition(of).orElseThrow().formula(), by, functions),
              functions,
              values);
      case Quantity quantity -> named(quantity);
      case Symbol.Updated _ -> throw new AssertionError("no step is made: " + symbol);
    };
  }

  /// An alias stands for the partial with the same labels and indices.
  private Value named(Quantity name) {
    for (Alias alias : aliases) {
      if (alias.name().name().equals(name.name())) {
        Partial pattern = alias.partial();
        Quantity by = Quantity.of(pattern.by().name(), name.labels()).entry(name.indices());
        double slope = slope(Partial.total(pattern.of(), by));
        return Value.of(alias.negative() ? -slope : slope);
      }
    }
    throw new AssertionError("no value: " + PlainText.of(new Ref(name)));
  }
}
