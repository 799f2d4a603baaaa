package gradus;

import gradus.expr.Expr;
import gradus.expr.Symbol.Partial;
import gradus.render.data.DiffJson;
import gradus.render.text.DiffText;

/// The gradient of one formula, verified.
///
/// @param partial the gradient by its name, of an entry where it has no matrix spelling
/// @param gradient in the shape of what it is by
public record Difference(Expr formula, Partial partial, Expr gradient) {
  public String in(DiffFormat format) {
    return switch (format) {
      case TEXT -> DiffText.of(partial, gradient);
      case LATEX -> DiffText.latex(partial, gradient);
      case JSON -> DiffJson.of(formula, partial, gradient);
    };
  }
}
