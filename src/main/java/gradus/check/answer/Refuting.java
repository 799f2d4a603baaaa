package gradus.check.answer;

import gradus.check.Equality;
import gradus.check.answer.Finding.Grounds;
import gradus.check.answer.Finding.Mistake;
import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Nothing;
import gradus.expr.Expr;
import gradus.expr.Symbol;
import gradus.syntax.answer.Link;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Links that are right in no way of reading them: wrong with a witness, else undecided.
final class Refuting {
  private static final Set<Cause> MISSHAPEN =
      Set.of(Cause.NO_SUCH_ENTRY, Cause.PAST_END, Cause.SHAPES, Cause.SIDES);

  /// Where layers that the answer counts in its own way would do the same.
  private static final Set<Cause> MISPLACED = Set.of(Cause.NO_SUCH_LABEL, Cause.SIDES);

  /// Entries that may be undecided before that is the verdict.
  private static final int MOST_TRIES = 8;

  private final Exercise exercise;
  private final Progress progress;
  private final AtData atData;
  private final Arithmetic arithmetic;
  private final Slips slips;
  private final Retrying retrying;

  Refuting(Exercise exercise, Progress progress, AtData atData, Arithmetic arithmetic) {
    this.exercise = exercise;
    this.progress = progress;
    this.atData = atData;
    this.arithmetic = arithmetic;
    slips = new Slips(exercise, progress);
    retrying = new Retrying(exercise, progress, atData);
  }

  Finding of(Link link, List<Trial> trials) {
    Optional<Trial> read = trials.stream().filter(trial -> !trial.pairs().isEmpty()).findFirst();
    if (read.isEmpty()) {
      return meaningless(link, trials);
    }
    if (trials.getFirst().guessed()
        || read.get().guessed()
        || read.get().pairs().stream().anyMatch(Refuting::mentionsAnything)) {
      return Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
    }
    return read.get().isArithmetic()
        ? read.get().pairs().stream()
            .map(pair -> arithmetic.wrong(link, pair))
            .filter(finding -> finding.verdict() == Verdict.WRONG)
            .findFirst()
            .orElse(Finding.of(link, Verdict.UNDECIDED, Grounds.NONE))
        : named(link, wrong(link, read.get()), read.get());
  }

  /// `y = \sigma(s)`: s may be anything, or a name of the network that is not said.
  private static boolean mentionsAnything(Sided pair) {
    Set<Boolean> kinds = new HashSet<>();
    for (Symbol name : pair.names()) {
      name.quantities().forEach(quantity -> kinds.add(Placeholder.ANYTHING.is(quantity)));
    }
    return kinds.size() > 1;
  }

  /// With the slip of the pen that explains it, where there is one; one that explains it for all
  /// numbers of its index letters explains it better than what mends it for some.
  private Finding named(Link link, Finding finding, Trial trial) {
    if (finding.mistake().isEmpty()) {
      return finding;
    }
    Mistake mistake = finding.mistake().get();
    boolean unexplained = mistake.slip() == Slip.OTHER || mistake.slip() == Slip.ARITHMETIC;
    Optional<Slip> slip =
        unexplained || trial.pairs().size() > 1
            ? retrying.slip(link, trial.pairs())
            : Optional.empty();
    return slip.filter(s -> s != mistake.slip())
        .map(s -> finding.wrong(mistake.as(s, Optional.empty())))
        .orElse(finding);
  }

  /// An entry that is not there and shapes that do not fit are wrong, whatever else is read
  /// differently; what is beyond understanding in any reading is not. Where the chain rule gives
  /// derivatives of many indices a meaning, that is how they are meant.
  private Finding meaningless(Link link, List<Trial> trials) {
    List<Nothing> troubles = trials.stream().map(Trial::trouble).flatMap(Optional::stream).toList();
    List<Nothing> meant =
        troubles.stream().filter(nothing -> nothing.cause() != Cause.NO_MATRIX).toList();
    Nothing trouble = said((meant.isEmpty() ? troubles : meant).getFirst());
    Finding undecided = Finding.of(link, Verdict.UNDECIDED, Grounds.NONE).troubled(trouble);
    boolean guessed = trials.stream().anyMatch(Trial::guessed);
    boolean certain =
        !guessed
            && !meant.isEmpty()
            && meant.stream().map(Nothing::cause).allMatch(MISSHAPEN::contains);
    boolean astray = !guessed && MISPLACED.contains(trouble.cause()) && progress.countsLike(link);
    return certain || astray
        ? undecided.wrong(Mistake.of(retrying.slip(link, Set.of()).orElse(slip(trouble.cause()))))
        : undecided;
  }

  private Nothing said(Nothing nothing) {
    return new Nothing(nothing.cause(), nothing.span(), exercise.sizes().said(nothing.subject()));
  }

  private static Slip slip(Cause cause) {
    return switch (cause) {
      case NO_SUCH_ENTRY, PAST_END -> Slip.INDEX;
      case NO_SUCH_LABEL -> Slip.LABEL;
      case SHAPES,
          SIDES,
          NO_MATRIX,
          UNKNOWN_NAME,
          UNKNOWN_FUNCTION,
          NO_PLACE,
          FREE_LETTER,
          UNSUPPORTED ->
          Slip.SHAPE;
    };
  }

  private Finding wrong(Link link, Trial trial) {
    boolean once = trial.pairs().size() == 1;
    boolean chance = false;
    int tries = 0;
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
          chance = true;
        } else if (!exercise.generic().agree(l, r).holds()) {
          Finding found = wrongFormula(link, l, r);
          tries++;
          if (found.verdict() == Verdict.WRONG || tries == MOST_TRIES) {
            return once && pair.size() == 1 ? found : found.withoutExpectation();
          }
        }
      }
    }
    Finding undecided = Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
    return chance
        ? undecided.troubled(
            new Nothing(
                Cause.UNSUPPORTED,
                link.right().span(),
                "what may hold for the given numbers only by chance"))
        : undecided;
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
