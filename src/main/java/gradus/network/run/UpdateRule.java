package gradus.network.run;

import gradus.calculus.tape.Evaluation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Descent;
import gradus.network.Problem.Rounding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `w^+ = w - rate · ∂L/∂w` for all that a descent moves, compiled once for its steps.
///
/// @param gradients the partials used, one for each name that moves
record UpdateRule(List<Partial> gradients, Evaluation rule, Rounding rounding) {
  static UpdateRule of(Problem problem, Descent descent) {
    List<Partial> gradients = problem.gradients(descent);
    Set<Symbol> used = new HashSet<>(gradients);
    gradients.forEach(partial -> used.add(partial.by()));
    Graph graph =
        Graph.of(
            gradients.stream()
                .map(partial ->
                    new Definition(
                        new Updated(partial.by()), formula(descent.rate().orElseThrow(), partial)))
                .toList());
    return new UpdateRule(
        gradients, Evaluation.of(graph, problem.functions(), used), problem.rounding());
  }

  private static Expr formula(Expr rate, Partial partial) {
    return Formulas.sum(
        new Ref(partial.by()), Formulas.product(Formulas.MINUS_ONE, rate, new Ref(partial)));
  }

  /// The updated values, each rounded as the quantity that it is of.
  ///
  /// @param values of what is moved and of the gradients
  Map<Symbol, Value> updated(Map<Symbol, Value> values) {
    return rule.at(
            values,
            (symbol, value) ->
                symbol instanceof Updated(var moved) ? rounding.rounded(moved, value) : value)
        .values();
  }
}
