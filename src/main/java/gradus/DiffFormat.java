package gradus;

/// How a gradient is written.
public enum DiffFormat {
  TEXT,
  LATEX,
  /// `gradus/diff/1`
  JSON
}
