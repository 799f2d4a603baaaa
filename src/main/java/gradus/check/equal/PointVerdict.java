package gradus.check.equal;

/// What is certain about two formulas at one point.
enum PointVerdict {
  SAME,
  DIFFERENT,
  /// Only the left one has a value.
  LEFT_ONLY,
  RIGHT_ONLY,
  /// Neither has a value.
  NEITHER,
  /// The facts do not hold.
  EXCLUDED,
  /// No number of digits tells.
  UNCLEAR;

  boolean isDifference() {
    return switch (this) {
      case DIFFERENT, LEFT_ONLY, RIGHT_ONLY -> true;
      case SAME, NEITHER, EXCLUDED, UNCLEAR -> false;
    };
  }

  boolean isLeftDefined() {
    return this == SAME || this == DIFFERENT || this == LEFT_ONLY;
  }

  boolean isRightDefined() {
    return this == SAME || this == DIFFERENT || this == RIGHT_ONLY;
  }
}
