package gradus.check.judge;

import gradus.calculus.tape.Evaluation;
import gradus.check.slip.Slips;
import gradus.check.verdict.Assumptions;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Finding.Grounds;
import gradus.check.verdict.Finding.Mistake;
import gradus.check.verdict.Slip;
import gradus.check.verdict.Verdict;
import gradus.check.world.AnswerState;
import gradus.check.world.Exercise;
import gradus.check.world.GridPair;
import gradus.check.world.PrintedNumbers;
import gradus.check.world.PrintedNumbers.Closeness;
import gradus.expr.Expr;
import gradus.expr.Value;
import gradus.syntax.paper.Link;
import gradus.syntax.paper.RelationSign;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Links without names: `1 - 0.1 · (-18) = 2.8`. They are judged by themselves, as printed.
final class NumericLinks {
  private static final double EXACT = 1e-12;

  private final Exercise exercise;
  private final AnswerState progress;

  NumericLinks(Exercise exercise, AnswerState progress) {
    this.exercise = exercise;
    this.progress = progress;
  }

  /// Empty if the sides are further apart than their digits allow.
  Optional<Finding> right(Link link, GridPair pair) {
    Closeness worst = Closeness.EXACT;
    for (int i = 0; i < pair.size(); i++) {
      Closeness closeness = closeness(link, pair.leftAt(i), pair.rightAt(i));
      worst = closeness.compareTo(worst) > 0 ? closeness : worst;
      if (closeness == Closeness.ROUNDED && pair.rightAt(i) instanceof Expr.Number) {
        progress.calculate(value(pair.leftAt(i)));
      }
    }
    Finding finding = Finding.of(link, Verdict.CORRECT, Grounds.ARITHMETIC);
    return switch (worst) {
      case EXACT, ROUNDED -> Optional.of(finding);
      case CUT -> Optional.of(finding.noted(new Assumptions(Set.of(), false, true, false)));
      case APART -> Optional.empty();
    };
  }

  private Closeness closeness(Link link, Expr left, Expr right) {
    PrintedNumbers printed = progress.printed();
    Value l = value(left);
    Value r = value(right);
    Closeness closeness =
        printed.closeness(l, right, r, link.relation() == RelationSign.APPROXIMATELY);
    if (closeness != Closeness.APART) {
      return closeness;
    }
    double spread = printed.spread(left);
    double apart = Math.abs(l.doubleValue() - r.doubleValue());
    return spread > 0 && apart <= spread + printed.spread(right) + half(right)
        ? Closeness.ROUNDED
        : Closeness.APART;
  }

  private Value value(Expr expr) {
    return Evaluation.of(expr, exercise.scene().functions(), Map.of());
  }

  private static double half(Expr expr) {
    if (!(expr instanceof Expr.Number(var value, _)) || !value.isFiniteDecimal()) {
      return 0;
    }
    BigDecimal decimal = value.toDecimal();
    return decimal.scale() > 0 ? 0.5 * StrictMath.pow(10, -decimal.scale()) : 0;
  }

  /// Undecided where a side has no value.
  Finding wrong(Link link, GridPair pair) {
    for (int i = 0; i < pair.size(); i++) {
      Value l = value(pair.leftAt(i));
      Value r = value(pair.rightAt(i));
      if (!l.isDefined() || !r.isDefined()) {
        return Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
      }
      double apart = Math.abs(l.doubleValue() - r.doubleValue());
      if (apart > EXACT * Math.abs(l.doubleValue())) {
        Mistake mistake = Mistake.of(Slip.ARITHMETIC, l, r);
        return Finding.of(link, Verdict.WRONG, Grounds.ARITHMETIC)
            .wrong(new Slips(exercise, progress).arithmetic(pair, i, mistake));
      }
    }
    return Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
  }
}
