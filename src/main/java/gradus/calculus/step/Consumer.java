package gradus.calculus.step;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Symbol.Quantity;
import java.util.Optional;

/// A definition that uses a quantity, with the labels at which it uses it: for `z[k]` the consumer
/// `a[k+1] = W[k+1]' * z[k]`.
///
/// @param over the values of a letter over which the consumers of a shared quantity are summed: `W`
///   is used by `a[t]` for t in 1..T
public record Consumer(Quantity quantity, Expr formula, Optional<Family> over) {
  public static Consumer of(Definition definition) {
    return new Consumer((Quantity) definition.symbol(), definition.formula(), Optional.empty());
  }
}
