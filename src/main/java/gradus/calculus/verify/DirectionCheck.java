package gradus.calculus.verify;

import gradus.calculus.rule.Functions;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.tape.Tape;
import gradus.calculus.verify.FiniteDifference.Estimate;
import gradus.calculus.verify.Verification.Tally;
import gradus.expr.Definition;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares `Σ ∂L/∂q · d_q` with the difference of L when every q is pushed along d, parameters and
/// intermediates alike: `q = formula + ε d_q`.
///
/// A given adjoint cuts the network there: what lies beyond sees the unmoved value, and L gains
/// `∂L/∂q · q` instead.
final class DirectionCheck {
  private static final int POINTS = 3;
  private static final int ATTEMPTS = 40;

  private final Graph graph;
  private final Functions functions;
  private final Derivation derivation;
  private final Set<Symbol> given;
  private final RandomOperands worlds;
  private final Set<Symbol> leaves;
  private final Tape network;

  DirectionCheck(
      Graph graph,
      Functions functions,
      Derivation derivation,
      Set<Symbol> given,
      RandomOperands worlds) {
    this.graph = graph;
    this.functions = functions;
    this.derivation = derivation;
    this.given = given;
    this.worlds = worlds;
    this.leaves = leaves(graph, derivation.graph());
    this.network = Tape.of(derivation.graph(), functions, leaves, wanted());
  }

  /// The adjoints of all targets, and what is given.
  private Set<Symbol> wanted() {
    Set<Symbol> wanted = new HashSet<>();
    derivation.adjoints().forEach(adjoint -> wanted.add(adjoint.partial()));
    for (Symbol symbol : given) {
      if (symbol instanceof Partial partial) {
        wanted.add(partial);
        wanted.add(partial.by());
      }
    }
    return wanted;
  }

  /// Worlds in which the whole network has values may be too rare to be found; every line has been
  /// compared by then, so none found is no mismatch.
  void check(Quantity target, Tally tally) {
    Direction direction = direction(target);
    int accepted = 0;
    for (int attempt = 0; attempt < ATTEMPTS && accepted < POINTS; attempt++) {
      if (compare(direction, worlds.draw(leaves, attempt), tally)) {
        accepted++;
      }
    }
  }

  private static Set<Symbol> leaves(Graph graph, Graph derived) {
    Set<Symbol> leaves = new LinkedHashSet<>();
    for (Definition definition : derived.definitions()) {
      for (Symbol symbol : derived.operands(definition.symbol())) {
        if (derived.definition(symbol).isEmpty()) {
          leaves.add(symbol);
        }
      }
    }
    leaves.removeIf(symbol -> graph.definition(symbol).isPresent());
    return leaves;
  }

  /// What is compared for one target, compiled.
  ///
  /// @param cut the given adjoints
  private record Direction(
      Quantity target, List<Partial> adjoints, List<Partial> cut, PerturbedNetwork pushed) {}

  private Direction direction(Quantity target) {
    List<Partial> adjoints =
        derivation.adjoints().stream()
            .map(Adjoint::partial)
            .filter(partial -> partial.of().equals(target))
            .toList();
    List<Partial> cut =
        given.stream()
            .filter(Partial.class::isInstance)
            .map(Partial.class::cast)
            .filter(partial -> partial.of().equals(target))
            .toList();
    return new Direction(
        target,
        adjoints,
        cut,
        new PerturbedNetwork(
            graph, functions, leaves, quantities(adjoints), quantities(cut), target));
  }

  private static Set<Quantity> quantities(List<Partial> partials) {
    return partials.stream().map(Partial::by).collect(Collectors.toSet());
  }

  private boolean compare(Direction direction, Map<Symbol, Value> world, Tally tally) {
    double[] base = network.doubles();
    world.forEach((symbol, value) -> base[network.slot(symbol)] = value.doubleValue());
    network.run(base);
    Map<Quantity, Double> steps = new LinkedHashMap<>();
    double expected = 0;
    double scale = 0;
    for (Partial adjoint : direction.adjoints) {
      double along = worlds.direction();
      double term = base[network.slot(adjoint)] * along;
      steps.put(adjoint.by(), along);
      expected += term;
      scale += Math.abs(term);
    }
    if (!Double.isFinite(expected)) {
      return false;
    }
    Map<Quantity, Double> cut = new HashMap<>();
    direction.cut.forEach(partial -> cut.put(partial.by(), base[network.slot(partial)]));
    Optional<Estimate> difference =
        FiniteDifference.atZero(
            direction.pushed.along(steps, symbol -> base[network.slot(symbol)], cut));
    if (difference.isEmpty()) {
      return false;
    }
    tally.compare(
        "the derivative of " + direction.target.name() + " along a random direction",
        difference.get().value(),
        expected,
        scale,
        difference.get().noise());
    return true;
  }
}
