package gradus.render;

import gradus.render.Box.Branches;
import gradus.render.Box.Break;
import gradus.render.Box.Fence;
import gradus.render.Box.Fraction;
import gradus.render.Box.Glyph;
import gradus.render.Box.Grid;
import gradus.render.Box.Root;
import gradus.render.Box.Row;
import gradus.render.Box.Script;
import gradus.render.Box.Underbrace;
import gradus.render.Box.Underset;
import java.util.ArrayList;
import java.util.List;

/// A subformula laid out, and what its surroundings must know of it.
///
/// @param numeric holds numbers only, so that it is told from its neighbours by dots
/// @param raised has an exponent, so that a further one needs a parenthesis
record Piece(Box box, Kind kind, boolean numeric, boolean raised) {
  /// A fraction of longer numbers would be hard to read in small print.
  private static final double WIDEST_SMALL = 2.2;

  static Piece of(Box box, Kind kind) {
    return new Piece(box, kind, false, false);
  }

  static Piece numeric(Box box, Kind kind) {
    return new Piece(box, kind, true, false);
  }

  Piece parenthesised() {
    return new Piece(Boxes.parenthesised(box), Kind.FENCE, numeric, false);
  }

  /// Fractions of numbers are set small, as in `½ x` and `1 - ½`, except beside other fractions.
  static boolean wantSmallFractions(List<Piece> neighbours) {
    boolean tall = false;
    boolean fractionsOnly = true;
    for (Piece piece : neighbours) {
      boolean fraction = piece.kind == Kind.NUMERIC_FRACTION;
      fractionsOnly &= fraction;
      tall |= !fraction && piece.kind != Kind.INDEX_SUM && piece.box.height() > 1.9;
    }
    return !tall && !fractionsOnly;
  }

  Box withSmallFraction() {
    return kind == Kind.NUMERIC_FRACTION
            && box instanceof Fraction fraction
            && fraction.width() <= WIDEST_SMALL
        ? Boxes.small(fraction)
        : box;
  }

  /// As the base of a power.
  Piece asBase() {
    boolean bare =
        switch (kind) {
          case NUMBER, UNIT, LETTER, CALLABLE_LETTER, WORD, FENCE, BARS -> true;
          case CALL, OPERATOR, MATRIX -> true;
          case NEGATIVE, NUMERIC_FRACTION, SCIENTIFIC, PARTIAL, FRACTION, QUOTIENT -> false;
          case ROOT, CASES, DERIVATIVE, SUM, PRODUCT -> false;
          case MATRIX_PRODUCT, HADAMARD, INDEX_SUM -> false;
        };
    Piece piece = new Piece(withSmallFraction(), kind, numeric, raised);
    return bare && !raised ? piece : piece.parenthesised();
  }

  /// As one of several factors.
  Piece asFactor(boolean first, boolean last) {
    boolean bare =
        switch (kind) {
          case NEGATIVE, SUM, PRODUCT, QUOTIENT, HADAMARD -> false;
          case SCIENTIFIC -> first;
          case CASES, DERIVATIVE, MATRIX_PRODUCT, INDEX_SUM -> last;
          case NUMBER, UNIT, NUMERIC_FRACTION, LETTER, CALLABLE_LETTER, WORD -> true;
          case PARTIAL, FRACTION, FENCE, BARS, CALL, OPERATOR, ROOT, MATRIX -> true;
        };
    return bare ? this : parenthesised();
  }

  /// With parentheses around cases at its end, which have no brace at their right.
  Piece closed() {
    return kind == Kind.CASES ? parenthesised() : new Piece(closed(box), kind, numeric, raised);
  }

  private static Box closed(Box box) {
    return switch (box) {
      case Branches _ -> Boxes.parenthesised(box);
      case Row(List<Box> parts, _) when !parts.isEmpty() -> {
        List<Box> closed = new ArrayList<>(parts);
        closed.add(closed(closed.removeLast()));
        yield closed.getLast() == parts.getLast() ? box : Boxes.row(closed);
      }
      case Row _, Glyph _, Break _, Fraction _, Script _, Fence _, Root _ -> box;
      case Underbrace _, Underset _, Grid _ -> box;
    };
  }

  /// As one of several terms, its sign apart.
  Piece asTerm(boolean last) {
    boolean bare =
        switch (kind) {
          case SUM, NEGATIVE -> false;
          case CASES -> last;
          case NUMBER, UNIT, NUMERIC_FRACTION, SCIENTIFIC, LETTER, CALLABLE_LETTER, WORD -> true;
          case PARTIAL, FRACTION, QUOTIENT, FENCE, BARS, CALL, OPERATOR, ROOT -> true;
          case DERIVATIVE, PRODUCT, MATRIX, MATRIX_PRODUCT, HADAMARD, INDEX_SUM -> true;
        };
    return !bare ? parenthesised() : last ? this : closed();
  }
}
