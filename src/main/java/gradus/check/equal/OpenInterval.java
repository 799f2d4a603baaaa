package gradus.check.equal;

/// The values that a name may have: an open interval, perhaps without ends.
record OpenInterval(double from, double to) {
  static final OpenInterval ALL =
      new OpenInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  OpenInterval above(double bound) {
    return new OpenInterval(Math.max(from, bound), to);
  }

  OpenInterval below(double bound) {
    return new OpenInterval(from, Math.min(to, bound));
  }

  boolean isEmpty() {
    return !(from < to);
  }

  boolean holds(double value) {
    return from < value && value < to;
  }

  /// The number itself where it fits, else one as far from the end of the range, or as far through
  /// it.
  double fitted(double number) {
    if (holds(number)) {
      return number;
    }
    boolean below = Double.isFinite(from);
    boolean above = Double.isFinite(to);
    if (below && above) {
      double share = Math.abs(number) / (1 + Math.abs(number));
      return from + (to - from) * share;
    }
    return below ? from + Math.abs(number) : to - Math.abs(number);
  }
}
