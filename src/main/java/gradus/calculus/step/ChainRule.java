package gradus.calculus.step;

import gradus.calculus.rule.Functions;
import gradus.calculus.rule.LocalDerivative;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Partials as formulas in other partials, one step of the chain rule at a time, of a graph of
/// numbers: whoever puts steps together has the total derivative, whether backward from what is
/// derived or forward from what it is derived by.
///
/// Nothing is arranged for a reader: these formulas are for evaluation.
public final class ChainRule {
  private static final int MOST_SLOPES = 4096;

  private record Slope(Expr of, Quantity by) {}

  private final Graph graph;
  private final Functions functions;
  private final Map<Quantity, Set<Symbol>> ancestors = new HashMap<>();

  /// Derivatives worked out before, for those who read the same formula many times.
  private final Map<Slope, Expr> slopes = new HashMap<>();

  public ChainRule(Graph graph, Functions functions) {
    this.graph = graph;
    this.functions = functions;
  }

  /// The derivative of a formula by one name, every other held.
  public Expr direct(Expr formula, Quantity by) {
    Slope slope = new Slope(formula, by);
    Expr known = slopes.get(slope);
    if (known != null) {
      return known;
    }
    Expr derivative = LocalDerivative.worked(formula, by, functions);
    if (slopes.size() >= MOST_SLOPES) {
      slopes.clear();
    }
    slopes.put(slope, derivative);
    return derivative;
  }

  /// `∂of/∂by` by what is written in the definition of `of` only.
  public Expr direct(Quantity of, Quantity by) {
    return graph
        .definition(of)
        .map(Definition::formula)
        .map(formula -> direct(formula, by))
        .orElse(Formulas.ZERO);
  }

  /// `Σ ∂of/∂c · ∂c/∂by`, over all c in whose definitions `by` stands.
  public Expr backward(Quantity of, Quantity by) {
    if (of.equals(by)) {
      return Formulas.ONE;
    }
    List<Expr> terms = new ArrayList<>();
    for (Symbol consumer : graph.consumers(by)) {
      if (consumer instanceof Quantity c && dependsOn(of, c)) {
        terms.add(LocalDerivative.times(List.of(total(of, c), direct(c, by))));
      }
    }
    return Formulas.sum(terms);
  }

  /// `Σ ∂of/∂v · ∂v/∂by`, over all v in the definition of `of`.
  public Expr forward(Quantity of, Quantity by) {
    if (of.equals(by)) {
      return Formulas.ONE;
    }
    List<Expr> terms = new ArrayList<>();
    for (Symbol operand : graph.operands(of)) {
      if (operand instanceof Quantity v && dependsOn(v, by)) {
        terms.add(LocalDerivative.times(List.of(direct(of, v), total(v, by))));
      }
    }
    return Formulas.sum(terms);
  }

  private static Expr total(Quantity of, Quantity by) {
    return of.equals(by) ? Formulas.ONE : new Ref(Partial.total(of, by));
  }

  private boolean dependsOn(Quantity quantity, Quantity on) {
    return ancestors.computeIfAbsent(quantity, graph::ancestors).contains(on);
  }
}
