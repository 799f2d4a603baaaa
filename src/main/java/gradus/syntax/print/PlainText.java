package gradus.syntax.print;

import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Symbol;

/// Formulas in the notation that users type, with as few brackets as it takes to read them back; in
/// Unicode for people, with brackets where these could misread.
public record PlainText(Style style, int digits) {
  /// Which characters: `dL/dw * h <= 1` or `∂L/∂w · h ≤ 1`.
  public enum Style {
    ASCII(false, "d", "*", "<=", "!=", ">="),
    UNICODE(true, "∂", "·", "≤", "≠", "≥");

    /// Whether it is to be read by people rather than to be read back.
    final boolean human;

    final String d;
    final String times;
    private final String atMost;
    private final String unequal;
    private final String atLeast;

    Style(boolean human, String d, String times, String atMost, String unequal, String atLeast) {
      this.human = human;
      this.d = d;
      this.times = times;
      this.atMost = atMost;
      this.unequal = unequal;
      this.atLeast = atLeast;
    }

    String entrywise() {
      return human ? "⊙" : ".*";
    }

    String relation(Relation relation) {
      return switch (relation) {
        case LESS -> "<";
        case AT_MOST -> atMost;
        case EQUAL -> "=";
        case UNEQUAL -> unequal;
        case AT_LEAST -> atLeast;
        case GREATER -> ">";
      };
    }
  }

  private static final PlainText ASCII = new PlainText(Style.ASCII, NumberText.DIGITS);

  public static String of(Expr expr) {
    return ASCII.print(expr);
  }

  public static String of(Symbol symbol) {
    return ASCII.print(symbol);
  }

  public String print(Expr expr) {
    return new FormulaPrinter(style, digits).whole(expr).toString();
  }

  public String print(Symbol symbol) {
    return new FormulaPrinter(style, digits).symbol(symbol).toString();
  }
}
