package gradus.render.formula;

import gradus.render.box.AtomKind;
import gradus.render.box.Boxes;

/// A piece and the sign before it.
record SignedAtom(boolean negative, MathAtom piece) {
  static SignedAtom positive(MathAtom piece) {
    return new SignedAtom(false, piece);
  }

  /// With the sign printed, at the start of a formula.
  MathAtom whole() {
    if (!negative) {
      return piece;
    }
    MathAtom term = piece.asTerm(true);
    AtomKind kind = term.kind().isLiteral() ? AtomKind.NEGATIVE : AtomKind.SUM;
    return new MathAtom(Boxes.row(Boxes.SIGN, term.box()), kind, piece.numeric(), true);
  }
}
