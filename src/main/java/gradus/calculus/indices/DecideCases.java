package gradus.calculus.indices;

import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Whole;
import gradus.expr.Index;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `{x if i <= n; y otherwise}` is `x` for i in 1..n: comparisons of indices that their ranges
/// decide.
///
/// Limit: cases with no branch left say where there is no value, and stay.
final class DecideCases implements IndexRewrite {
  private enum Decision {
    HOLDS,
    FAILS,
    OPEN
  }

  @Override
  public Optional<Expr> apply(Expr expr, Ranges ranges) {
    if (!(expr instanceof Cases(List<Branch> branches))) {
      return Optional.empty();
    }
    List<Branch> left = new ArrayList<>();
    for (Branch branch : branches) {
      Optional<Condition> open = open(branch.condition(), ranges);
      open.ifPresent(condition -> left.add(new Branch(branch.value(), condition)));
      if (open.isPresent() && open.get().isOtherwise()) {
        break;
      }
    }
    if (left.isEmpty() || left.equals(branches)) {
      return Optional.empty();
    }
    boolean decided = left.getFirst().condition().isOtherwise();
    return Optional.of(decided ? left.getFirst().value() : new Cases(left));
  }

  /// Without the comparisons that hold; empty if one fails.
  private static Optional<Condition> open(Condition condition, Ranges ranges) {
    List<Comparison> open = new ArrayList<>();
    for (Comparison comparison : condition.comparisons()) {
      switch (decision(comparison, ranges)) {
        case HOLDS -> {}
        case FAILS -> {
          return Optional.empty();
        }
        case OPEN -> open.add(comparison);
      }
    }
    return Optional.of(new Condition(open));
  }

  private static Decision decision(Comparison comparison, Ranges ranges) {
    Optional<Index> one = index(comparison.left());
    Optional<Index> other = index(comparison.right());
    return one.isPresent() && other.isPresent()
        ? decision(one.get(), comparison.relation(), other.get(), ranges)
        : Decision.OPEN;
  }

  /// A simplified formula has 3 as a number.
  private static Optional<Index> index(Expr side) {
    if (side instanceof Whole(Index value)) {
      return Optional.of(value);
    }
    return side instanceof Number(Rational number, _)
            && number.isInteger()
            && number.numerator().bitLength() < 30
        ? Optional.of(Index.of(number.numerator().intValue()))
        : Optional.empty();
  }

  private static Decision decision(Index left, Relation relation, Index right, Ranges ranges) {
    boolean less = ranges.surelyAtMost(left.plus(1), right);
    boolean greater = ranges.surelyAtMost(right.plus(1), left);
    boolean atMost = ranges.surelyAtMost(left, right);
    boolean atLeast = ranges.surelyAtMost(right, left);
    return switch (relation) {
      case LESS -> decision(less, atLeast);
      case AT_MOST -> decision(atMost, greater);
      case EQUAL -> decision(left.equals(right), less || greater);
      case UNEQUAL -> decision(less || greater, left.equals(right));
      case AT_LEAST -> decision(atLeast, less);
      case GREATER -> decision(greater, atMost);
    };
  }

  private static Decision decision(boolean holds, boolean fails) {
    return holds ? Decision.HOLDS : fails ? Decision.FAILS : Decision.OPEN;
  }
}
