package gradus;

/// The formats of a table of values and gradients.
public enum TableFormat {
  TEXT,
  /// `gradus/eval/1`.
  JSON,
  CSV
}
