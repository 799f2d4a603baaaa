package gradus.calculus.tape;

import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Exact;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Values of the functions that the rule page does not define by others, or whose definition
/// overflows where the function does not. StrictMath, so that every machine prints the same digits;
/// exact where the value is rational.
public enum Elementary {
  EXP,
  LOG,
  SQRT,
  SIN,
  COS,
  TANH,
  SIGMOID,
  SOFTPLUS;

  private static final Value HALF = Value.of(Rational.HALF);
  private static final Map<String, Elementary> BY_KEY = new HashMap<>();

  static {
    for (Elementary function : values()) {
      BY_KEY.put(function.name().toLowerCase(Locale.ROOT), function);
    }
  }

  /// Empty if the function has no values of its own here.
  static Optional<Elementary> named(Name function) {
    return Optional.ofNullable(BY_KEY.get(function.key()));
  }

  Value at(Value u) {
    return switch (this) {
      case EXP, COS -> u.equals(Value.ZERO) ? Value.ONE : approximate(u);
      case LOG -> u.equals(Value.ONE) ? Value.ZERO : logarithm(u);
      case SQRT -> Arithmetic.squareRoot(u);
      case SIN, TANH -> u.equals(Value.ZERO) ? Value.ZERO : approximate(u);
      case SIGMOID -> u.equals(Value.ZERO) ? HALF : approximate(u);
      case SOFTPLUS -> approximate(u);
    };
  }

  /// `NaN` outside the domain; infinite where the value is too large for a double.
  double at(double u) {
    return switch (this) {
      case EXP -> StrictMath.exp(u);
      case LOG -> StrictMath.log(u);
      case SQRT -> StrictMath.sqrt(u);
      case SIN -> StrictMath.sin(u);
      case COS -> StrictMath.cos(u);
      case TANH -> StrictMath.tanh(u);
      case SIGMOID -> sigmoid(u);
      case SOFTPLUS -> softplus(u);
    };
  }

  private Value logarithm(Value u) {
    boolean positive =
        u instanceof Exact(Rational exact) ? exact.signum() > 0 : u.doubleValue() > 0;
    return positive || !u.isDefined() ? approximate(u) : new Value.Undefined(Cause.OUTSIDE_DOMAIN);
  }

  private Value approximate(Value u) {
    return u.isDefined() ? Value.of(at(u.doubleValue())) : u;
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
}
