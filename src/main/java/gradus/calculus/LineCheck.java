package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Derivation.Step;
import gradus.calculus.FiniteDifference.Estimate;
import gradus.calculus.Verification.Tally;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares each line of an adjoint with the sum over its consumers of upstream times the finite
/// difference of the consumer's definition, at independently drawn operands.
final class LineCheck {
  private static final int POINTS = 3;
  private static final int ATTEMPTS = 60;

  private final Graph graph;
  private final Functions functions;
  private final Worlds worlds;
  private final Map<Partial, Adjoint> adjoints = new HashMap<>();
  private final Terms terms;

  LineCheck(Graph graph, Functions functions, Derivation derivation, Worlds worlds) {
    this.graph = graph;
    this.functions = functions;
    this.worlds = worlds;
    this.terms = new Terms(graph);
    derivation.adjoints().forEach(adjoint -> adjoints.put(adjoint.partial(), adjoint));
  }

  void check(Adjoint adjoint, Tally tally) {
    Set<Symbol> operands = operands(adjoint);
    int accepted = 0;
    for (int attempt = 0; attempt < ATTEMPTS && accepted < POINTS; attempt++) {
      if (compare(adjoint, worlds.draw(operands, attempt), tally)) {
        accepted++;
      }
    }
    if (accepted == 0) {
      tally.missing(Verification.name(adjoint.partial()));
    }
  }

  /// Everything the lines refer to but direct partials, and the operands of the differences.
  private Set<Symbol> operands(Adjoint adjoint) {
    Set<Symbol> operands = new LinkedHashSet<>();
    operands.add(adjoint.partial().by());
    for (Contribution contribution : adjoint.contributions()) {
      operands.addAll(
          Formulas.symbols(terms.mentioning(contribution.consumer(), adjoint.partial().by())));
    }
    for (Step step : adjoint.steps()) {
      operands.addAll(Formulas.symbols(step.formula()));
    }
    addOperandsOfNamedConsumers(adjoint, operands);
    operands.removeIf(
        symbol -> symbol instanceof Partial partial && partial.reading() == Symbol.Reading.DIRECT);
    return operands;
  }

  /// A consumer that is itself referred to gets the value of its whole definition; consumers stand
  /// in graph order, so going through them backwards reaches all.
  private void addOperandsOfNamedConsumers(Adjoint adjoint, Set<Symbol> operands) {
    for (Contribution contribution : adjoint.contributions().reversed()) {
      if (operands.contains(contribution.consumer())) {
        operands.addAll(graph.operands(contribution.consumer()));
      }
    }
  }

  private boolean compare(Adjoint adjoint, Map<Symbol, Value> world, Tally tally) {
    Quantity by = adjoint.partial().by();
    recallConsumers(adjoint, world);
    double expected = 0;
    double scale = 0;
    double noise = 0;
    for (Contribution contribution : adjoint.contributions()) {
      Quantity consumer = contribution.consumer();
      Optional<Estimate> difference = difference(terms.mentioning(consumer, by), by, world);
      if (difference.isEmpty()) {
        return false;
      }
      world.put(Partial.direct(consumer, by), Value.of(difference.get().value()));
      double upstream = upstream(adjoint.partial(), contribution, world);
      double term = upstream * difference.get().value();
      noise += Math.abs(upstream) * difference.get().noise();
      expected += term;
      scale += Math.abs(term);
    }
    Map<Integer, Double> lines = new LinkedHashMap<>();
    for (int i = 0; i < adjoint.steps().size(); i++) {
      Value value = line(adjoint.steps().get(i).formula(), world);
      if (!value.isDefined()) {
        return false;
      }
      lines.put(i, value.doubleValue());
    }
    String name = Verification.name(adjoint.partial());
    for (Map.Entry<Integer, Double> line : lines.entrySet()) {
      tally.compare(
          name + ", line " + (line.getKey() + 1), expected, line.getValue(), scale, noise);
    }
    return true;
  }

  /// A line may recall a consumer by name; then the name has the value of its formula.
  private void recallConsumers(Adjoint adjoint, Map<Symbol, Value> world) {
    for (Contribution contribution : adjoint.contributions()) {
      if (world.containsKey(contribution.consumer())) {
        Definition definition = graph.definition(contribution.consumer()).orElseThrow();
        world.put(definition.symbol(), Evaluation.of(definition.formula(), functions, world));
      }
    }
  }

  /// The drawn value of the consumer's adjoint, 0 where it vanishes, 1 for the target itself.
  private double upstream(Partial partial, Contribution contribution, Map<Symbol, Value> world) {
    if (contribution.upstream().isEmpty()) {
      return 1;
    }
    Adjoint adjoint = adjoints.get(Partial.total(partial.of(), contribution.consumer()));
    if (adjoint != null && Formulas.isZero(adjoint.formula())) {
      Symbol name = adjoint.alias().<Symbol>map(Alias::name).orElse(adjoint.partial());
      world.put(name, Value.ZERO);
    }
    return Evaluation.of(contribution.upstream().get(), functions, world).doubleValue();
  }

  /// A line with its unfinished derivatives taken as differences.
  private Value line(Expr formula, Map<Symbol, Value> world) {
    Map<Symbol, Value> extended = new HashMap<>(world);
    return Evaluation.of(withDifferences(formula, world, extended), functions, extended);
  }

  private Expr withDifferences(Expr expr, Map<Symbol, Value> world, Map<Symbol, Value> extended) {
    if (expr instanceof Derivative(Expr body, Quantity by)) {
      Quantity name = Quantity.of("difference " + extended.size());
      difference(body, by, world).ifPresent(found -> extended.put(name, Value.of(found.value())));
      return new Expr.Ref(name);
    }
    return Formulas.mapChildren(expr, child -> withDifferences(child, world, extended));
  }

  private Optional<Estimate> difference(Expr formula, Quantity by, Map<Symbol, Value> world) {
    Map<Symbol, Value> moved = new HashMap<>(world);
    double at = world.getOrDefault(by, Value.ZERO).doubleValue();
    return FiniteDifference.atZero(h -> {
      moved.put(by, Value.of(at + h));
      return Evaluation.of(formula, functions, moved).doubleValue();
    });
  }
}
