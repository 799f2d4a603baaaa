package gradus.check.number;

import java.util.SplittableRandom;

/// How well an operand is known.
enum Accuracy {
  EXACT,
  /// Nearly as well as can be.
  FINE,
  /// Down to a digit or two.
  COARSE,
  /// Perhaps not even its sign.
  VAGUE;

  Dyadic radius(Dyadic middle, int bits, SplittableRandom random) {
    Dyadic any = Dyadic.of(1 + random.nextDouble()).shifted(-1);
    return switch (this) {
      case EXACT -> Dyadic.ZERO;
      case FINE -> any.shifted(magnitude(middle) - bits + random.nextInt(30));
      case COARSE -> any.shifted(magnitude(middle) - random.nextInt(3, 30));
      case VAGUE -> any.shifted(Math.max(magnitude(middle), 0) - random.nextInt(8));
    };
  }

  private static long magnitude(Dyadic middle) {
    return middle.signum() == 0 ? 0 : middle.magnitude();
  }
}
