package gradus.render.latex;

/// Lengths for TeX.
final class Decimals {
  private Decimals() {}

  /// Rounded down to one digit behind the point, whatever the locale.
  static String oneDigit(double length) {
    long tenths = (long) Math.floor(length * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
