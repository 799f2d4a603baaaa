package gradus.check.equal;

import gradus.expr.Symbol.Quantity;
import java.util.List;
import java.util.SplittableRandom;

/// Points at which formulas are compared, always the same ones: of both signs, of all scales.
final class Sampler {
  /// Kinds of points of moderate size; behind them come large and small ones.
  static final int MODERATE = 6;

  private static final double[] SCALES = {10, 0.1, 1e3, 1e-3, 1e6, 1e-6};

  /// All kinds of points.
  static final int KINDS = MODERATE + 2 * SCALES.length;

  private final SplittableRandom random = new SplittableRandom(20_260_101);
  private final OpenInterval[] ranges;

  Sampler(List<Quantity> names, Facts facts) {
    ranges = names.stream().map(facts::range).toArray(OpenInterval[]::new);
  }

  double[] draw(int kind) {
    double[] point = new double[ranges.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = ranges[i].fitted(number(kind % KINDS));
    }
    return point;
  }

  private double number(int kind) {
    double unit = random.nextDouble();
    return switch (kind) {
      case 0 -> 4 * unit - 2;
      case 1 -> 0.1 + 2 * unit;
      case 2 -> -0.1 - 2 * unit;
      case 3 -> 0.05 + 0.9 * unit;
      case 4 -> 12 * unit - 6;
      case 5 -> 1 + 5 * unit;
      default -> {
        double size = SCALES[(kind - MODERATE) / 2] * (0.5 + unit);
        yield (kind - MODERATE) % 2 == 0 || random.nextBoolean() ? size : -size;
      }
    };
  }

  /// A point of which every coordinate has a scale and a sign of its own.
  double[] drawWildly() {
    double[] point = new double[ranges.length];
    for (int i = 0; i < point.length; i++) {
      double size = StrictMath.pow(10, random.nextDouble(-4, 5));
      point[i] = ranges[i].fitted(random.nextBoolean() ? size : -size);
    }
    return point;
  }

  /// A point close by that is nothing special.
  double[] near(double[] point) {
    double[] moved = point.clone();
    for (int i = 0; i < moved.length; i++) {
      double step = (random.nextDouble() - 0.5) * 0x1p-18;
      double near = moved[i] + step * Math.max(Math.abs(moved[i]), 0.125);
      moved[i] = ranges[i].holds(near) ? near : moved[i];
    }
    return moved;
  }

  /// The direction of a line; of several names every second line turns against the one before in
  /// about half of them.
  double[] direction(int line) {
    double[] direction = new double[ranges.length];
    for (int i = 0; i < direction.length; i++) {
      double size = 0.3 + random.nextDouble();
      direction[i] = ranges.length == 1 ? 1 : (i >> line / 2 & line & 1) == 1 ? -size : size;
    }
    return direction;
  }

  double between(double from, double to) {
    return from + (to - from) * (0.3 + 0.4 * random.nextDouble());
  }

  int size() {
    return ranges.length;
  }

  boolean holds(double[] point) {
    for (int i = 0; i < point.length; i++) {
      if (!ranges[i].holds(point[i])) {
        return false;
      }
    }
    return true;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
