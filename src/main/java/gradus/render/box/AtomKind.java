package gradus.render.box;

/// What a printed piece looks like to its neighbours.
public enum AtomKind {
  /// `0.5`
  NUMBER,
  /// `0` and `1`, which never stand right before a letter
  UNIT,
  /// `-3`
  NEGATIVE,
  /// `3/4` or another fraction of numbers
  NUMERIC_FRACTION,
  /// `1.2 · 10^-7`
  SCIENTIFIC,
  /// `w_0`
  LETTER,
  /// `f`, `g`: a letter that would call the parenthesis behind it
  CALLABLE_LETTER,
  /// `net_1`
  WORD,
  /// `∂L/∂w`
  PARTIAL,
  FRACTION,
  /// a fraction with a slash
  QUOTIENT,
  FENCE,
  /// `|x|`
  BARS,
  CALL,
  /// `tanh(z)`, which brings its own space
  OPERATOR,
  ROOT,
  CASES,
  /// `∂/∂x |x|`, which reaches to its right
  DERIVATIVE,
  SUM,
  PRODUCT,
  MATRIX,
  MATRIX_PRODUCT,
  /// `u ⊙ v`
  HADAMARD,
  /// `Σ u_i`, which reaches to its right
  INDEX_SUM;

  /// Too tall to stand above a fraction bar in good style.
  public boolean isTall() {
    return switch (this) {
      case PARTIAL, FRACTION, NUMERIC_FRACTION, CASES, DERIVATIVE, MATRIX, INDEX_SUM -> true;
      case NUMBER, UNIT, NEGATIVE, SCIENTIFIC, LETTER, CALLABLE_LETTER, WORD -> false;
      case QUOTIENT, FENCE, BARS, CALL, OPERATOR, ROOT, SUM, PRODUCT -> false;
      case MATRIX_PRODUCT, HADAMARD -> false;
    };
  }

  public boolean isLetter() {
    return this == LETTER || this == CALLABLE_LETTER;
  }

  public boolean isLiteral() {
    return this == NUMBER || this == UNIT || this == NUMERIC_FRACTION || this == SCIENTIFIC;
  }
}
