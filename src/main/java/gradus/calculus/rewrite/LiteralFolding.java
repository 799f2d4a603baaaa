package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import java.util.List;
import java.util.Optional;

/// Literals folded into one, in the notation of the operands.
final class LiteralFolding {
  private LiteralFolding() {}

  /// A decimal if an operand was typed as one and the result is a finite decimal.
  static Number folded(Rational value, List<Number> operands) {
    boolean decimal =
        operands.stream().anyMatch(number -> number.notation() != Notation.FRACTION)
            && value.isFiniteDecimal();
    return new Number(value, decimal ? Notation.DECIMAL : Notation.FRACTION);
  }

  /// A number among terms: a literal, or one that is subtracted.
  static Optional<Number> term(Expr term) {
    return switch (term) {
      case Number number -> Optional.of(number);
      case Product(List<Expr> factors) when factors.size() == 2 && isSubtracted(factors) -> {
        Number number = (Number) factors.getLast();
        yield Optional.of(new Number(number.value().negated(), number.notation()));
      }
      default -> Optional.empty();
    };
  }

  /// `-1 · n · …` stands for "minus n …" in a sum, and stays so.
  static boolean isSubtracted(List<Expr> factors) {
    return factors.size() > 1
        && Formulas.isNumber(factors.getFirst(), Rational.MINUS_ONE)
        && factors.get(1) instanceof Number(Rational value, Notation _)
        && value.signum() > 0
        && (factors.size() == 2 || !value.isOne())
        && factors.stream().skip(2).noneMatch(Number.class::isInstance);
  }

  static List<Number> among(List<Expr> parts) {
    return parts.stream().filter(Number.class::isInstance).map(Number.class::cast).toList();
  }
}
