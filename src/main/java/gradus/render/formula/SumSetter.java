package gradus.render.formula;

import gradus.expr.Expr;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.render.box.AtomKind;
import gradus.render.box.Box;
import gradus.render.box.Box.Break;
import gradus.render.box.Boxes;
import java.util.ArrayList;
import java.util.List;

/// Sets sums. A term that starts with a negative number takes its sign as the sign of the sum where
/// there are letters (`y - 2x`); among numbers only it keeps it, in parentheses, because there it
/// was put in for a name (`0.5 + (-3)`).
public final class SumSetter {
  private SumSetter() {}

  static MathAtom of(List<Expr> terms, Typesetter typesetter) {
    List<SignedAtom> set = terms.stream().map(typesetter::signed).toList();
    List<MathAtom> pieces = set.stream().map(SignedAtom::piece).toList();
    boolean numeric = pieces.stream().allMatch(MathAtom::numeric);
    boolean small = MathAtom.wantSmallFractions(pieces);
    List<Box> parts = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      boolean negative = set.get(i).negative();
      if (i > 0) {
        parts.add(Break.PLAIN);
      }
      if (i > 0 && negative && numeric && !hasMinus(terms.get(i))) {
        parts.add(Boxes.PLUS);
        parts.add(typesetter.added(terms.get(i)));
      } else {
        addSign(parts, negative, i == 0);
        MathAtom piece = pieces.get(i).asTerm(i == set.size() - 1);
        parts.add(small ? piece.withSmallFraction() : piece.box());
      }
    }
    return new MathAtom(Boxes.row(parts), AtomKind.SUM, numeric, false);
  }

  /// Whether a box in the row of a sum is no term.
  public static boolean isSign(Box box) {
    return box instanceof Break
        || box.equals(Boxes.PLUS)
        || box.equals(Boxes.MINUS)
        || box.equals(Boxes.SIGN);
  }

  private static void addSign(List<Box> parts, boolean negative, boolean first) {
    if (!first) {
      parts.add(negative ? Boxes.MINUS : Boxes.PLUS);
    } else if (negative) {
      parts.add(Boxes.SIGN);
    }
  }

  /// A leading factor -1 is a minus sign, not a number that was put in.
  private static boolean hasMinus(Expr term) {
    return term instanceof Product(List<Expr> factors)
        && Formulas.isNumber(factors.getFirst(), Rational.MINUS_ONE);
  }
}
