package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Derivation.Step;
import gradus.calculus.FiniteDifference.Estimate;
import gradus.calculus.Verification.Tally;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Compares each line of an adjoint with the sum over its consumers of upstream times the finite
/// difference of the consumer's definition, at independently drawn operands.
final class LineCheck {
  private static final int POINTS = 3;
  private static final int ATTEMPTS = 60;

  private final Graph graph;
  private final Functions functions;
  private final Worlds worlds;
  private final Map<Partial, Adjoint> adjoints = new HashMap<>();
  private final Map<Symbol, Adjoint> byName = new HashMap<>();
  private final Map<Symbol, Integer> places = new HashMap<>();
  private final Map<Quantity, FormulaTape> wholes = new HashMap<>();
  private final Terms terms;

  LineCheck(Graph graph, Functions functions, List<Adjoint> all, Worlds worlds) {
    this.graph = graph;
    this.functions = functions;
    this.worlds = worlds;
    this.terms = new Terms(graph);
    graph.definitions().forEach(definition -> places.put(definition.symbol(), places.size()));
    all.forEach(adjoint -> {
      adjoints.put(adjoint.partial(), adjoint);
      byName.put(InsertedAdjoints.name(adjoint), adjoint);
    });
  }

  void check(Adjoint adjoint, Tally tally) {
    InsertedAdjoints inserted = new InsertedAdjoints(adjoint, byName, functions);
    Set<Symbol> operands = operands(adjoint, inserted);
    List<CompiledConsumer> consumers =
        adjoint.contributions().stream().map(part -> compiled(adjoint, part)).toList();
    Map<Quantity, FormulaTape> recalled = recalled(adjoint, operands);
    Map<Expr, LineTape> tapes = new HashMap<>();
    List<LineTape> lines =
        adjoint.steps().stream()
            .map(Step::formula)
            .map(line -> tapes.computeIfAbsent(line, written -> new LineTape(written, functions)))
            .toList();
    int accepted = 0;
    Set<Quantity> rough = new LinkedHashSet<>();
    boolean isSmooth = false;
    for (int attempt = 0; attempt < ATTEMPTS && accepted < POINTS; attempt++) {
      Map<Symbol, Value> world = worlds.draw(operands, attempt);
      recalled.forEach((name, value) -> world.put(name, Value.of(value.at(world))));
      inserted.putInto(world);
      Outcome outcome = compare(adjoint.partial(), consumers, lines, world, tally);
      accepted += outcome.compared ? 1 : 0;
      outcome.rough.ifPresent(rough::add);
      isSmooth |= outcome.rough.isEmpty();
    }
    if (accepted == 0 && isSmooth) {
      tally.missing(Verification.name(adjoint.partial()));
    } else if (accepted == 0) {
      tally.nowhere(Partial.direct(rough.iterator().next(), adjoint.partial().by()));
    }
  }

  /// Everything the lines refer to but direct partials, and the operands of the differences.
  private Set<Symbol> operands(Adjoint adjoint, InsertedAdjoints inserted) {
    Set<Symbol> operands = new LinkedHashSet<>();
    operands.add(adjoint.partial().by());
    for (Contribution contribution : adjoint.contributions()) {
      operands.addAll(
          Formulas.symbols(terms.mentioning(contribution.consumer(), adjoint.partial().by())));
    }
    for (Step step : adjoint.steps()) {
      operands.addAll(Formulas.symbols(step.formula()));
    }
    operands.addAll(inserted.operands());
    for (Quantity consumer : consumers(adjoint).reversed()) {
      if (operands.contains(consumer)) {
        operands.addAll(graph.operands(consumer));
      }
    }
    adjoint.contributions().stream()
        .flatMap(contribution -> contribution.upstream().stream())
        .forEach(upstream -> operands.addAll(Formulas.symbols(upstream)));
    operands.removeIf(
        symbol -> symbol instanceof Partial partial && partial.reading() == Symbol.Reading.DIRECT);
    return operands;
  }

