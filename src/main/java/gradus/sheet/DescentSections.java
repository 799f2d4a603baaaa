package gradus.sheet;

import gradus.calculus.Derivation;
import gradus.calculus.Evaluation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Descent;
import gradus.network.Run;
import gradus.network.Run.AtPoint;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Block.Table;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Figures.Figure;
import gradus.sheet.Inline.Equation;
import gradus.sheet.Inline.Formula;
import gradus.sheet.Inline.Text;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Descent steps: the table old | gradient | new, then the network and its loss after the step.
final class DescentSections {
  private final Problem problem;
  private final Derivation derivation;
  private final Figures figures;
  private final Numbering numbering;

  DescentSections(
      Problem problem, Derivation derivation, Figures figures, Numbering numbering) {
    this.problem = problem;
    this.derivation = derivation;
    this.figures = figures;
    this.numbering = numbering;
  }

  /// A descent whose rate has no value: the rule for each parameter.
  List<Section> rules() {
    List<Section> sections = new ArrayList<>();
    for (Descent descent : problem.descents()) {
      if (descent.rate().isEmpty()) {
        List<Chain> chains = new ArrayList<>();
        for (Quantity moved : descent.moved()) {
          Partial gradient = Partial.total(problem.objective().orElseThrow(), moved);
          chains.add(rule(moved, descent, gradient));
        }
        sections.add(
            new Section("Descent step", List.of(new Equations(chains, Arrangement.STEPS))));
      }
    }
    return sections;
  }

  private Chain rule(Quantity moved, Descent descent, Partial gradient) {
    Expr formula =
        Formulas.sum(
            new Ref(moved),
            Formulas.product(Formulas.MINUS_ONE, rateOf(descent), new Ref(gradient)));
    return new Chain(
        new Ref(new Updated(moved)), List.of(Link.equal(formula)), OptionalInt.empty());
  }

  private static Ref rateOf(Descent descent) {
    return new Ref(Quantity.of(descent.rateName().orElse(Name.of("eta"))));
  }

  /// @param passShown whether the pass before the first step stands on the sheet already
  List<Section> steps(Run run, boolean passShown) {
    List<Section> sections = new ArrayList<>();
    List<Run.Step> steps = run.steps();
    for (Run.Step step : steps) {
      boolean only = steps.size() == 1;
      List<Block> blocks = new ArrayList<>();
      if (!(passShown && step == steps.getFirst() && step.number() == 1)) {
        step.before().forEach(at -> blocks.addAll(before(step, at)));
      }
      blocks.addAll(table(step));
      boolean last = step == steps.getLast();
      if (!last) {
        blocks.addAll(verdicts(step));
      }
      sections.add(new Section(heading(step, only), blocks));
      if (last) {
        sections.add(after(step));
      }
    }
    return sections;
  }

  private String heading(Run.Step step, boolean only) {
    String which = only && step.number() == 1 ? "One descent step" : "Step " + step.number();
    return problem.points().size() > 1 && step.before().size() == 1
        ? which + ", at point " + Headings.point(problem, step.before().getFirst().point())
        : which;
  }

  private List<Block> before(Run.Step step, AtPoint at) {
    List<Block> blocks = new ArrayList<>();
    if (step.before().size() > 1) {
      String name = Headings.point(problem, at.point());
      blocks.add(new Paragraph(List.of(new Inline.Strong("Point " + name))));
    }
    blocks.addAll(new PassSection(problem, derivation, figures, numbering).both(at));
    return blocks;
  }

  private List<Block> table(Run.Step step) {
    Descent descent = problem.descents().get(step.descent());
    Quantity objective = problem.objective().orElseThrow();
    Quantity w = Quantity.of("w");
    List<List<List<Inline>>> rows = new ArrayList<>();
    step.updated().forEach((moved, _) -> rows.add(row(step, moved)));
    List<Inline> rule =
        List.of(
            new Text(
                step.before().size() > 1
                    ? "Gradients over all points, at the old values: "
                    : "All gradients at the old values: "),
            new Equation(rule(w, descent, Partial.total(objective, w))),
            new Text(", "),
            new Equation(
                new Chain(
                    rateOf(descent),
                    List.of(Link.equal(figures.figure(Value.of(step.rate())).number())),
                    OptionalInt.empty())),
            new Text("."));
    List<List<Inline>> header =
        List.of(
            Wording.text("parameter"),
            Wording.text("old"),
            List.of(new Text("gradient")),
            Wording.text("new"));
    return List.of(new Paragraph(rule), new Table(header, rows));
  }

  private List<List<Inline>> row(Run.Step step, Quantity moved) {
    Figure old = figures.figure(step.old().get(moved));
    Figure gradient = figures.figure(step.gradients().get(moved));
    Figure updated = figures.figure(step.updated().get(moved));
    Expr numbers =
        Formulas.sum(
            old.number(),
            Formulas.product(
                Formulas.MINUS_ONE,
                figures.figure(Value.of(step.rate())).number(),
                gradient.number()));
    boolean exact =
        updated.exact()
            && Evaluation.of(numbers, problem.functions(), Map.of())
                .equals(step.updated().get(moved));
    Link link =
        new Link(
            exact ? Relation.EQUAL : Relation.APPROXIMATELY,
            updated.number(),
            List.of(),
            List.of());
    return List.of(
        Wording.of(moved),
        List.of(new Formula(old.number())),
        List.of(new Formula(gradient.number())),
        List.of(new Equation(new Chain(numbers, List.of(link), OptionalInt.empty()))));
  }

  private Section after(Run.Step step) {
    List<Block> blocks = new ArrayList<>();
    for (AtPoint at : step.after()) {
      if (step.after().size() > 1) {
        String name = Headings.point(problem, at.point());
        blocks.add(new Paragraph(List.of(new Inline.Strong("Point " + name))));
      }
      Pass pass = new Pass(problem, at, figures, new Wording(numbering));
      List<Chain> chains = new ArrayList<>();
      for (Definition definition : problem.graph().definitions()) {
        if (!pass.isGiven(definition.symbol())) {
          chains.add(pass.updated(definition));
        }
      }
      blocks.add(new Equations(chains, Arrangement.COLUMNS));
    }
    blocks.addAll(verdicts(step));
    for (AtPoint at : step.after()) {
      blocks.addAll(Kinks.notes(problem, at, figures, true));
    }
    String steps = step.number() == 1 ? "the step" : step.number() + " steps";
    return new Section((problem.loss().isPresent() ? "Loss after " : "After ") + steps, blocks);
  }

  /// `The step lowers L from 3.375 to 3.`
  private List<Block> verdicts(Run.Step step) {
    Optional<Quantity> loss = problem.loss();
    if (loss.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < step.after().size(); i++) {
      String name = Headings.point(problem, step.after().get(i).point());
      Value before = step.before().get(i).value(loss.get());
      Value after = step.after().get(i).value(loss.get());
      int change = Double.compare(after.doubleValue(), before.doubleValue());
      List<Inline> sentence =
          Wording.join(
              Wording.text(
                  (step.after().size() > 1 ? "At point " + name + " the" : "The")
                      + (change < 0
                          ? " step lowers "
                          : change > 0 ? " step raises " : " step leaves ")),
              Wording.of(loss.get()),
              Wording.text(change == 0 ? " at " : " from "),
              change == 0 ? List.of() : number(before),
              Wording.text(change == 0 ? "" : " to "),
              number(after),
              Wording.text("."));
      blocks.add(new Paragraph(sentence));
    }
    return blocks;
  }

  private List<Inline> number(Value value) {
    return List.of(new Formula(figures.figure(value).number()));
  }
}
