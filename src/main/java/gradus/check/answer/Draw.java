package gradus.check.answer;

import gradus.calculus.Functions;
import gradus.check.Facts;
import gradus.check.Facts.Choice;
import gradus.check.sense.Lexicon;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Index;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Values of what the network leaves open: small fractions of both signs that obey the facts, drawn
/// by name, so that they do not depend on what else is asked for.
final class Draw {
  private static final int MOST_CLASSES = 8;
  private static final Fact AT_LEAST_ONE = new Fact.Bound(Relation.AT_LEAST, Rational.ONE);

  private final Map<Quantity, List<Fact>> facts = new LinkedHashMap<>();
  private final Map<Quantity, Integer> lengths = new HashMap<>();

  Draw(Problem problem, Lexicon lexicon) {
    problem.declarations().forEach(d -> facts.put(d.quantity(), d.facts()));
    lexicon.entities().forEach(e -> lengths.put(e.whole(), e.axes() > 1 ? e.columns() : e.rows()));
  }

  private List<Fact> facts(Quantity quantity) {
    boolean order = Placeholder.NORM_ORDER.is(quantity);
    return facts.getOrDefault(quantity, order ? List.of(AT_LEAST_ONE) : List.of());
  }

  Value value(int seed, Quantity quantity) {
    SplittableRandom random = random(seed, quantity);
    Rational free = free(seed, random);
    for (Fact fact : facts(quantity)) {
      free = fitted(fact, free, quantity, seed, random);
    }
    return Value.of(free);
  }

  private static SplittableRandom random(int seed, Quantity quantity) {
    long key = quantity.name().key().hashCode();
    for (Index index : quantity.labels()) {
      key = key * 1_000_003 + index.toString().hashCode();
    }
    for (Index index : quantity.indices()) {
      key = key * 998_244_353 + index.toString().hashCode() + 7;
    }
    return new SplittableRandom(key * 31 + seed * 0x9E3779B97F4A7C15L);
  }

  /// The first worlds are positive, the next nearly so; later ones have all signs and sizes.
  private static Rational free(int seed, SplittableRandom random) {
    int denominator = seed % 3 == 0 ? 8 : seed % 3 == 1 ? 7 : 16;
    long size = 1 + random.nextInt(seed % 5 == 4 ? 200 : 24);
    int negative = seed < 2 ? 0 : seed < 6 ? 20 : 50;
    long sign = random.nextInt(100) < negative ? -1 : 1;
    return Rational.of(sign * size, denominator);
  }

  private Rational fitted(
      Fact fact, Rational free, Quantity quantity, int seed, SplittableRandom random) {
    return switch (fact) {
      case Fact.OneOf(List<Rational> values) -> values.get(random.nextInt(values.size()));
      case Fact.Within(Index from, Index to) -> {
        int low = from.constant().orElse(1);
        int high = Math.max(low, to.constant().orElse(low));
        yield Rational.of(low + random.nextInt(high - low + 1));
      }
      case Fact.OneHot() -> hot(quantity, seed) ? Rational.ONE : Rational.ZERO;
      case Fact.Bound(Relation relation, Rational bound) -> bounded(relation, bound, free);
    };
  }

  private boolean hot(Quantity quantity, int seed) {
    int size = lengths.getOrDefault(whole(quantity), 1);
    int chosen = random(seed, sample(quantity)).nextInt(size) + 1;
    return quantity.indices().getLast().constant().orElse(0) == chosen;
  }

  private static Rational bounded(Relation relation, Rational bound, Rational free) {
    return switch (relation) {
      case GREATER, AT_LEAST ->
          free.compareTo(bound) > 0 ? free : bound.plus(free.abs()).plus(Rational.of(1, 8));
      case LESS, AT_MOST ->
          free.compareTo(bound) < 0 ? free : bound.minus(free.abs()).minus(Rational.of(1, 8));
      case EQUAL -> bound;
      case UNEQUAL -> free.equals(bound) ? free.plus(Rational.ONE) : free;
    };
  }

  // ---- for the judge of two formulas -----------------------------------------------------------

  /// What is known of the names, given that some of them are defined.
  ///
  /// @param wanted names that need not be the network's
  Facts facts(Set<Symbol> wanted, List<Definition> definitions, Functions functions) {
    Set<Symbol> defined = new HashSet<>();
    definitions.forEach(definition -> defined.add(definition.symbol()));
    List<Comparison> bounds = new ArrayList<>();
    List<Choice> choices = new ArrayList<>();
    Map<Quantity, List<Quantity>> hot = new LinkedHashMap<>();
    Map<Quantity, List<Fact>> all = new LinkedHashMap<>(facts);
    for (Symbol symbol : wanted) {
      if (symbol instanceof Quantity quantity) {
        all.putIfAbsent(quantity, facts(quantity));
      }
    }
    all.forEach((name, known) -> {
      for (Fact fact : defined.contains(name) ? List.<Fact>of() : known) {
        switch (fact) {
          case Fact.OneOf(List<Rational> values) -> choices.add(Choice.of(name, values));
          case Fact.Within(Index from, Index to) -> choices.add(Choice.of(name, range(from, to)));
          case Fact.OneHot() -> hot.computeIfAbsent(sample(name), _ -> new ArrayList<>()).add(name);
          case Fact.Bound(Relation relation, Rational bound) ->
              bounds.add(new Comparison(new Ref(name), relation, Expr.Number.of(bound)));
        }
      }
    });
    hot.values().forEach(entries -> choices.add(oneHot(entries)));
    return Facts.of(bounds, choices, definitions, functions);
  }

  private static Quantity whole(Quantity entry) {
    return Quantity.of(entry.name(), entry.labels());
  }

  /// What has a single 1: a vector, or a row of a matrix.
  private static Quantity sample(Quantity entry) {
    List<Index> indices = entry.indices();
    return whole(entry).entry(indices.subList(0, Math.max(0, indices.size() - 1)));
  }

  private static List<Rational> range(Index from, Index to) {
    int low = from.constant().orElse(1);
    int high = Math.min(Math.max(low, to.constant().orElse(low)), low + MOST_CLASSES);
    return IntStream.rangeClosed(low, high).mapToObj(Rational::of).toList();
  }

  private static Choice oneHot(List<Quantity> entries) {
    List<Map<Quantity, Rational>> alternatives = new ArrayList<>();
    for (Quantity one : entries) {
      Map<Quantity, Rational> values = new LinkedHashMap<>();
      entries.forEach(entry -> values.put(entry, Rational.of(entry.equals(one) ? 1 : 0)));
      alternatives.add(values);
    }
    return new Choice(alternatives);
  }
}
