package gradus.check.number;

/// How large an operand is; the numbers of a kind say what the largest and the smallest are.
enum Size {
  TINY,
  NEAR_ONE,
  MODERATE,
  WHOLE,
  /// Where a sine or a cosine is nearly 0.
  QUARTER_TURNS,
  /// As far as an exponential has a value.
  LARGE,
  HUGE
}
