package gradus.sheet.section;

import gradus.expr.Expr.Ref;
import gradus.expr.Symbol.Partial;
import gradus.network.Problem;
import gradus.network.Problem.Request;
import gradus.network.Problem.Task;
import gradus.network.run.Run.AtPoint;
import gradus.sheet.Block;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.DerivationChain.Relation;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Equation;
import gradus.sheet.Inline.Strong;
import gradus.sheet.Inline.Text;
import gradus.sheet.Numbering;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.Figures;
import gradus.sheet.number.Figures.Figure;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The tasks with their texts and points, each answered by the equation that derives it.
final class TasksSection {
  private final Problem problem;
  private final Figures figures;
  private final Numbering numbering;

  TasksSection(Problem problem, Figures figures, Numbering numbering) {
    this.problem = problem;
    this.figures = figures;
    this.numbering = numbering;
  }

  /// @param at the only pass of the sheet, if there is a single one
  Section section(Optional<AtPoint> at) {
    List<Block> blocks = new ArrayList<>();
    for (Task task : problem.tasks()) {
      List<Inline> line = new ArrayList<>();
      line.add(new Strong("(" + task.label() + ")"));
      task.points()
          .ifPresent(points ->
              line.add(new Text(" [" + points + (points.isOne() ? " point]" : " points]"))));
      line.add(new Text(" " + task.text()));
      blocks.add(new Paragraph(line));
      if (!task.requests().isEmpty()) {
        blocks.add(
            new Paragraph(
                Wording.join(
                    Wording.text("Answer: "),
                    Wording.listed(
                        task.requests().stream().map(request -> answer(request, at)).toList()),
                    Wording.text("."))));
      }
    }
    return new Section("Tasks", blocks);
  }

  private List<Inline> answer(Request request, Optional<AtPoint> at) {
    Partial partial = request.partial();
    List<Inline> source =
        numbering.of(partial).isPresent()
            ? Wording.join(Wording.text(" by "), new Wording(numbering).cite(partial))
            : List.of();
    if (at.isEmpty()) {
      return Wording.join(Wording.of(partial), source);
    }
    Figure figure = figures.figure(at.get().value(partial));
    Link link =
        new Link(
            figure.exact() ? Relation.EQUAL : Relation.APPROXIMATELY,
            figure.number(),
            List.of(),
            List.of());
    DerivationChain chain =
        new DerivationChain(new Ref(partial), List.of(link), OptionalInt.empty());
    return Wording.join(List.of(new Equation(chain)), source);
  }
}
