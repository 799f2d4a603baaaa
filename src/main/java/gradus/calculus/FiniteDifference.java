package gradus.calculus;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// Central differences with Richardson extrapolation: error of order h⁴.
final class FiniteDifference {
  private static final double[] STEPS = {1e-3, 1e-4, 1e-5};
  private static final double AGREEMENT = 1e-3;

  private FiniteDifference() {}

  /// The derivative of `f` at 0; empty where no step width gives differences that agree with each
  /// other: at a kink, a pole, or outside the domain. Nothing but `f` is used to decide that.
  static OptionalDouble atZero(DoubleUnaryOperator f) {
    for (double h : STEPS) {
      double wide = central(f, h);
      double narrow = central(f, h / 2);
      double scale = Math.max(1e-3, Math.max(Math.abs(wide), Math.abs(narrow)));
      if (Math.abs(wide - narrow) <= AGREEMENT * scale) {
        return OptionalDouble.of((4 * narrow - wide) / 3);
      }
    }
    return OptionalDouble.empty();
  }

  private static double central(DoubleUnaryOperator f, double h) {
    return (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
  }
}
