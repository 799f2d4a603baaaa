package gradus.sheet.section;

import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.run.Run;
import gradus.network.run.Run.AtPoint;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.DerivationChain;
import gradus.sheet.DerivationChain.Link;
import gradus.sheet.Sheet.Section;
import gradus.sheet.number.Figures;
import gradus.sheet.number.Figures.Figure;
import gradus.sheet.number.PointHeadings;
import gradus.sheet.number.Wording;
import gradus.syntax.written.Statement.Combination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The loss over all points and its gradients, each as the sum or mean of those of the points.
final class CombinedSection {
  private final Problem problem;
  private final Run run;
  private final Figures figures;

  CombinedSection(Problem problem, Run run, Figures figures) {
    this.problem = problem;
    this.run = run;
    this.figures = figures;
  }

  static boolean isMean(Problem problem) {
    return problem.lossOverPoints().filter(c -> c == Combination.MEAN).isPresent();
  }

  /// `sum` or `mean`.
  static String word(Problem problem) {
    return isMean(problem) ? "mean" : "sum";
  }

  Section section(Run.Combined combined) {
    Quantity loss = problem.loss().orElseThrow();
    List<DerivationChain> chains = new ArrayList<>();
    chains.add(chain(loss, combined.loss()));
    combined.gradients().forEach((symbol, value) -> chains.add(chain(symbol, value)));
    String names =
        String.join(
            ", ",
            run.points().stream().map(at -> PointHeadings.point(problem, at.point())).toList());
    String sentence = "The " + word(problem) + " over the points " + names + ", in this order:";
    return new Section(
        "All points",
        List.of(new Paragraph(Wording.text(sentence)), new Equations(chains, Arrangement.STEPS)));
  }

  /// `L = 1/2 · (4 + 1) = 5/2`
  private DerivationChain chain(Symbol symbol, Value value) {
    List<Expr> terms = new ArrayList<>();
    for (AtPoint at : run.points()) {
      terms.add(figures.figure(at.value(symbol)).number());
    }
    Expr sum = Formulas.sum(terms);
    Expr numbers =
        isMean(problem) ? Formulas.product(Number.of(Rational.of(1, terms.size())), sum) : sum;
    Figure result = figures.figure(value);
    boolean exact =
        Evaluation.of(numbers, problem.functions(), Map.of())
            .equals(Evaluation.of(result.number(), problem.functions(), Map.of()));
    Figure first =
        new Figure(
            numbers,
            run.points().stream().allMatch(at -> figures.figure(at.value(symbol)).exact()));
    return new DerivationChain(
        new Ref(symbol),
        List.of(
            new Link(first.relation(), numbers, List.of(), List.of()),
            new Link(
                new Figure(result.number(), exact).relation(),
                result.number(),
                List.of(),
                List.of())),
        OptionalInt.empty());
  }
}