  /// The quantities that a line may recall by name, in graph order: what the operand goes into,
  /// also where the target does not depend on it, and every consumer of the chain rule.
  private List<Quantity> consumers(Adjoint adjoint) {
    return Stream.concat(
            graph.consumers(adjoint.partial().by()).stream(),
            adjoint.contributions().stream().map(Contribution::consumer))
        .filter(Quantity.class::isInstance)
        .map(Quantity.class::cast)
        .distinct()
        .sorted(Comparator.comparing(places::get))
        .toList();
  }

  /// The consumers among the operands, in graph order: each has the value of its whole definition.
  private Map<Quantity, FormulaTape> recalled(Adjoint adjoint, Set<Symbol> operands) {
    Map<Quantity, FormulaTape> recalled = new LinkedHashMap<>();
    for (Quantity consumer : consumers(adjoint)) {
      if (operands.contains(consumer)) {
        recalled.put(consumer, wholes.computeIfAbsent(consumer, this::whole));
      }
    }
    return recalled;
  }

  private FormulaTape whole(Quantity consumer) {
    return FormulaTape.of(graph.definition(consumer).orElseThrow().formula(), functions);
  }

  /// A consumer of the operand, compiled.
  ///
  /// @param terms those of its definition that mention the operand
  /// @param upstream the value of its adjoint; empty for the target itself
  /// @param vanishing what stands for its adjoint, where that is 0
  private record CompiledConsumer(
      Quantity name,
      FormulaTape terms,
      Optional<FormulaTape> upstream,
      Optional<Symbol> vanishing) {}

  private CompiledConsumer compiled(Adjoint adjoint, Contribution part) {
    Quantity name = part.consumer();
    return new CompiledConsumer(
        name,
        FormulaTape.of(terms.mentioning(name, adjoint.partial().by()), functions),
        part.upstream().map(upstream -> FormulaTape.of(upstream, functions)),
        Optional.ofNullable(adjoints.get(Partial.total(adjoint.partial().of(), name)))
            .filter(upstream -> Formulas.isZero(upstream.formula()))
            .map(InsertedAdjoints::name));
  }

  /// @param rough a consumer that has no slope there
  private record Outcome(boolean compared, Optional<Quantity> rough) {}

  private static Outcome compare(
      Partial partial,
      List<CompiledConsumer> consumers,
      List<LineTape> lines,
      Map<Symbol, Value> world,
      Tally tally) {
    double expected = 0;
    double scale = 0;
    double noise = 0;
    for (CompiledConsumer consumer : consumers) {
      Optional<Estimate> difference = consumer.terms.slope(partial.by(), world);
      if (difference.isEmpty()) {
        return new Outcome(false, Optional.of(consumer.name));
      }
      double slope = difference.get().value();
      world.put(Partial.direct(consumer.name, partial.by()), Value.of(slope));
      double upstream = upstream(consumer, world);
      noise += Math.abs(upstream) * difference.get().noise();
      expected += upstream * slope;
      scale += Math.abs(upstream * slope);
    }
    double[] values = lines.stream().mapToDouble(line -> line.at(world)).toArray();
    if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      return new Outcome(false, Optional.empty());
    }
    String name = Verification.name(partial);
    for (int i = 0; i < values.length; i++) {
      tally.compare(name + ", line " + (i + 1), expected, values[i], scale, noise);
    }
    return new Outcome(true, Optional.empty());
  }

  /// The drawn value of the consumer's adjoint, 0 where it vanishes, 1 for the target itself.
  private static double upstream(CompiledConsumer consumer, Map<Symbol, Value> world) {
    if (consumer.upstream.isEmpty()) {
      return 1;
    }
    consumer.vanishing.ifPresent(symbol -> world.put(symbol, Value.ZERO));
    return consumer.upstream.get().at(world);
  }
}
