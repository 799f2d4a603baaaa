package gradus.expr;

import java.util.Map;

/// What a formula comes to at a point.
public sealed interface Value {
  /// A rational number, without error.
  record Exact(Rational number) implements Value {}

  /// A double, good to about 15 significant digits.
  record Approximate(double number) implements Value {
    public Approximate {
      number += 0.0; // there is one zero: -0.0 + 0.0 is 0.0
    }
  }

  /// No value, and why.
  record Undefined(Cause cause) implements Value {}

  enum Cause {
    DIVISION_BY_ZERO,
    /// A function outside its domain, such as `log(0)`.
    OUTSIDE_DOMAIN,
    /// Beyond the range of a double.
    TOO_LARGE,
    /// No branch of the cases holds: on a kink that a convention leaves undefined.
    NO_BRANCH,
    /// A quantity without a value.
    MISSING
  }

  Value ZERO = new Exact(Rational.ZERO);
  Value ONE = new Exact(Rational.ONE);

  static Value of(Rational number) {
    return new Exact(number);
  }

  /// An approximate value, undefined where the double is not finite.
  static Value of(double number) {
    return Double.isFinite(number)
        ? new Approximate(number)
        : new Undefined(Double.isNaN(number) ? Cause.OUTSIDE_DOMAIN : Cause.TOO_LARGE);
  }

  /// The value of a symbol in a valuation; undefined where it has none.
  static Value in(Map<? extends Symbol, Value> values, Symbol symbol) {
    Value value = values.get(symbol);
    return value == null ? new Undefined(Cause.MISSING) : value;
  }

  /// `NaN` where undefined.
  default double doubleValue() {
    return switch (this) {
      case Exact(Rational number) -> number.doubleValue();
      case Approximate(double number) -> number;
      case Undefined _ -> Double.NaN;
    };
  }

  default boolean isDefined() {
    return !(this instanceof Undefined);
  }
}
