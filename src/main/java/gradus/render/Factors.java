package gradus.render;

import gradus.render.Box.Break;
import java.util.ArrayList;
import java.util.List;

/// Sets factors beside each other: with a dot where juxtaposition would mislead, else without.
final class Factors {
  private static final Break DOTTED_WHEN_BROKEN = new Break("\\cdot");

  private Factors() {}

  static Piece beside(List<Piece> factors) {
    if (factors.size() == 1) {
      return factors.getFirst();
    }
    boolean small = Piece.wantSmallFractions(factors);
    List<Box> parts = new ArrayList<>();
    boolean numeric = true;
    for (int i = 0; i < factors.size(); i++) {
      Piece factor = factors.get(i).asFactor(i == 0, i == factors.size() - 1);
      if (i > 0) {
        addSign(parts, factors.get(i - 1).asFactor(i == 1, false), factor);
      }
      parts.add(small ? factor.withSmallFraction() : factor.box());
      numeric &= factor.numeric();
    }
    return new Piece(Boxes.row(parts), Kind.PRODUCT, numeric, false);
  }

  private static void addSign(List<Box> parts, Piece left, Piece right) {
    if (needsDot(left, right)) {
      parts.add(Break.PLAIN);
      parts.add(Boxes.DOT);
    } else {
      parts.add(DOTTED_WHEN_BROKEN);
      if (needsSpace(left.kind(), right.kind())) {
        parts.add(Boxes.THIN_SPACE);
      }
    }
  }

  private static boolean needsDot(Piece left, Piece right) {
    return right.numeric()
        || left.kind() == Kind.UNIT
        || (standsApart(left.kind()) && !isScale(left.kind(), right.kind()))
        || standsApart(right.kind())
        || left.kind() == Kind.WORD
        || (right.kind() == Kind.WORD && left.kind() != Kind.NUMBER)
        || (left.kind() == Kind.CALLABLE_LETTER && right.kind() == Kind.FENCE);
  }

  /// A fraction before a matrix or a sum.
  private static boolean isScale(Kind left, Kind right) {
    return left == Kind.FRACTION && (right == Kind.MATRIX_PRODUCT || right == Kind.INDEX_SUM);
  }

  private static boolean standsApart(Kind kind) {
    return switch (kind) {
      case PARTIAL, FRACTION, BARS, CASES, DERIVATIVE -> true;
      case NUMBER, UNIT, NEGATIVE, NUMERIC_FRACTION, SCIENTIFIC, LETTER -> false;
      case CALLABLE_LETTER, WORD, QUOTIENT, FENCE, CALL, OPERATOR, ROOT, SUM, PRODUCT -> false;
      case MATRIX, MATRIX_PRODUCT, HADAMARD, INDEX_SUM -> false;
    };
  }

  private static boolean needsSpace(Kind left, Kind right) {
    boolean close =
        right.isLetter()
            || right == Kind.FENCE
            || right == Kind.ROOT
            || right == Kind.MATRIX_PRODUCT;
    return right != Kind.OPERATOR
        && !(left.isLetter() && right.isLetter())
        && !(left == Kind.FENCE && right == Kind.FENCE)
        && !(close && (left == Kind.NUMBER || left == Kind.NUMERIC_FRACTION));
  }
}
