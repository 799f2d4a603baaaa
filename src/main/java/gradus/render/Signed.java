package gradus.render;

/// A piece and the sign before it.
record Signed(boolean negative, Piece piece) {
  static Signed positive(Piece piece) {
    return new Signed(false, piece);
  }

  /// With the sign printed, at the start of a formula.
  Piece whole() {
    if (!negative) {
      return piece;
    }
    Piece term = piece.asTerm(true);
    Kind kind = term.kind().isLiteral() ? Kind.NEGATIVE : Kind.SUM;
    return new Piece(Boxes.row(Boxes.SIGN, term.box()), kind, piece.numeric(), true);
  }
}
