package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Formulas;

/// Bounds of a formula, so that every later walk over it ends, and ends soon. Functions that stand
/// for their formulas can make a short text a formula of exponential size.
final class Bounds {
  static final int MOST_PARTS = 100_000;
  private static final int DEEPEST = 4 * Written.DEEPEST;

  private int parts;

  private Bounds() {}

  static boolean isTooDeep(Expr formula) {
    return !new Bounds().holds(formula, DEEPEST, Integer.MAX_VALUE);
  }

  static boolean isTooLarge(Expr formula) {
    return !new Bounds().holds(formula, DEEPEST, MOST_PARTS);
  }

  private boolean holds(Expr formula, int depth, int mostParts) {
    parts++;
    if (depth == 0 || parts > mostParts) {
      return false;
    }
    for (Expr child : Formulas.children(formula)) {
      if (!holds(child, depth - 1, mostParts)) {
        return false;
      }
    }
    return true;
  }
}
