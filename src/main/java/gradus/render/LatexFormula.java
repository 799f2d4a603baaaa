package gradus.render;

import gradus.expr.Expr;

/// Formulas in LaTeX's math mode.
public final class LatexFormula {
  private LatexFormula() {}

  /// As it stands on lines of its own: fractions in full size.
  public static String display(Expr formula) {
    return BoxWriter.latex(new Typesetter(Setting.DISPLAY).whole(formula));
  }

  /// As it stands in running text: partial derivatives with a slash.
  public static String inline(Expr formula) {
    return BoxWriter.latex(new Typesetter(Setting.INLINE).whole(formula));
  }
}
