package gradus.render.latex;

import java.util.List;

/// How much room there is, in em of the text.
///
/// @param width from margin to margin
/// @param reasons what is kept for the reasons at the right
/// @param longTables whether tables may use the package `longtable`
record Page(double width, double reasons, boolean longTables) {
  /// A4 with margins of 22 mm at 11 points.
  static final Page DOCUMENT = new Page(42.6, 12.5, true);

  /// Whatever page a fragment comes on: what the standard classes leave at their own margins.
  static final Page FRAGMENT = new Page(32.4, 9, false);

  static final double INDENT = 2;
  static final double GAP = 1.2;
  static final double RELATION = 1.34;

  /// For `(12)`
  static final double TAG = 2.5;

  /// For the numbers at the right margin, and some space before it.
  double tag(List<Display> displays) {
    int largest = displays.stream().mapToInt(d -> d.number().orElse(0)).max().orElse(0);
    return largest == 0 ? 0 : TAG - 1 + 0.5 * String.valueOf(largest).length();
  }
}
