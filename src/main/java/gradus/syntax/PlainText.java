package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Symbol;

/// Formulas in the notation that users type, with as few brackets as it takes to read them back.
public record PlainText(Style style, int digits) {
  /// Which characters: `dL/dw * h <= 1` or `∂L/∂w · h ≤ 1`.
  public enum Style {
    ASCII,
    UNICODE
  }

  private static final PlainText ASCII = new PlainText(Style.ASCII, NumberText.DIGITS);

  public static String of(Expr expr) {
    return ASCII.print(expr);
  }

  public static String of(Symbol symbol) {
    return ASCII.print(symbol);
  }

  public String print(Expr expr) {
    return new Printing(style, digits).formula(expr).toString();
  }

  public String print(Symbol symbol) {
    return new Printing(style, digits).symbol(symbol).toString();
  }
}
