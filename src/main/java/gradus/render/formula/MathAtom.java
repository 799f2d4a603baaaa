package gradus.render.formula;

import gradus.render.box.AtomKind;
import gradus.render.box.Box;
import gradus.render.box.Box.Branches;
import gradus.render.box.Box.Break;
import gradus.render.box.Box.Fence;
import gradus.render.box.Box.Fraction;
import gradus.render.box.Box.Glyph;
import gradus.render.box.Box.Grid;
import gradus.render.box.Box.Root;
import gradus.render.box.Box.Row;
import gradus.render.box.Box.Script;
import gradus.render.box.Box.Underbrace;
import gradus.render.box.Box.Underset;
import gradus.render.box.Boxes;
import java.util.ArrayList;
import java.util.List;

/// A subformula laid out, and what its surroundings must know of it.
///
/// @param numeric holds numbers only, so that it is told from its neighbours by dots
/// @param raised has an exponent, so that a further one needs a parenthesis
public record MathAtom(Box box, AtomKind kind, boolean numeric, boolean raised) {
  /// A fraction of longer numbers would be hard to read in small print.
  private static final double WIDEST_SMALL = 2.2;

  static MathAtom of(Box box, AtomKind kind) {
    return new MathAtom(box, kind, false, false);
  }

  static MathAtom numeric(Box box, AtomKind kind) {
    return new MathAtom(box, kind, true, false);
  }

  MathAtom parenthesised() {
    return new MathAtom(Boxes.parenthesised(box), AtomKind.FENCE, numeric, false);
  }

  /// Fractions of numbers are set small, as in `½ x` and `1 - ½`, except beside other fractions.
  static boolean wantSmallFractions(List<MathAtom> neighbours) {
    boolean tall = false;
    boolean fractionsOnly = true;
    for (MathAtom piece : neighbours) {
      boolean fraction = piece.kind == AtomKind.NUMERIC_FRACTION;
      fractionsOnly &= fraction;
      tall |= !fraction && piece.kind != AtomKind.INDEX_SUM && piece.box.height() > 1.9;
    }
    return !tall && !fractionsOnly;
  }

  Box withSmallFraction() {
    return kind == AtomKind.NUMERIC_FRACTION
            && box instanceof Fraction fraction
            && fraction.width() <= WIDEST_SMALL
        ? Boxes.small(fraction)
        : box;
  }

  /// As the base of a power.
  MathAtom asBase() {
    boolean bare =
        switch (kind) {
          case NUMBER, UNIT, LETTER, CALLABLE_LETTER, WORD, FENCE, BARS -> true;
          case CALL, OPERATOR, MATRIX -> true;
          case NEGATIVE, NUMERIC_FRACTION, SCIENTIFIC, PARTIAL, FRACTION, QUOTIENT -> false;
          case ROOT, CASES, DERIVATIVE, SUM, PRODUCT -> false;
          case MATRIX_PRODUCT, HADAMARD, INDEX_SUM -> false;
        };
    MathAtom piece = new MathAtom(withSmallFraction(), kind, numeric, raised);
    return bare && !raised ? piece : piece.parenthesised();
  }

  /// As one of several factors.
  MathAtom asFactor(boolean first, boolean last) {
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
  public MathAtom closed() {
    return kind == AtomKind.CASES
        ? parenthesised()
        : new MathAtom(closed(box), kind, numeric, raised);
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
  MathAtom asTerm(boolean last) {
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
