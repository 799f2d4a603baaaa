package gradus.sheet.section;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Descent;
import gradus.network.instance.ArrayValue;
import gradus.network.instance.ArrayValues;
import gradus.network.run.Run;
import gradus.sheet.Block;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.ArraySolution;
import gradus.sheet.number.FamilyClauses;
import gradus.sheet.number.Figures;
import gradus.sheet.number.Figures.Figure;
import gradus.sheet.number.MatrixFigures;
import gradus.sheet.number.MatrixPass;
import gradus.sheet.number.ProblemInstance;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Descent steps with matrices: `W^+ = W - η ∂L/∂W = (…) - 0.1 (…) = (…)`; without a rate's value
/// the rules alone.
final class ArrayDescent {
  private final ArraySolution solution;
  private final Problem problem;
  private final Figures figures;

  ArrayDescent(ArraySolution solution, Figures figures) {
    this.solution = solution;
    this.problem = solution.problem();
    this.figures = figures;
  }

  List<Section> sections(List<Definition> definitions) {
    List<Section> sections = new ArrayList<>();
    for (Descent descent : problem.descents()) {
      if (descent.rate().isEmpty() || solution.instances().isEmpty()) {
        sections.add(rules(descent));
      }
    }
    for (ProblemInstance instance : solution.instances()) {
      for (Run.Step step : instance.run().steps()) {
        sections.add(step(instance, step, definitions));
      }
    }
    return sections;
  }

  private Section rules(Descent descent) {
    Quantity objective = problem.objective().orElseThrow();
    List<DerivationChain> chains =
        descent.moved().stream()
            .flatMap(moved ->
                solution.hasFamilies()
                    ? changes(moved, descent)
                    : Stream.of(UpdateTable.rule(moved, descent, objective)))
            .toList();
    return new Section("Descent step", List.of(new Equations(chains, Arrangement.STEPS)));
  }

  /// `ΔW_ij^k = -η ∂E/∂W_ij^k = -η δ_j^k z_i^(k-1)`, for each piece of the gradient.
  private Stream<DerivationChain> changes(Quantity moved, Descent descent) {
    return solution.derivation().adjoints().stream()
        .filter(adjoint -> isOf(adjoint.partial(), moved))
        .map(adjoint -> {
          Quantity by = adjoint.partial().by();
          Quantity change =
              new Quantity(
                  Name.of("Δ" + by.name().spelling()), by.labels(), by.indices(), by.shape());
          List<Link> links = new ArrayList<>();
          Expr rate = UpdateTable.rate(descent);
          for (Expr gradient : List.of(new Ref(adjoint.partial()), adjoint.formula())) {
            links.add(Link.equal(Formulas.product(List.of(Formulas.MINUS_ONE, rate, gradient))));
          }
          Link last = links.removeLast();
          links.add(
              new Link(
                  last.relation(), last.right(), List.of(), FamilyClauses.text(adjoint.family())));
          return new DerivationChain(new Ref(change), links, OptionalInt.empty());
        });
  }

  private boolean isOf(Partial partial, Quantity moved) {
    return partial.of().equals(problem.objective().orElseThrow())
        && partial.by().name().equals(moved.name());
  }

  private Section step(ProblemInstance instance, Run.Step step, List<Definition> definitions) {
    Map<Symbol, ArrayValue> old = ArrayValues.of(step.old(), problem);
    Map<Symbol, ArrayValue> gradients = ArrayValues.of(step.gradients(), problem);
    Descent descent = instance.problem().descents().get(step.descent());
    List<DerivationChain> chains = new ArrayList<>();
    ArrayValues.of(step.updated(), problem)
        .forEach((moved, updated) ->
            chains.add(
                chain(
                    (Quantity) moved,
                    descent,
                    step,
                    figure(old.getOrDefault(moved, updated)),
                    figure(gradients.getOrDefault(moved, updated)),
                    figure(updated))));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(Wording.text("All gradients at the old values:")));
    blocks.add(new Equations(chains, Arrangement.STEPS));
    blocks.addAll(after(instance, step, definitions));
    boolean only = instance.run().steps().size() == 1;
    return new Section(only ? "One descent step" : "Step " + step.number(), blocks);
  }

  private Figure figure(ArrayValue value) {
    return MatrixFigures.of(value, figures);
  }

  private DerivationChain chain(
      Quantity moved, Descent descent, Run.Step step, Figure old, Figure gradient, Figure updated) {
    Quantity objective = problem.objective().orElseThrow();
    List<Link> links = new ArrayList<>(UpdateTable.rule(moved, descent, objective).links());
    Expr rate = figures.figure(Value.of(step.rate())).number();
    Expr numbers =
        Formulas.sum(old.number(), Formulas.product(Formulas.MINUS_ONE, rate, gradient.number()));
    links.add(link(old.exact() && gradient.exact(), numbers));
    links.add(link(updated.exact(), updated.number()));
    return new DerivationChain(new Ref(new Updated(moved)), links, OptionalInt.empty());
  }

  private static Link link(boolean exact, Expr right) {
    Relation relation = exact ? Relation.EQUAL : Relation.APPROXIMATELY;
    return new Link(relation, right, List.of(), List.of());
  }

  /// The values after the step, and what became of the loss.
  private List<Block> after(ProblemInstance instance, Run.Step step, List<Definition> definitions) {
    List<Block> blocks = new ArrayList<>();
    for (Run.AtPoint at : step.after()) {
      MatrixPass pass = new MatrixPass(solution, instance, at, figures);
      List<DerivationChain> chains =
          new NumbersSection(solution, figures)
              .members(definitions, instance).stream().map(pass::updated).toList();
      blocks.add(new Paragraph(Wording.text("Forward with the new values:")));
      blocks.add(new Equations(chains, Arrangement.COLUMNS));
    }
    Optional<Quantity> loss = problem.loss();
    loss.ifPresent(
        quantity -> blocks.add(new LossChange(instance.problem(), figures, quantity).of(step)));
    return blocks;
  }
}
