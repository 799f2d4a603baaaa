package gradus.check.equal;

/// How much may still be calculated: steps, not time, so that every machine gives the same answer.
/// One step is one operation on doubles.
final class Effort {
  private long left;

  Effort(long steps) {
    left = steps;
  }

  /// Whether that much is left; if so it is spent.
  boolean spend(long steps) {
    if (left < steps) {
      return false;
    }
    left -= steps;
    return true;
  }

  boolean isSpent() {
    return left <= 0;
  }
}
