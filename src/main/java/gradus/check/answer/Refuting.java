package gradus.check.answer;

import gradus.check.Equality;
import gradus.check.answer.Finding.Grounds;
import gradus.check.answer.Finding.Mistake;
import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Nothing;
import gradus.expr.Expr;
import gradus.syntax.answer.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Links that are right in no way of reading them: wrong with a witness, else undecided.
final class Refuting {
  private static final Set<Cause> MISSHAPEN = Set.of(Cause.NO_SUCH_ENTRY, Cause.SHAPES, Cause.SIDES);

  private final Exercise exercise;
  private final AtData atData;
  private final Arithmetic arithmetic;
  private final Slips slips;

  Refuting(Exercise exercise, Progress progress, AtData atData, Arithmetic arithmetic) {
    this.exercise = exercise;
    this.atData = atData;
    this.arithmetic = arithmetic;
    slips = new Slips(exercise, progress);
  }

  Finding of(Link link, List<Trial> trials) {
    Optional<Trial> read = trials.stream().filter(trial -> !trial.pairs().isEmpty()).findFirst();
    if (read.isEmpty()) {
      return meaningless(link, trials);
    }
    if (trials.stream().anyMatch(Trial::guessed)) {
      return Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
    }
    return read.get().isArithmetic()
        ? read.get().pairs().stream()
            .map(pair -> arithmetic.wrong(link, pair))
            .filter(finding -> finding.verdict() == Verdict.WRONG)
            .findFirst()
            .orElse(Finding.of(link, Verdict.UNDECIDED, Grounds.NONE))
        : wrong(link, read.get());
  }

  /// An entry that is not there and shapes that do not fit are wrong, whatever else is read
  /// differently; what is beyond understanding in any reading is not.
  private static Finding meaningless(Link link, List<Trial> trials) {
    Nothing trouble = trials.getFirst().trouble().orElseThrow();
    Finding undecided = Finding.of(link, Verdict.UNDECIDED, Grounds.NONE).troubled(trouble);
    boolean certain =
        trials.stream().noneMatch(Trial::guessed)
            && trials.stream()
                .map(Trial::trouble)
                .flatMap(Optional::stream)
                .map(Nothing::cause)
                .allMatch(MISSHAPEN::contains);
    Slip slip = trouble.cause() == Cause.NO_SUCH_ENTRY ? Slip.INDEX : Slip.SHAPE;
    return certain ? undecided.wrong(Mistake.of(slip)) : undecided;
  }

  private Finding wrong(Link link, Trial trial) {
    boolean once = trial.pairs().size() == 1;
    for (Sided pair : trial.pairs()) {
      boolean numeric = once && atData.isNumeric(pair);
      for (int i = 0; i < pair.size(); i++) {
        Expr l = pair.leftAt(i);
        Expr r = pair.rightAt(i);
        if (numeric) {
          Optional<Finding> found = atData.wrong(link, l, r);
          if (found.isPresent()) {
            return found.get();
          }
        } else if (!exercise.generic().agree(l, r).holds()) {
          return wrongFormula(link, l, r);
        }
      }
    }
    return Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
  }

  private Finding wrongFormula(Link link, Expr l, Expr r) {
    return switch (exercise.generic().equality(l, r)) {
      case Equality.Different(_, Equality.Witness witness) ->
          wrong(
              link,
              l,
              r,
              new Mistake(
                  Slip.OTHER,
                  Optional.empty(),
                  new LinkedHashMap<>(witness.at()),
                  Optional.of(witness.left()),
                  Optional.of(witness.right())));
      case Equality.Equivalent _ -> Finding.of(link, Verdict.CORRECT, Grounds.WORLDS);
      case Equality.Misshapen _, Equality.Undecided _, Equality.Unreadable _ -> exact(link, l, r);
    };
  }

  private Finding exact(Link link, Expr l, Expr r) {
    return exercise
        .generic()
        .witness(l, r)
        .map(witness ->
            wrong(
                link,
                l,
                r,
                new Mistake(
                    Slip.OTHER,
                    Optional.empty(),
                    witness.at(),
                    Optional.of(witness.left()),
                    Optional.of(witness.right()))))
        .orElse(Finding.of(link, Verdict.UNDECIDED, Grounds.NONE));
  }

  private Finding wrong(Link link, Expr l, Expr r, Mistake mistake) {
    return Finding.of(link, Verdict.WRONG, Grounds.WORLDS).wrong(slips.generic(l, r, mistake));
  }
}
