package gradus.calculus.verify;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Central differences with Richardson extrapolation: error of order h⁴.
///
/// Whether there is a derivative at all is told from `f` alone, never from the formula under test:
/// differences of two widths must agree, and the jump between the slopes on the right and on the
/// left must shrink with the width, or the point lies on a kink.
public final class FiniteDifference {
  private static final double[] WIDTHS = {1e-3, 1e-4, 1e-5};
  private static final double AGREEMENT = 1e-3;
  private static final double NOISE = 1e-6;
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private FiniteDifference() {}

  /// A difference quotient, and how far off it may be because `f` is rounded: much where `f` is
  /// large against its change.
  public record Estimate(double value, double noise) {}

  /// The derivative of `f` at 0; empty at a kink, a pole, or outside the domain.
  public static Optional<Estimate> atZero(DoubleUnaryOperator f) {
    double middle = f.applyAsDouble(0);
    for (double width : WIDTHS) {
      Slopes wide = Slopes.of(f, middle, width);
      Slopes narrow = Slopes.of(f, middle, width / 2);
      double noise = ROUNDING * Math.max(1, Math.abs(middle)) / width;
      double scale = Math.max(1e-3, Math.max(Math.abs(wide.mean()), Math.abs(narrow.mean())));
      boolean agree = Math.abs(wide.mean() - narrow.mean()) <= AGREEMENT * scale + noise;
      boolean smooth = narrow.jump() <= 0.75 * wide.jump() + NOISE * scale + 4 * noise;
      if (agree && smooth) {
        return Optional.of(new Estimate((4 * narrow.mean() - wide.mean()) / 3, 4 * noise));
      }
    }
    return Optional.empty();
  }

  private record Slopes(double left, double right) {
    static Slopes of(DoubleUnaryOperator f, double middle, double width) {
      return new Slopes(
          (middle - f.applyAsDouble(-width)) / width, (f.applyAsDouble(width) - middle) / width);
    }

    double mean() {
      return (left + right) / 2;
    }

    double jump() {
      return Math.abs(right - left);
    }
  }
}
