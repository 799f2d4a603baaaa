package gradus.render.data;

import gradus.network.Problem;
import gradus.network.run.Run;

/// Values and gradients as `gradus/eval/1`.
public final class EvalJson {
  private EvalJson() {}

  public static String of(Problem problem, Run run) {
    return Json.document(
        "gradus/eval/1",
        json -> {
          json.text("network", problem.title());
          new PointsJson(problem, run).write(json);
        });
  }
}
