package gradus;

/// How the derivatives of a sheet are written.
public enum SheetForm {
  /// As the network file suggests: in numbers where it asks for derivatives entry by entry, in
  /// indices where it defines entries, in matrices where it has vectors and matrices, else in
  /// numbers.
  AUTO,
  /// Every entry a number of its own.
  SCALAR,
  /// Entries with letters for indices.
  INDEX,
  /// Whole vectors and matrices.
  MATRIX
}
