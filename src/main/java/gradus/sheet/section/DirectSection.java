package gradus.sheet.section;

import gradus.calculus.DirectRoute;
import gradus.calculus.step.Derivation.Step;
import gradus.calculus.step.Reason;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Block;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Inline;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.ArraySolution;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The same gradient on a shorter way: the loss written by what softmax is taken of.
final class DirectSection {
  private final ArraySolution solution;
  private final Wording wording;

  DirectSection(ArraySolution solution, Wording wording) {
    this.solution = solution;
    this.wording = wording;
  }

  Optional<Section> section() {
    if (solution.routes().isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    solution.routes().forEach(route -> blocks.addAll(blocks(route)));
    return Optional.of(new Section("The same directly", blocks));
  }

  private List<Block> blocks(DirectRoute route) {
    Graph graph = solution.withMatrices().graph();
    Quantity loss = (Quantity) route.loss().symbol();
    Expr before = graph.definition(loss).orElseThrow().formula();
    List<Inline> put =
        Wording.join(
            Wording.text("Without the derivative of softmax: by "),
            logarithm(route),
            Wording.text(", put into "),
            wording.cite(loss),
            Wording.text(":"));
    DerivationChain losses =
        new DerivationChain(
            new Ref(loss),
            List.of(Link.equal(before), Link.equal(route.loss().formula())),
            OptionalInt.empty());
    return List.of(
        new Paragraph(put),
        new Equations(List.of(losses), Arrangement.STEPS),
        new Paragraph(Wording.text("and from there")),
        new Equations(List.of(gradient(route, graph)), Arrangement.STEPS));
  }

  /// `log(p) = z - logsumexp(z)`
  private static List<Inline> logarithm(DirectRoute route) {
    Expr operand = new Ref(route.by());
    Expr sum = Formulas.apply(new Operation.LogSumExp(along(route)), operand);
    return Wording.equation(
        Formulas.call("log", new Ref(route.output())),
        Link.equal(Formulas.sum(operand, Formulas.negated(sum))));
  }

  private static Along along(DirectRoute route) {
    Along[] found = {Along.ALL};
    Formulas.visit(
        route.loss().formula(),
        part -> {
          if (part instanceof Expr.Apply(Operation.LogSumExp(Along along), _)) {
            found[0] = along;
          }
        });
    return found[0];
  }

  private DerivationChain gradient(DirectRoute route, Graph graph) {
    List<Link> links = new ArrayList<>();
    for (Step step : route.adjoint().steps()) {
      boolean first = links.isEmpty();
      List<Inline> reason =
          first ? List.of() : wording.reason(step.reason(), route.adjoint().partial());
      links.add(new Link(Relation.EQUAL, step.formula(), List.of(), reason));
    }
    List<Inline> recalled =
        wording.reason(new Reason.Recalled(List.of(route.output())), route.adjoint().partial());
    List<Inline> same =
        solution.form() == gradus.calculus.step.Form.MATRIX
            ? Wording.join(recalled, Wording.text("; as "), wording.cite(route.adjoint().partial()))
            : recalled;
    links.add(new Link(Relation.EQUAL, route.byOutput(graph), List.of(), same));
    return new DerivationChain(new Ref(route.adjoint().partial()), links, OptionalInt.empty());
  }
}
