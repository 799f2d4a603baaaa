package gradus.render.latex;

import gradus.expr.Expr;
import gradus.render.box.MathStyle;
import gradus.render.formula.Typesetter;

/// Formulas in LaTeX's math mode.
public final class LatexFormula {
  private LatexFormula() {}

  /// As it stands on lines of its own: fractions in full size.
  public static String display(Expr formula) {
    return BoxWriter.latex(new Typesetter(MathStyle.DISPLAY).whole(formula));
  }

  /// As it stands in running text: partial derivatives with a slash.
  public static String inline(Expr formula) {
    return BoxWriter.latex(new Typesetter(MathStyle.INLINE).whole(formula));
  }
}
