package gradus.calculus.step;

/// How one derivation is written.
public enum Form {
  /// Every quantity is a number; vectors and matrices are written out into their entries.
  SCALAR,
  /// Entries with letters for indices: `δ_j = φ'(a_j) Σ_i W_ji δ_i`.
  INDEX,
  /// Whole vectors and matrices: `∂L/∂W = ∂L/∂z · x'`.
  MATRIX
}
