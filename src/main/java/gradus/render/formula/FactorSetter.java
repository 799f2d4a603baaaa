package gradus.render.formula;

import gradus.render.box.AtomKind;
import gradus.render.box.Box;
import gradus.render.box.Box.Break;
import gradus.render.box.Boxes;
import java.util.ArrayList;
import java.util.List;

/// Sets factors beside each other: with a dot where juxtaposition would mislead, else without.
final class FactorSetter {
  private static final Break DOTTED_WHEN_BROKEN = new Break("\\cdot");

  private FactorSetter() {}

  static MathAtom beside(List<MathAtom> factors) {
    if (factors.size() == 1) {
      return factors.getFirst();
    }
    boolean small = MathAtom.wantSmallFractions(factors);
    List<Box> parts = new ArrayList<>();
    boolean numeric = true;
    for (int i = 0; i < factors.size(); i++) {
      MathAtom factor = factors.get(i).asFactor(i == 0, i == factors.size() - 1);
      if (i > 0) {
        addSign(parts, factors.get(i - 1).asFactor(i == 1, false), factor);
      }
      parts.add(small ? factor.withSmallFraction() : factor.box());
      numeric &= factor.numeric();
    }
    return new MathAtom(Boxes.row(parts), AtomKind.PRODUCT, numeric, false);
  }

  private static void addSign(List<Box> parts, MathAtom left, MathAtom right) {
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

  private static boolean needsDot(MathAtom left, MathAtom right) {
    return right.numeric()
        || left.kind() == AtomKind.UNIT
        || (standsApart(left.kind()) && !isScale(left.kind(), right.kind()))
        || standsApart(right.kind())
        || left.kind() == AtomKind.WORD
        || (right.kind() == AtomKind.WORD && left.kind() != AtomKind.NUMBER)
        || (left.kind() == AtomKind.CALLABLE_LETTER && right.kind() == AtomKind.FENCE);
  }

  /// A fraction before a matrix or a sum.
  private static boolean isScale(AtomKind left, AtomKind right) {
    return left == AtomKind.FRACTION
        && (right == AtomKind.MATRIX_PRODUCT || right == AtomKind.INDEX_SUM);
  }

  private static boolean standsApart(AtomKind kind) {
    return switch (kind) {
      case PARTIAL, FRACTION, BARS, CASES, DERIVATIVE -> true;
      case NUMBER, UNIT, NEGATIVE, NUMERIC_FRACTION, SCIENTIFIC, LETTER -> false;
      case CALLABLE_LETTER, WORD, QUOTIENT, FENCE, CALL, OPERATOR, ROOT, SUM, PRODUCT -> false;
      case MATRIX, MATRIX_PRODUCT, HADAMARD, INDEX_SUM -> false;
    };
  }

  private static boolean needsSpace(AtomKind left, AtomKind right) {
    boolean close =
        right.isLetter()
            || right == AtomKind.FENCE
            || right == AtomKind.ROOT
            || right == AtomKind.MATRIX_PRODUCT;
    return right != AtomKind.OPERATOR
        && !(left.isLetter() && right.isLetter())
        && !(left == AtomKind.FENCE && right == AtomKind.FENCE)
        && !(close && (left == AtomKind.NUMBER || left == AtomKind.NUMERIC_FRACTION));
  }
}
