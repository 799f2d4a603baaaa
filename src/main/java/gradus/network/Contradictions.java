package gradus.network;

import gradus.calculus.Derivation;
import gradus.calculus.Evaluation;
import gradus.expr.Definition;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Value;
import gradus.network.Problem.Assignment;
import gradus.network.Run.AtPoint;
import gradus.network.Run.Contradiction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares given values of what can be computed with what the other values make them.
///
/// @param ungiven given adjoints as they would be derived
/// @param passes through it, compiled
record Contradictions(Site site, AtPoint pass, Optional<Derivation> ungiven, Passes passes) {
  private static final double RELATIVE = 1e-9;
  private static final Value MISSING = new Value.Undefined(Value.Cause.MISSING);

  Stream<Contradiction> all() {
    return Stream.concat(site.problem().given().stream(), site.point().assignments().stream())
        .map(this::contradiction)
        .flatMap(Optional::stream);
  }

  private Optional<Contradiction> contradiction(Assignment assignment) {
    Symbol symbol = assignment.symbol();
    Value computed = site.problem().rounding().rounded(symbol, computed(symbol));
    boolean differs = computed.isDefined() && !agrees(assignment.value(), computed);
    return differs
        ? Optional.of(new Contradiction(site.point(), symbol, assignment.known(), computed))
        : Optional.empty();
  }

  private Value computed(Symbol symbol) {
    return switch (symbol) {
      case Partial partial -> ungiven.map(derived -> derived(derived, partial)).orElse(MISSING);
      case Symbol other ->
          site.problem()
              .graph()
              .definition(other)
              .map(Definition::formula)
              .map(formula -> Evaluation.of(formula, site.functions(), pass.values()))
              .orElse(MISSING);
    };
  }

  private Value derived(Derivation derivation, Partial partial) {
    Map<Symbol, Value> others = new LinkedHashMap<>(site.given());
    others.keySet().removeIf(Partial.class::isInstance);
    return passes.pass(site, derivation.graph(), others).value(partial);
  }

  /// A given decimal may be rounded to its own digits.
  private static boolean agrees(Number given, Value computed) {
    Rational value =
        switch (computed) {
          case Value.Exact(Rational number) -> number;
          case Value.Approximate(double number) -> Rational.of(number);
          case Value.Undefined _ -> given.value();
        };
    boolean rounds =
        given.notation() == Notation.DECIMAL
            && value.roundedTo(places(given.value())).equals(given.value());
    boolean exact = computed instanceof Value.Exact && given.notation() != Notation.APPROXIMATE;
    double distance = value.minus(given.value()).abs().doubleValue();
    return rounds
        || value.equals(given.value())
        || (!exact && distance <= RELATIVE * Math.max(1, value.abs().doubleValue()));
  }

  private static int places(Rational decimal) {
    return Math.max(0, decimal.toDecimal().scale());
  }
}
