package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.FiniteDifference.Estimate;
import gradus.calculus.Verification.Tally;
import gradus.expr.Definition;
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
  private final Worlds worlds;

  DirectionCheck(
      Graph graph, Functions functions, Derivation derivation, Set<Symbol> given, Worlds worlds) {
    this.graph = graph;
    this.functions = functions;
    this.derivation = derivation;
    this.given = given;
    this.worlds = worlds;
  }

  /// Worlds in which the whole network has values may be too rare to be found; every line has been
  /// compared by then, so none found is no mismatch.
  void check(Quantity target, Tally tally) {
    Set<Symbol> leaves = leaves();
    int accepted = 0;
    for (int attempt = 0; attempt < ATTEMPTS && accepted < POINTS; attempt++) {
      if (compare(target, worlds.draw(leaves, attempt), tally)) {
        accepted++;
      }
    }
  }

  private Set<Symbol> leaves() {
    Set<Symbol> leaves = new LinkedHashSet<>();
    for (Definition definition : derivation.graph().definitions()) {
      for (Symbol symbol : derivation.graph().operands(definition.symbol())) {
        if (derivation.graph().definition(symbol).isEmpty()) {
          leaves.add(symbol);
        }
      }
    }
    leaves.removeIf(symbol -> graph.definition(symbol).isPresent());
    return leaves;
  }

  private boolean compare(Quantity target, Map<Symbol, Value> world, Tally tally) {
    Map<Symbol, Value> base =
        Evaluation.of(derivation.graph(), functions, world, (_, value) -> value).values();
    Map<Symbol, Double> direction = new LinkedHashMap<>();
    double expected = 0;
    double scale = 0;
    for (Adjoint adjoint : derivation.adjoints()) {
      if (adjoint.partial().of().equals(target)) {
        double along = worlds.direction();
        double term = Value.in(base, adjoint.partial()).doubleValue() * along;
        direction.put(adjoint.partial().by(), along);
        expected += term;
        scale += Math.abs(term);
      }
    }
    if (!Double.isFinite(expected)) {
      return false;
    }
    Map<Symbol, Value> cut = cutAdjoints(target, base);
    Optional<Estimate> difference =
        FiniteDifference.atZero(h -> pushed(target, world, base, direction, cut, h));
    if (difference.isEmpty()) {
      return false;
    }
    tally.compare(
        "the derivative of " + target.name() + " along a random direction",
        difference.get().value(),
        expected,
        scale,
        difference.get().noise());
    return true;
  }

  private Map<Symbol, Value> cutAdjoints(Quantity target, Map<Symbol, Value> base) {
    Map<Symbol, Value> cut = new HashMap<>();
    for (Symbol symbol : given) {
      if (symbol instanceof Partial partial && partial.of().equals(target)) {
        cut.put(partial.by(), Value.in(base, partial));
      }
    }
    return cut;
  }

  private double pushed(
      Quantity target,
      Map<Symbol, Value> world,
      Map<Symbol, Value> base,
      Map<Symbol, Double> direction,
      Map<Symbol, Value> cut,
      double h) {
    Map<Symbol, Value> leaves = new HashMap<>(world);
    direction.forEach((symbol, along) ->
        leaves.computeIfPresent(symbol, (_, value) -> shifted(value, along * h)));
    double[] gained = {0};
    Map<Symbol, Value> values =
        Evaluation.of(
                graph,
                functions,
                leaves,
                (symbol, value) -> {
                  Value pushed = shifted(value, direction.getOrDefault(symbol, 0.0) * h);
                  if (!cut.containsKey(symbol)) {
                    return pushed;
                  }
                  gained[0] += Value.in(cut, symbol).doubleValue() * pushed.doubleValue();
                  return Value.in(base, symbol);
                })
            .values();
    return values.getOrDefault(target, Value.ZERO).doubleValue() + gained[0];
  }

  private static Value shifted(Value value, double by) {
    return value.isDefined() ? Value.of(value.doubleValue() + by) : value;
  }
}
