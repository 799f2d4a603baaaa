package gradus.calculus;

import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Exact;
import java.util.Optional;

/// Values of the functions that the rule page does not define by others, or whose definition
/// overflows where the function does not. StrictMath, so that every machine prints the same digits;
/// exact where the value is rational.
final class Elementary {
  private static final Value HALF = Value.of(Rational.HALF);

  private Elementary() {}

  /// Empty if the function has no values of its own here.
  static Optional<Value> value(Name function, Value at) {
    double u = at.doubleValue();
    return Optional.ofNullable(
        switch (function.key()) {
          case "exp" -> at.equals(Value.ZERO) ? Value.ONE : approximate(at, StrictMath.exp(u));
          case "log" -> at.equals(Value.ONE) ? Value.ZERO : logarithm(at);
          case "sqrt" -> Arithmetic.squareRoot(at);
          case "sin" -> fixedAtZero(at, StrictMath.sin(u));
          case "cos" -> at.equals(Value.ZERO) ? Value.ONE : approximate(at, StrictMath.cos(u));
          case "tanh" -> fixedAtZero(at, StrictMath.tanh(u));
          case "sigmoid" -> at.equals(Value.ZERO) ? HALF : approximate(at, sigmoid(u));
          case "softplus" -> approximate(at, softplus(u));
          default -> null;
        });
  }

  private static Value logarithm(Value at) {
    boolean positive =
        at instanceof Exact(Rational exact) ? exact.signum() > 0 : at.doubleValue() > 0;
    return positive || !at.isDefined()
        ? approximate(at, StrictMath.log(at.doubleValue()))
        : new Value.Undefined(Cause.OUTSIDE_DOMAIN);
  }

  /// `1/(1 + e^-u)` without overflow.
  private static double sigmoid(double u) {
    double small = StrictMath.exp(-StrictMath.abs(u));
    return (u < 0 ? small : 1) / (1 + small);
  }

  /// `log(1 + e^u)` without overflow.
  private static double softplus(double u) {
    return StrictMath.max(u, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(u)));
  }

  private static Value fixedAtZero(Value at, double value) {
    return at.equals(Value.ZERO) ? Value.ZERO : approximate(at, value);
  }

  private static Value approximate(Value at, double value) {
    return at.isDefined() ? Value.of(value) : at;
  }
}
