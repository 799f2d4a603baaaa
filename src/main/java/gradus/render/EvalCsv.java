package gradus.render;

import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.network.ArrayValue;
import gradus.network.Problem;
import gradus.network.Run;
import gradus.network.Run.AtPoint;
import gradus.network.Run.Step;
import java.util.List;
import java.util.Map;

/// Values and gradients as comma-separated values.
///
/// | column | holds |
/// |---|---|
/// | `point` | the point's name; empty where there is only one without a name |
/// | `step` | 0 before any descent step, else the number of the step |
/// | `kind` | `value`, `gradient` of the loss, `partial` of something else, `updated` |
/// | `name` | the quantity, an entry `W_{1,2}`, or the partial such as `dz_2/dx` |
/// | `value` | the number; empty where undefined |
/// | `exact` | the same as integer or fraction, where it is rational |
public final class EvalCsv {
  private final StringBuilder out = new StringBuilder("point,step,kind,name,value,exact\n");

  private EvalCsv() {}

  public static String of(Problem problem, Run run) {
    EvalCsv csv = new EvalCsv();
    for (AtPoint at : run.points()) {
      Results results = Results.entries(problem, at);
      String point = Results.name(run, at).orElse("");
      csv.entries(point, 0, "value", results.values());
      csv.entries(point, 0, "gradient", results.gradients());
      csv.entries(point, 0, "partial", results.partials());
    }
    run.combined()
        .ifPresent(all -> csv.rows("all", 0, "gradient", Results.entriesNamed(all.gradients())));
    run.steps().forEach(step -> csv.step(problem, run, step));
    return csv.out.toString();
  }

  private void step(Problem problem, Run run, Step step) {
    List<String> names =
        step.before().stream().map(at -> Results.name(run, at).orElse("")).toList();
    String points = String.join(" ", names);
    rows(points, step.number(), "gradient", Results.entriesNamed(step.gradients()));
    rows(points, step.number(), "updated", Results.entriesNamed(step.updated()));
    for (AtPoint after : step.after()) {
      String point = Results.name(run, after).orElse("");
      entries(point, step.number(), "value", Results.entries(problem, after).values());
    }
  }

  private void entries(String point, int step, String kind, Map<String, ArrayValue> values) {
    values.forEach(
        (name, array) -> array.entries().forEach(value -> row(point, step, kind, name, value)));
  }

  private void rows(String point, int step, String kind, Map<String, Value> values) {
    values.forEach((name, value) -> row(point, step, kind, name, value));
  }

  private void row(String point, int step, String kind, String name, Value value) {
    out.append(
        Csv.row(
            List.of(
                Csv.text(point),
                String.valueOf(step),
                kind,
                Csv.text(name),
                value.isDefined() ? MachineNumber.of(value) : "",
                value instanceof Value.Exact(Rational number) ? number.toString() : "")));
  }
}
