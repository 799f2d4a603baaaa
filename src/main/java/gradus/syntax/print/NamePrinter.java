package gradus.syntax.print;

import gradus.expr.Index;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.syntax.print.PlainText.Style;
import java.util.List;

/// Names on their way to text: `W[2]_{1,3}`, `dL/dw`, `w^+`.
record NamePrinter(FormulaPrinter out, Style style) {
  void symbol(Symbol symbol) {
    switch (symbol) {
      case Quantity quantity -> quantity(quantity);
      case Partial(Quantity of, Quantity by, _) -> {
        out.append(style.d);
        quantity(of);
        out.append("/" + style.d);
        quantity(by);
      }
      case Updated(Quantity quantity) -> {
        quantity(quantity);
        out.append("^+");
      }
    }
  }

  void quantity(Quantity quantity) {
    out.append(quantity.name().spelling());
    labels(quantity.labels());
    entry(quantity.indices());
  }

  void labels(List<Index> labels) {
    if (!labels.isEmpty()) {
      out.append("[" + joined(labels, ", ") + "]");
    }
  }

  /// `_{2,1}`; for people `x_1`.
  void entry(List<Index> at) {
    String typed = joined(at, ",");
    if (style.human && at.size() == 1 && typed.codePoints().allMatch(Character::isLetterOrDigit)) {
      out.append("_" + typed);
    } else if (!at.isEmpty()) {
      out.append("_{" + typed + "}");
    }
  }

  static String joined(List<Index> indices, String comma) {
    return String.join(comma, indices.stream().map(Index::toString).toList());
  }
}
