package gradus;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Differentiator;
import gradus.calculus.Form;
import gradus.calculus.Functions;
import gradus.calculus.Instance;
import gradus.calculus.MatrixHindrance;
import gradus.calculus.Verification;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol.Partial;
import gradus.network.LoneFormula;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Differentiates a lone formula and compares the result with finite differences.
final class Differencing {
  private final LoneFormula lone;
  private final Partial partial;

  Differencing(LoneFormula lone) {
    this.lone = lone;
    this.partial = Partial.total(lone.target(), lone.by());
  }

  /// In whole vectors and matrices, or else entry by entry.
  Difference difference() {
    Graph graph = Graph.of(List.of(new Definition(partial.of(), lone.formula())));
    boolean spelled = MatrixHindrance.of(graph, List.of(partial), Set.of()).isEmpty();
    return in(spelled ? Form.MATRIX : Form.INDEX, graph);
  }

  private Difference in(Form form, Graph graph) {
    Derivation derivation =
        Differentiator.derive(
            graph, Functions.rulePage(), List.of(partial), List.of(), Set.of(), form, lone.facts());
    verify(graph, derivation);
    Adjoint adjoint = derivation.adjoints().getLast();
    Expr gradient = Formulas.substitute(adjoint.formula(), Map.of(partial.of(), lone.formula()));
    return new Difference(lone.formula(), adjoint.partial(), gradient);
  }

  private void verify(Graph graph, Derivation derivation) {
    Verification.Report report =
        Verification.of(
            graph,
            Functions.rulePage(),
            derivation,
            Set.of(),
            lone.facts(),
            new Instance(lone.sizes()));
    if (report.mismatch().isPresent()) {
      throw new GradusFault("a derivative could not be verified: " + report.mismatch().get());
    }
  }
}
