package gradus.render.text;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Shape;
import gradus.expr.Symbol.Partial;
import gradus.render.latex.LatexFormula;
import gradus.syntax.print.PlainText;

/// A gradient as one equation.
public final class DiffText {
  private static final int DIGITS = 15;
  private static final PlainText HUMAN = new PlainText(PlainText.Style.UNICODE, DIGITS);

  private DiffText() {}

  /// `∂f/∂w = 2 · Xᵀ (X w - y) (d x 1)`
  public static String of(Partial partial, Expr gradient) {
    Shape shape = partial.by().shape();
    String remark = shape.isScalar() ? "" : "   (" + shape + ")";
    return HUMAN.print(new Ref(partial)) + " = " + HUMAN.print(gradient) + remark + "\n";
  }

  public static String latex(Partial partial, Expr gradient) {
    return LatexFormula.display(new Ref(partial)) + " = " + LatexFormula.display(gradient) + "\n";
  }
}
