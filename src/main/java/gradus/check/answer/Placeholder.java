package gradus.check.answer;

import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;

/// What a quantity of an answer's formulas stands for that is none of the network.
enum Placeholder implements Name.Purpose {
  /// The z of `g(z) = max(0, z)`.
  ANYTHING("any %s"),
  /// The p of `\|w\|_p`: any from 1.
  NORM_ORDER("%s_order");

  private final String spelling;

  Placeholder(String spelling) {
    this.spelling = spelling;
  }

  Quantity named(String letters) {
    return Quantity.of(Name.of(spelling.formatted(letters)).servingAs(this));
  }

  boolean is(Quantity quantity) {
    return quantity.name().purpose() == this;
  }
}
