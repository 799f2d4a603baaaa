package gradus.render.data;

import gradus.expr.Expr;
import gradus.expr.Index;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.syntax.print.PlainText;
import gradus.syntax.print.PlainText.Style;
import java.util.List;

/// What symbols and formulas are called in JSON and CSV: as declared, and as they can be typed.
public final class Keys {
  private static final int DIGITS = 15;
  private static final PlainText TYPED = new PlainText(Style.ASCII, DIGITS);

  private Keys() {}

  public static String of(Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity ->
          quantity.name().spelling()
              + listed("[", quantity.labels(), "]")
              + listed("_{", quantity.indices(), "}");
      case Partial(Quantity of, Quantity by, _) -> "d" + of(of) + "/d" + of(by);
      case Updated(Quantity quantity) -> of(quantity);
    };
  }

  private static String listed(String open, List<Index> indices, String close) {
    return indices.isEmpty()
        ? ""
        : open + String.join(",", indices.stream().map(Index::toString).toList()) + close;
  }

  public static String of(Expr formula) {
    return TYPED.print(formula);
  }
}
