package gradus.render.data;

import gradus.calculus.tape.Evaluation.OnKink;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.run.Run;
import gradus.network.run.Run.AtPoint;
import gradus.network.run.Run.Step;
import java.io.IOException;
import java.util.List;

/// The points of a run, as `eval` and `solve` both have them.
final class PointsJson {
  private static final Value UNDEFINED = new Value.Undefined(Value.Cause.MISSING);

  private final Problem problem;
  private final Run run;

  PointsJson(Problem problem, Run run) {
    this.problem = problem;
    this.run = run;
  }

  void write(Json json) throws IOException {
    json.objects("points", run.points(), this::point);
    if (run.combined().isPresent()) {
      json.object(
          "combined",
          members -> {
            members.value("loss", run.combined().get().loss());
            var gradients = Results.gradients(problem, run.combined().get());
            members.values("gradients", gradients);
            members.object("exact", exact -> exact.exact("gradients", gradients));
          });
    }
  }

  private void point(Json json, AtPoint at) throws IOException {
    Results results = Results.of(problem, at);
    json.text("name", Results.name(run, at));
    json.values("values", results.values());
    json.values("gradients", results.gradients());
    json.values("partials", results.partials());
    json.value("loss", results.loss());
    json.objects("kinks", at.kinks(), PointsJson::kink);
    json.object(
        "exact",
        exact -> {
          exact.exact("values", results.values());
          exact.exact("gradients", results.gradients());
          exact.exact("partials", results.partials());
        });
    json.objects("steps", stepsAt(at), (members, step) -> step(members, step, at));
  }

  private static void kink(Json json, OnKink kink) throws IOException {
    json.text("quantity", Keys.of(kink.argument()));
    json.value("value", kink.at());
    json.value("used", kink.used().orElse(UNDEFINED));
    json.text("function", kink.function().spelling());
  }

  /// A step over several points stands at each of them.
  private List<Step> stepsAt(AtPoint at) {
    return run.steps().stream().filter(step -> place(step, at) >= 0).toList();
  }

  private static int place(Step step, AtPoint at) {
    return step.before().stream().map(AtPoint::point).toList().indexOf(at.point());
  }

  private void step(Json json, Step step, AtPoint at) throws IOException {
    Results after = Results.of(problem, step.after().get(place(step, at)));
    var gradients = Results.named(problem, step.gradients());
    var updated = Results.named(problem, step.updated());
    json.number("step", step.number());
    json.text("point", Results.name(run, at));
    json.value("rate", Value.of(step.rate()));
    json.values("gradients", gradients);
    json.values("updated", updated);
    json.values("values", after.values());
    json.value("loss", after.loss());
    json.object(
        "exact",
        exact -> {
          exact.exact("gradients", gradients);
          exact.exact("updated", updated);
          exact.exact("values", after.values());
        });
  }
}
