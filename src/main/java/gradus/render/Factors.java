package gradus.render;

import gradus.render.Box.Break;
import gradus.render.Box.Fraction;
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
    List<Box> parts = new ArrayList<>();
    boolean numeric = true;
    Piece left = coefficient(factors);
    parts.add(left.box());
    for (int i = 1; i < factors.size(); i++) {
      Piece right = factors.get(i).asFactor(false, i == factors.size() - 1);
      addSign(parts, left, right);
      parts.add(right.box());
      numeric &= right.numeric();
      left = right;
    }
    return new Piece(
        Boxes.row(parts), Kind.PRODUCT, numeric && factors.getFirst().numeric(), false);
  }

  /// The first factor; a fraction of numbers before anything but numbers is set small, as in `½ x`.
  private static Piece coefficient(List<Piece> factors) {
    Piece first = factors.getFirst().asFactor(true, false);
    return first.box() instanceof Fraction fraction
            && first.kind() == Kind.NUMERIC_FRACTION
            && factors.stream().anyMatch(factor -> !factor.kind().isLiteral())
        ? Piece.numeric(Boxes.small(fraction), Kind.NUMERIC_FRACTION)
        : first;
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
        || standsApart(left.kind())
        || standsApart(right.kind())
        || left.kind() == Kind.WORD
        || (right.kind() == Kind.WORD && left.kind() != Kind.NUMBER)
        || (left.kind() == Kind.CALLABLE_LETTER && right.kind() == Kind.FENCE);
  }

  private static boolean standsApart(Kind kind) {
    return switch (kind) {
      case PARTIAL, FRACTION, BARS, CASES, DERIVATIVE -> true;
      case NUMBER, UNIT, NEGATIVE, NUMERIC_FRACTION, SCIENTIFIC, LETTER -> false;
      case CALLABLE_LETTER, WORD, QUOTIENT, FENCE, CALL, OPERATOR, ROOT, SUM, PRODUCT -> false;
    };
  }

  private static boolean needsSpace(Kind left, Kind right) {
    boolean close = right.isLetter() || right == Kind.FENCE || right == Kind.ROOT;
    return right != Kind.OPERATOR
        && !(left.isLetter() && right.isLetter())
        && !(left == Kind.FENCE && right == Kind.FENCE)
        && !(close && (left == Kind.NUMBER || left == Kind.NUMERIC_FRACTION));
  }
}
