package gradus;

import gradus.calculus.Differentiator;
import gradus.calculus.MatrixHindrance;
import gradus.calculus.entry.Instance;
import gradus.calculus.rule.Functions;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Form;
import gradus.calculus.verify.Verification;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol.Partial;
import gradus.network.name.LoneFormula;
import gradus.syntax.print.PlainText;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Differentiates a lone formula and compares the result with finite differences.
final class GradientSolver {
  private final LoneFormula lone;
  private final Source source;
  private final Partial partial;

  /// @param source the text of the formula
  GradientSolver(LoneFormula lone, Source source) {
    this.lone = lone;
    this.source = source;
    this.partial = Partial.total(lone.target(), lone.by());
  }

  /// In whole vectors and matrices, or else entry by entry.
  Gradus.Differing differing() {
    Graph graph = Graph.of(List.of(new Definition(partial.of(), lone.formula())));
    boolean spelled = MatrixHindrance.of(graph, List.of(partial), Set.of()).isEmpty();
    Derivation derivation = derivation(graph, spelled ? Form.MATRIX : Form.INDEX);
    Verification.Report report = verification(graph, derivation);
    return report
        .nowhere()
        .map(_ -> new Gradus.Differing(Optional.empty(), List.of(nowhere())))
        .orElseGet(() -> new Gradus.Differing(Optional.of(difference(derivation)), List.of()));
  }

  private Derivation derivation(Graph graph, Form form) {
    return Differentiator.derive(
        graph, Functions.rulePage(), List.of(partial), List.of(), Set.of(), form, lone.facts());
  }

  private Difference difference(Derivation derivation) {
    Adjoint adjoint = derivation.adjoints().getLast();
    Expr gradient = Formulas.substitute(adjoint.formula(), Map.of(partial.of(), lone.formula()));
    return new Difference(lone.formula(), adjoint.partial(), gradient);
  }

  private Verification.Report verification(Graph graph, Derivation derivation) {
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
    return report;
  }

  private Diagnostic nowhere() {
    return Fault.NOWHERE_SMOOTH.at(
        source,
        new Span(0, source.text().length()),
        source.text().strip(),
        PlainText.of(partial.by()));
  }
}
