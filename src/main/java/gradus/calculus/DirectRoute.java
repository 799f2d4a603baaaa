package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The gradient of a loss of `log(softmax(z))` without the Jacobian of softmax: by `log(softmax(z))
/// = z - logsumexp(z)` the loss is one of z itself.
///
/// Limit: only the loss uses the softmax, and only under logarithms.
///
/// @param output the name of `softmax(z)`
/// @param loss by z alone
/// @param adjoint its derivative by z
public record DirectRoute(Quantity output, Definition loss, Adjoint adjoint) {
  /// The route around each such softmax of the graph.
  public static List<DirectRoute> in(
      Graph graph, Functions functions, Quantity target, List<UnitSum> facts) {
    return graph.definitions().stream()
        .flatMap(definition -> of(definition, graph, functions, target, facts).stream())
        .toList();
  }

  private static Optional<DirectRoute> of(
      Definition output, Graph graph, Functions functions, Quantity target, List<UnitSum> facts) {
    if (!(output.formula() instanceof Apply(Operation.Softmax(Along along), List<Expr> operands))
        || !(operands.getFirst() instanceof Ref(Quantity operand))
        || output.family().isPresent()
        || !graph.consumers(output.symbol()).equals(List.of(target))) {
      return Optional.empty();
    }
    Expr before = graph.definition(target).orElseThrow().formula();
    Expr after = withoutSoftmax(before, (Quantity) output.symbol(), operand, along);
    if (Formulas.mentions(after, output.symbol())) {
      return Optional.empty();
    }
    Definition loss = new Definition(target, after);
    Adjoint adjoint =
        Differentiator.derive(
                Graph.of(List.of(loss)),
                functions,
                List.of(Partial.total(target, operand)),
                List.of(),
                Set.of(),
                Form.MATRIX,
                facts)
            .adjoints()
            .getLast();
    return Optional.of(
        new DirectRoute((Quantity) output.symbol(), loss, shortened(adjoint, facts)));
  }

  private static Expr withoutSoftmax(Expr formula, Quantity output, Quantity operand, Along along) {
    if (formula instanceof Call call && isLogarithm(call)) {
      Expr sum = Formulas.apply(new Operation.LogSumExp(along), new Ref(operand));
      Expr argument = call.arguments().getFirst();
      if (argument.equals(new Ref(output))) {
        return Formulas.sum(new Ref(operand), Formulas.negated(sum));
      }
      if (argument instanceof Apply(Operation operation, List<Expr> operands)
          && operation == Plain.CHOSEN
          && operands.getFirst().equals(new Ref(output))
          && along == Along.ALL) {
        Expr entry = new Apply(Plain.CHOSEN, List.of(new Ref(operand), operands.getLast()));
        return Formulas.sum(entry, Formulas.negated(sum));
      }
    }
    return Formulas.mapChildren(formula, part -> withoutSoftmax(part, output, operand, along));
  }

  private static boolean isLogarithm(Call call) {
    return !call.isDerivative() && call.function().equals(Name.of("log"));
  }

  /// Facts used, and what is subtracted put last.
  private static Adjoint shortened(Adjoint adjoint, List<UnitSum> facts) {
    List<Step> steps = new ArrayList<>(adjoint.steps());
    for (UnitSum fact : UnitSum.about(adjoint.formula(), facts)) {
      Expr used = Formulas.replace(steps.getLast().formula(), fact.left(), fact.right());
      add(steps, MatrixSteps.withoutOnes(used), new Reason.ByFact(fact.left(), fact.right()));
    }
    Expr simplified = Simplifier.simplified(steps.getLast().formula());
    add(steps, subtractedLast(withCommonNumber(simplified)), new Reason.Simplified());
    return new Adjoint(
        adjoint.partial(),
        adjoint.contributions(),
        steps,
        steps.getLast().formula(),
        adjoint.alias());
  }

  /// Two lines that are simplified are one.
  private static void add(List<Step> steps, Expr formula, Reason reason) {
    if (formula.equals(steps.getLast().formula())) {
      return;
    }
    if (reason instanceof Reason.Simplified
        && steps.getLast().reason() instanceof Reason.Simplified) {
      steps.removeLast();
    }
    steps.add(new Step(formula, reason));
  }

  /// `-(1/n) Y + (1/n) P` is `(1/n) (-Y + P)`.
  private static Expr withCommonNumber(Expr formula) {
    if (!(formula instanceof Sum(List<Expr> terms))
        || !(terms.getLast() instanceof Product(List<Expr> factors))) {
      return formula;
    }
    Expr number = factors.getFirst();
    List<Expr> rest = new ArrayList<>();
    for (Expr term : terms) {
      if (term instanceof Product(List<Expr> all) && all.contains(number)) {
        List<Expr> others = new ArrayList<>(all);
        others.remove(number);
        rest.add(Formulas.product(others));
      }
    }
    return rest.size() == terms.size()
        ? Formulas.product(number, subtractedLast(Formulas.sum(rest)))
        : formula;
  }

  private static Expr subtractedLast(Expr formula) {
    if (!(formula instanceof Sum(List<Expr> terms))) {
      return formula;
    }
    List<Expr> ordered = new ArrayList<>(terms.stream().filter(t -> !isNegative(t)).toList());
    terms.stream().filter(DirectRoute::isNegative).forEach(ordered::add);
    return Formulas.sum(ordered);
  }

  private static boolean isNegative(Expr term) {
    return term instanceof Product(List<Expr> factors)
        && factors.getFirst() instanceof Expr.Number(var value, _)
        && value.signum() < 0;
  }

  /// In terms of the output: `p - y` for `softmax(z) - y`.
  public Expr byOutput(Graph graph) {
    Expr softmax = graph.definition(output).orElseThrow().formula();
    return Formulas.replace(adjoint.formula(), softmax, new Ref(output));
  }

  /// To be verified: the loss by z alone and what was derived of it.
  public Derivation derivation() {
    return new Derivation(graph(), List.of(adjoint));
  }

  public Graph graph() {
    return Graph.of(List.of(loss));
  }

  public Symbol by() {
    return adjoint.partial().by();
  }
}
