package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Rational;
import java.util.List;

/// Literals folded into one, in the notation of the operands.
final class Numbers {
  private Numbers() {}

  /// A decimal if an operand was typed as one and the result is a finite decimal.
  static Number folded(Rational value, List<Number> operands) {
    boolean decimal =
        operands.stream().anyMatch(number -> number.notation() != Notation.FRACTION)
            && value.isFiniteDecimal();
    return new Number(value, decimal ? Notation.DECIMAL : Notation.FRACTION);
  }

  static List<Number> among(List<Expr> parts) {
    return parts.stream()
        .filter(Number.class::isInstance)
        .map(Number.class::cast)
        .toList();
  }
}
