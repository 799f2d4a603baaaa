package gradus.calculus.indices;

import gradus.expr.Expr;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import java.util.List;
import java.util.Optional;

/// Rewrites of equalities, cases and sums that a reader need not be told of, from the inside out.
public final class IndexSimplifier {
  static final List<IndexRewrite> IN_ORDER =
      List.of(
          new DecideEquality(),
          new DropFactorOne(),
          new KeepOneEquality(),
          new DecideCases(),
          new PullEqualityFromCases(),
          new DropEmptySum(),
          new CountEqualTerms());

  private IndexSimplifier() {}

  public static Expr tidied(Expr expr, Ranges ranges) {
    Expr current = withTidiedParts(expr, ranges);
    Optional<Expr> next = rewritten(current, ranges);
    while (next.isPresent()) {
      current = withTidiedParts(next.get(), ranges);
      next = rewritten(current, ranges);
    }
    return current;
  }

  private static Expr withTidiedParts(Expr expr, Ranges ranges) {
    return Formulas.mapChildren(expr, part -> tidied(part, inside(expr, ranges)));
  }

  /// What is known inside a node: the letter of a sum lies between its bounds.
  static Ranges inside(Expr expr, Ranges ranges) {
    return expr instanceof IndexSum(Name letter, Index from, Index to, _)
        ? ranges.with(letter, from, to)
        : ranges;
  }

  private static Optional<Expr> rewritten(Expr expr, Ranges ranges) {
    for (IndexRewrite rewrite : IN_ORDER) {
      Optional<Expr> result = rewrite.apply(expr, ranges);
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }
}
