package gradus.render;

import gradus.expr.Expr;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.syntax.PlainText;
import gradus.syntax.PlainText.Style;
import java.util.List;

/// What symbols and formulas are called in JSON and CSV: as declared, and as they can be typed.
final class Keys {
  private static final int DIGITS = 15;
  private static final PlainText TYPED = new PlainText(Style.ASCII, DIGITS);

  private Keys() {}

  static String of(Symbol symbol) {
    return switch (symbol) {
      case Quantity(var name, List<Expr> labels) -> name.spelling() + labels(labels);
      case Partial(Quantity of, Quantity by, _) -> "d" + of(of) + "/d" + of(by);
      case Updated(Quantity quantity) -> of(quantity);
    };
  }

  private static String labels(List<Expr> labels) {
    return labels.isEmpty()
        ? ""
        : "[" + String.join(",", labels.stream().map(Keys::of).toList()) + "]";
  }

  static String of(Expr formula) {
    return TYPED.print(formula);
  }
}
