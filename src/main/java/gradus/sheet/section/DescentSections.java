package gradus.sheet.section;

import gradus.calculus.step.Derivation;
import gradus.expr.Definition;
import gradus.network.Problem;
import gradus.network.Problem.Descent;
import gradus.network.run.Run;
import gradus.network.run.Run.AtPoint;
import gradus.sheet.Block;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.Inline;
import gradus.sheet.Numbering;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.Figures;
import gradus.sheet.number.Kinks;
import gradus.sheet.number.Pass;
import gradus.sheet.number.PointHeadings;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.List;

/// Descent steps: what each starts from, its table, then the network and its loss after it.
final class DescentSections {
  private final Problem problem;
  private final Derivation derivation;
  private final Figures figures;
  private final Numbering numbering;

  DescentSections(Problem problem, Derivation derivation, Figures figures, Numbering numbering) {
    this.problem = problem;
    this.derivation = derivation;
    this.figures = figures;
    this.numbering = numbering;
  }

  /// A descent whose rate has no value: the rule for each parameter.
  List<Section> rules() {
    return problem.descents().stream()
        .filter(descent -> descent.rate().isEmpty())
        .map(this::rule)
        .toList();
  }

  private Section rule(Descent descent) {
    List<DerivationChain> chains =
        descent.moved().stream()
            .map(moved -> UpdateTable.rule(moved, descent, problem.objective().orElseThrow()))
            .toList();
    return new Section("Descent step", List.of(new Equations(chains, Arrangement.STEPS)));
  }

  /// @param passShown whether the pass before the first step stands on the sheet already
  List<Section> steps(Run run, boolean passShown) {
    List<Section> sections = new ArrayList<>();
    int previous = 0;
    for (Run.Step step : run.steps()) {
      List<Block> blocks = new ArrayList<>(leftOut(previous + 1, step.number() - 1));
      previous = step.number();
      if (!(passShown && step.number() == 1)) {
        step.before().forEach(at -> blocks.addAll(before(step, at)));
      }
      blocks.addAll(new UpdateTable(problem, figures, step).blocks());
      boolean last = step == run.steps().getLast();
      if (!last) {
        blocks.addAll(lossChange(step));
      }
      sections.add(new Section(heading(step, run.steps().size() == 1), blocks));
      if (last) {
        sections.add(after(step));
      }
    }
    return sections;
  }

  /// Steps that were taken and are not shown.
  private static List<Block> leftOut(int first, int last) {
    if (last < first) {
      return List.of();
    }
    String steps =
        first == last ? "Step " + first + " is" : "Steps " + first + " to " + last + " are";
    return List.of(new Paragraph(Wording.text(steps + " computed in the same way and not shown.")));
  }

  private String heading(Run.Step step, boolean only) {
    String which = only && step.number() == 1 ? "One descent step" : "Step " + step.number();
    return problem.points().size() > 1 && step.before().size() == 1
        ? which + ", at point " + PointHeadings.point(problem, step.before().getFirst().point())
        : which;
  }

  private List<Block> before(Run.Step step, AtPoint at) {
    List<Block> blocks = new ArrayList<>(pointName(step, at));
    blocks.addAll(new PassSection(problem, derivation, figures, numbering).both(at));
    return blocks;
  }

  /// Said only where a step takes several points.
  private List<Block> pointName(Run.Step step, AtPoint at) {
    String name = "Point " + PointHeadings.point(problem, at.point());
    return step.before().size() > 1
        ? List.of(new Paragraph(List.of(new Inline.Strong(name))))
        : List.of();
  }

  private Section after(Run.Step step) {
    List<Block> blocks = new ArrayList<>();
    for (AtPoint at : step.after()) {
      blocks.addAll(pointName(step, at));
      Pass pass = new Pass(problem, at, figures, new Wording(numbering));
      List<DerivationChain> chains = new ArrayList<>();
      for (Definition definition : problem.graph().definitions()) {
        if (!pass.isGiven(definition.symbol())) {
          chains.add(pass.updated(definition));
        }
      }
      blocks.add(new Equations(chains, Arrangement.COLUMNS));
      blocks.addAll(Kinks.notes(problem, at, figures, true));
    }
    blocks.addAll(lossChange(step));
    String steps = step.number() == 1 ? "the step" : step.number() + " steps";
    return new Section((problem.loss().isPresent() ? "Loss after " : "After ") + steps, blocks);
  }

  private List<Block> lossChange(Run.Step step) {
    return problem.loss().stream()
        .<Block>map(loss -> new LossChange(problem, figures, loss).of(step))
        .toList();
  }
}
