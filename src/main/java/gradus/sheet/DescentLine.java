package gradus.sheet;

import gradus.expr.Expr.Ref;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.network.Problem;
import gradus.network.Problem.Descent;
import gradus.sheet.Chain.Link;
import gradus.sheet.Inline.Formula;
import java.util.List;

/// What the box says of descent steps: rates, points, how often, and the mark of updated values.
record DescentLine(Problem problem) {
  /// Empty where no step is asked for.
  List<Inline> line() {
    if (problem.descents().isEmpty()) {
      return List.of();
    }
    List<List<Inline>> rates = problem.descents().stream().map(this::rate).toList();
    return Wording.join(Wording.text("Descent: "), Wording.listed(rates, "; then "), sign());
  }

  /// Members of families have letters above them already.
  private List<Inline> sign() {
    boolean families = problem.graph().definitions().stream().anyMatch(d -> d.family().isPresent());
    if (families && problem.descents().stream().allMatch(d -> d.rate().isEmpty())) {
      return Wording.text(". Δ marks what a step adds.");
    }
    return Wording.join(
        Wording.text(". A superscript as in "),
        Wording.of(new Updated(Quantity.of("w"))),
        Wording.text(" marks a value after the step."));
  }

  private List<Inline> rate(Descent descent) {
    Ref name = new Ref(descent.symbolOfRate());
    List<Inline> rate =
        descent
            .rate()
            .map(value -> Wording.equation(name, Link.equal(value)))
            .orElseGet(() -> List.of(new Formula(name)));
    List<String> points =
        descent.points().stream()
            .map(index -> Headings.point(problem, problem.points().get(index)))
            .toList();
    boolean several = problem.points().size() > 1 && !points.isEmpty();
    return Wording.join(
        Wording.text("rate "),
        rate,
        Wording.text(several ? " at " + String.join(", then ", points) : ""),
        moved(descent),
        Wording.text(descent.times() > 1 ? ", " + descent.times() + " times" : ""));
  }

  /// Said where a step moves only some of the parameters.
  private List<Inline> moved(Descent descent) {
    return descent.moved().size() == problem.trainable().size()
        ? List.of()
        : Wording.join(
            Wording.text(", on "),
            Wording.listed(descent.moved().stream().map(Wording::of).toList(), ", "));
  }
}
