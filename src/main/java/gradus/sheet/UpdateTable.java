package gradus.sheet;

import gradus.calculus.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Descent;
import gradus.network.Run;
import gradus.network.Run.AtPoint;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Block.Table;
import gradus.sheet.Chain.Link;
import gradus.sheet.Figures.Figure;
import gradus.sheet.Inline.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// One step as a table: old | gradient | new. Where a step takes several points, the gradient at
/// each of them stands before their sum or mean.
final class UpdateTable {
  /// More points than this get no column each.
  private static final int MOST_POINTS = 4;

  private final Problem problem;
  private final Figures figures;
  private final Run.Step step;
  private final Descent descent;
  private final Quantity objective;

  UpdateTable(Problem problem, Figures figures, Run.Step step) {
    this.problem = problem;
    this.figures = figures;
    this.step = step;
    this.descent = problem.descents().get(step.descent());
    this.objective = problem.objective().orElseThrow();
  }

  List<Block> blocks() {
    List<List<List<Inline>>> rows = step.updated().keySet().stream().map(this::row).toList();
    return List.of(new Paragraph(rule()), new Table(header(), rows));
  }

  /// `w^+ = w - η ∂L/∂w`
  static Chain rule(Quantity moved, Descent descent, Quantity objective) {
    Expr step =
        Formulas.product(
            Formulas.MINUS_ONE, rate(descent), new Ref(Partial.total(objective, moved)));
    return new Chain(
        new Ref(new Updated(moved)),
        List.of(Link.equal(Formulas.sum(new Ref(moved), step))),
        OptionalInt.empty());
  }

  static Ref rate(Descent descent) {
    return new Ref(descent.symbolOfRate());
  }

  private List<Inline> rule() {
    Expr rate = figures.figure(Value.of(step.rate())).number();
    return Wording.join(
        Wording.text("All gradients at the old values: "),
        List.of(new Inline.Equation(rule(Quantity.of("w"), descent, objective))),
        Wording.text(", "),
        Wording.equation(rate(descent), Link.equal(rate)),
        Wording.text("."));
  }

  private boolean showsPoints() {
    return step.before().size() > 1 && step.before().size() <= MOST_POINTS;
  }

  private List<List<Inline>> header() {
    List<List<Inline>> header = new ArrayList<>();
    header.add(Wording.text("parameter"));
    header.add(Wording.text("old"));
    if (showsPoints()) {
      for (AtPoint at : step.before()) {
        header.add(Wording.text("at " + Headings.point(problem, at.point())));
      }
    }
    header.add(
        Wording.text(step.before().size() == 1 ? "gradient" : CombinedSection.word(problem)));
    header.add(Wording.text("new"));
    return header;
  }

  private List<List<Inline>> row(Quantity moved) {
    List<List<Inline>> row = new ArrayList<>();
    row.add(Wording.of(moved));
    row.add(number(Value.in(step.old(), moved)));
    if (showsPoints()) {
      Partial gradient = Partial.total(objective, moved);
      step.before().forEach(at -> row.add(number(at.value(gradient))));
    }
    row.add(number(Value.in(step.gradients(), moved)));
    row.add(updated(moved));
    return row;
  }

  /// `0.5 - 1 · 0.75 = -0.25`
  private List<Inline> updated(Quantity moved) {
    Expr change =
        Formulas.product(
            Formulas.MINUS_ONE,
            figures.figure(Value.of(step.rate())).number(),
            figures.figure(Value.in(step.gradients(), moved)).number());
    Expr numbers = Formulas.sum(figures.figure(Value.in(step.old(), moved)).number(), change);
    Value value = Value.in(step.updated(), moved);
    Figure updated = figures.figure(value);
    boolean exact =
        updated.exact() && Evaluation.of(numbers, problem.functions(), Map.of()).equals(value);
    Link link =
        new Link(
            new Figure(updated.number(), exact).relation(), updated.number(), List.of(), List.of());
    return Wording.equation(numbers, link);
  }

  private List<Inline> number(Value value) {
    return List.of(new Formula(figures.figure(value).number()));
  }
}
