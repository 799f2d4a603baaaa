package gradus.sheet.section;

import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.run.Run;
import gradus.network.run.Run.AtPoint;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Inline;
import gradus.sheet.Inline.Formula;
import gradus.sheet.number.Figures;
import gradus.sheet.number.Figures.Figure;
import gradus.sheet.number.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a step does to the loss: `The step lowers L from 3.375 to 3.`
final class LossChange {
  private final Problem problem;
  private final Figures figures;
  private final Quantity loss;

  LossChange(Problem problem, Figures figures, Quantity loss) {
    this.problem = problem;
    this.figures = figures;
    this.loss = loss;
  }

  Paragraph of(Run.Step step) {
    Value before = combined(step.before());
    Value after = combined(step.after());
    int change = Double.compare(after.doubleValue(), before.doubleValue());
    String verb = change < 0 ? " step lowers " : change > 0 ? " step raises " : " step leaves ";
    return new Paragraph(
        Wording.join(
            Wording.text((step.number() == 1 ? "The" : "This") + verb + over(step)),
            Wording.of(loss),
            change == 0
                ? Wording.text(" at ")
                : Wording.join(Wording.text(" from "), number(before), Wording.text(" to ")),
            number(after),
            Wording.text(".")));
  }

  private String over(Run.Step step) {
    return step.before().size() == 1
        ? ""
        : "the " + CombinedSection.word(problem) + " over the points of ";
  }

  /// The loss of a single pass, or the sum or mean over several.
  private Value combined(List<AtPoint> passes) {
    Map<Symbol, Value> losses = new HashMap<>();
    List<Expr> terms = new ArrayList<>();
    for (AtPoint pass : passes) {
      Quantity name = Quantity.of("loss " + terms.size());
      losses.put(name, pass.value(loss));
      terms.add(new Ref(name));
    }
    Expr sum = Formulas.sum(terms);
    Expr share =
        Expr.Number.of(
            CombinedSection.isMean(problem) ? Rational.of(1, passes.size()) : Rational.ONE);
    return Evaluation.of(Formulas.product(share, sum), problem.functions(), losses);
  }

  private List<Inline> number(Value value) {
    Figure figure = figures.figure(value);
    return Wording.join(
        Wording.text(figure.exact() ? "" : "about "), List.of(new Formula(figure.number())));
  }
}
