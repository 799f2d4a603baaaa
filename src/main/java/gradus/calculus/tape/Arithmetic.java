package gradus.calculus.tape;

import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.expr.Value.Approximate;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Exact;
import gradus.expr.Value.Undefined;
import java.util.Optional;

/// Exact where the operands are and numerators and denominators stay short, else in doubles.
final class Arithmetic {
  /// Beyond this many digits a number goes on as a double.
  static final int MOST_DIGITS = 200;

  private Arithmetic() {}

  static Value plus(Value left, Value right) {
    if (left instanceof Exact(Rational a) && right instanceof Exact(Rational b)) {
      return shortened(a.plus(b));
    }
    return undefined(left, right)
        .orElseGet(() -> Value.of(left.doubleValue() + right.doubleValue()));
  }

  static Value times(Value left, Value right) {
    if (left instanceof Exact(Rational a) && right instanceof Exact(Rational b)) {
      return shortened(a.times(b));
    }
    return undefined(left, right)
        .orElseGet(() -> Value.of(left.doubleValue() * right.doubleValue()));
  }

  static Value reciprocal(Value value) {
    return switch (value) {
      case Exact(Rational a) ->
          a.isZero() ? new Undefined(Cause.DIVISION_BY_ZERO) : Value.of(a.reciprocal());
      case Approximate(double a) ->
          a == 0 ? new Undefined(Cause.DIVISION_BY_ZERO) : Value.of(1 / a);
      case Undefined _ -> value;
    };
  }

  static Value power(Value base, Value exponent) {
    if (exponent instanceof Exact(Rational e)) {
      if (e.equals(Rational.MINUS_ONE)) {
        return reciprocal(base);
      }
      if (base instanceof Exact(Rational b) && e.isInteger()) {
        return integerPower(b, e);
      }
      if (e.equals(Rational.HALF)) {
        return squareRoot(base);
      }
    }
    return undefined(base, exponent)
        .orElseGet(() ->
            base.doubleValue() == 0 && exponent.doubleValue() < 0
                ? new Undefined(Cause.DIVISION_BY_ZERO)
                : Value.of(StrictMath.pow(base.doubleValue(), exponent.doubleValue())));
  }

  private static Value integerPower(Rational base, Rational exponent) {
    if (base.isZero() && exponent.signum() < 0) {
      return new Undefined(Cause.DIVISION_BY_ZERO);
    }
    double digits = (double) (base.digits() - 1) * Math.abs(exponent.doubleValue());
    boolean unit = base.isZero() || base.abs().isOne();
    if (unit) {
      boolean odd = exponent.numerator().testBit(0);
      return exponent.signum() == 0 || (base.signum() < 0 && !odd) ? Value.ONE : Value.of(base);
    }
    if (digits > MOST_DIGITS || Math.abs(exponent.doubleValue()) > 4 * MOST_DIGITS) {
      return Value.of(StrictMath.pow(base.doubleValue(), exponent.doubleValue()));
    }
    return shortened(base.power(exponent.numerator().intValueExact()));
  }

  static Value squareRoot(Value value) {
    if (value instanceof Exact(Rational a) && a.squareRoot().isPresent()) {
      return Value.of(a.squareRoot().get());
    }
    return value.isDefined() ? Value.of(StrictMath.sqrt(value.doubleValue())) : value;
  }

  /// The sign of `left - right`; empty where one of them is undefined.
  static Optional<Integer> compare(Value left, Value right) {
    if (left instanceof Exact(Rational a) && right instanceof Exact(Rational b)) {
      return Optional.of(a.compareTo(b));
    }
    return left.isDefined() && right.isDefined()
        ? Optional.of(Double.compare(left.doubleValue(), right.doubleValue() + 0.0))
        : Optional.empty();
  }

  static Value shortened(Rational number) {
    return number.digits() <= MOST_DIGITS ? Value.of(number) : Value.of(number.doubleValue());
  }

  private static Optional<Value> undefined(Value left, Value right) {
    return left instanceof Undefined
        ? Optional.of(left)
        : right instanceof Undefined ? Optional.of(right) : Optional.empty();
  }
}
