package gradus.render.box;

/// Where a formula stands, which decides how its fractions look.
public enum MathStyle {
  /// On lines of its own: fractions in full size.
  DISPLAY,
  /// In running text and in tables: fractions in small print.
  INLINE,
  /// In a matrix: as in running text, the indices of entries told apart by commas.
  ENTRY,
  /// In an exponent or an index: fractions with a slash.
  SCRIPT
}
