package gradus.check.judge;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Nothing;
import gradus.check.verdict.Assumptions;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Finding.Grounds;
import gradus.check.verdict.Verdict;
import gradus.check.world.AnswerState;
import gradus.check.world.Exercise;
import gradus.check.world.GridPair;
import gradus.check.world.Trial;
import gradus.check.world.Worlds;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.syntax.paper.Link;
import gradus.syntax.paper.RelationSign;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges one link: generic worlds, then what the task fixes for all, then the data, then the
/// mistakes made before.
final class LinkJudge {
  private static final Set<Cause> MISSHAPEN = Set.of(Cause.SHAPES, Cause.PAST_END);
  private static final Set<ReadingConvention> OTHER_SCRIPTS =
      Set.of(ReadingConvention.POWERS, ReadingConvention.SIZES_AS_INDICES);
  private static final Set<Cause> NAMELESS =
      Set.of(Cause.UNKNOWN_NAME, Cause.NO_SUCH_LABEL, Cause.NO_PLACE);

  private static final int MOST_RATES = 4;

  private final Exercise exercise;
  private final AnswerState progress;
  private final AtData atData;
  private final NumericLinks arithmetic;
  private final Refutation refuting;
  private final RightClass rightClass;

  LinkJudge(Exercise exercise, AnswerState progress) {
    this.exercise = exercise;
    this.progress = progress;
    atData = new AtData(exercise, progress);
    arithmetic = new NumericLinks(exercise, progress);
    rightClass = new RightClass(exercise);
    refuting = new Refutation(exercise, progress, atData, arithmetic);
  }

  /// @param everywhere conventions of the whole answer
  Finding of(Link link, Set<ReadingConvention> everywhere) {
    Finding nothing = Finding.of(link, Verdict.SKIPPED, Grounds.NONE);
    if (link.isUnfinished()) {
      return nothing;
    }
    Optional<gradus.syntax.paper.Side.Unreadable> unread =
        link.left().unreadable().or(() -> link.right().unreadable());
    if (unread.isPresent()) {
      return Finding.of(link, Verdict.UNREADABLE, Grounds.NONE).unread(unread.get());
    }
    if (!link.relation().equates()) {
      return nothing;
    }
    return new Attempts(link, everywhere).finding();
  }

  /// All ways of reading one link, the plainest first.
  private final class Attempts {
    private final Link link;
    private final Set<ReadingConvention> base;
    private final List<Trial> trials = new ArrayList<>();
    private final List<Set<ReadingConvention>> ways = new ArrayList<>();

    Attempts(Link link, Set<ReadingConvention> everywhere) {
      this.link = link;
      base = EnumSet.noneOf(ReadingConvention.class);
      base.addAll(everywhere);
      if (link.relation() == RelationSign.ASSIGNED) {
        base.add(ReadingConvention.ASSIGNMENT);
      }
    }

    Finding finding() {
      add(base);
      Optional<Finding> first = generic(0, Assumptions.NONE);
      if (first.isPresent()) {
        return first.get();
      }
      addOtherWays();
      for (int i = 1; i < ways.size(); i++) {
        Optional<Finding> found = generic(i, note(i));
        if (found.isPresent()) {
          return found.get();
        }
      }
      return fixed()
          .or(this::numeric)
          .or(this::targeted)
          .or(this::rightClass)
          .or(this::rated)
          .or(this::following)
          .orElseGet(() -> refuting.of(link, plain()));
    }

    /// Without the ways in which the names are new ones and nothing is understood, and those in
    /// which labels are powers and the names nothing. Sides of different shapes may still be due to
    /// layers that the answer counts otherwise.
    private List<Trial> plain() {
      List<Trial> plain = new ArrayList<>();
      for (int i = 0; i < ways.size(); i++) {
        boolean idle = ways.get(i).contains(ReadingConvention.NEW_STATE) || isNameless(i);
        if (!idle || !trials.get(i).pairs().isEmpty()) {
          plain.add(trials.get(i));
        }
      }
      return plain;
    }

    private boolean isNameless(int way) {
      boolean misshapen =
          trials.getFirst().trouble().map(Nothing::cause).filter(MISSHAPEN::contains).isPresent();
      return misshapen
          && ways.get(way).stream().anyMatch(OTHER_SCRIPTS::contains)
          && trials.get(way).trouble().map(Nothing::cause).filter(NAMELESS::contains).isPresent();
    }

    private void add(Set<ReadingConvention> way) {
      ways.add(way);
      Trial trial = Trial.of(link, exercise.scene(), progress.own(), way);
      trials.add(trial);
      progress.met().addAll(trial.met());
    }

    private void addOtherWays() {
      Set<ReadingConvention> met = EnumSet.noneOf(ReadingConvention.class);
      met.addAll(trials.getFirst().met());
      met.removeAll(base);
      met.removeAll(ReadingConvention.OF_ANSWERS);
      if (isAssignable()) {
        met.add(ReadingConvention.ASSIGNMENT);
      }
      for (ReadingConvention convention : met) {
        add(with(base, convention));
      }
      addFurtherWays(met);
      for (ReadingConvention one : met) {
        for (ReadingConvention other : met) {
          if (one.compareTo(other) < 0 && ways.size() < 16) {
            add(with(with(base, one), other));
          }
        }
      }
    }

    /// What only shows once another way is taken, as the row beside a column that a product entry
    /// by entry makes.
    private void addFurtherWays(Set<ReadingConvention> met) {
      for (int i = ways.size() - 1; i > 0; i--) {
        for (ReadingConvention further : trials.get(i).met()) {
          boolean seen =
              met.contains(further) || base.contains(further) || ways.get(i).contains(further);
          if (!seen && !ReadingConvention.OF_ANSWERS.contains(further) && ways.size() < 16) {
            add(with(ways.get(i), further));
          }
        }
      }
    }

    private boolean isAssignable() {
      Trial trial = trials.getFirst();
      return !trial.pairs().isEmpty()
          && exercise.scene().moved()
          && trial.pairs().getFirst().left().entries().stream().allMatch(LinkJudge::isPlainName);
    }

    private Set<ReadingConvention> with(Set<ReadingConvention> some, ReadingConvention more) {
      Set<ReadingConvention> all = EnumSet.noneOf(ReadingConvention.class);
      all.addAll(some);
      all.add(more);
      return all;
    }

    private Assumptions note(int way) {
      Set<ReadingConvention> extra = EnumSet.noneOf(ReadingConvention.class);
      extra.addAll(ways.get(way));
      extra.removeAll(base);
      return new Assumptions(extra, false, false, false);
    }

    // ---- worlds ---------------------------------------------------------------------------------

    private Optional<Finding> generic(int way, Assumptions note) {
      Trial trial = trials.get(way);
      if (trial.pairs().isEmpty()) {
        return Optional.empty();
      }
      if (trial.isArithmetic()) {
        return arithmetic(trial, note);
      }
      return holds(trial, exercise.generic())
          ? Optional.of(Finding.of(link, Verdict.CORRECT, Grounds.WORLDS).noted(note))
          : Optional.empty();
    }

    private Optional<Finding> arithmetic(Trial trial, Assumptions note) {
      boolean cut = false;
      for (GridPair pair : trial.pairs()) {
        Optional<Finding> right = arithmetic.right(link, pair);
        if (right.isEmpty()) {
          return right;
        }
        cut |= right.get().note().printed();
      }
      Assumptions full = new Assumptions(note.conventions(), false, cut, false);
      return Optional.of(Finding.of(link, Verdict.CORRECT, Grounds.ARITHMETIC).noted(full));
    }

    private static boolean holds(Trial trial, Worlds worlds) {
      for (GridPair pair : trial.pairs()) {
        for (int i = 0; i < pair.size(); i++) {
          if (!worlds.agree(pair.leftAt(i), pair.rightAt(i)).holds()) {
            return false;
          }
        }
      }
      return !trial.pairs().isEmpty();
    }

    private Optional<Finding> fixed() {
      if (exercise.fixed().isEmpty()) {
        return Optional.empty();
      }
      for (int i = 0; i < ways.size(); i++) {
        Trial trial = trials.get(i);
        if (!trial.pairs().isEmpty()
            && !trial.isArithmetic()
            && holds(trial, exercise.fixed().get())) {
          Assumptions note = new Assumptions(note(i).conventions(), true, false, false);
          return Optional.of(Finding.of(link, Verdict.CORRECT, Grounds.WORLDS).noted(note));
        }
      }
      return Optional.empty();
    }

    /// With the class of the data put in: `L = -log p_2`. Where a target that is 0 or 1 still
    /// stands in the formula, it has not been put in.
    private Optional<Finding> targeted() {
      Optional<Worlds> worlds =
          progress.point() < progress.data().size()
              ? exercise.targeted(progress.data().get(progress.point()).world())
              : Optional.empty();
      for (int i = 0; i < ways.size() && worlds.isPresent(); i++) {
        Trial trial = trials.get(i);
        if (!trial.isArithmetic() && !holdsTarget(trial) && holds(trial, worlds.get())) {
          Set<ReadingConvention> extra = EnumSet.of(ReadingConvention.RIGHT_CLASS);
          extra.addAll(note(i).conventions());
          return Optional.of(
              Finding.of(link, Verdict.CORRECT, Grounds.WORLDS)
                  .noted(new Assumptions(extra, false, false, false)));
        }
      }
      return Optional.empty();
    }

    private boolean holdsTarget(Trial trial) {
      Set<Quantity> chosen = exercise.chosen();
      return trial.pairs().stream()
          .flatMap(pair -> pair.names().stream())
          .map(name -> name instanceof Updated(Quantity quantity) ? quantity : name)
          .anyMatch(chosen::contains);
    }

    private Optional<Finding> numeric() {
      for (int i = 0; i < ways.size(); i++) {
        Trial trial = trials.get(i);
        if (trial.pairs().size() == 1 && atData.isPartlyNumeric(trial.pairs().getFirst())) {
          Optional<Finding> found = atData.right(link, trial.pairs().getFirst(), note(i));
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }

    /// Where nothing says so, it may still be meant, and nothing is wrong.
    private Optional<Finding> rightClass() {
      for (int i = 0; i < ways.size(); i++) {
        if (rightClass.holds(trials.get(i), exercise.generic())) {
          Set<ReadingConvention> extra = EnumSet.of(ReadingConvention.RIGHT_CLASS);
          extra.addAll(note(i).conventions());
          return Optional.of(
              progress.tellsClass()
                  ? Finding.of(link, Verdict.CORRECT, Grounds.WORLDS)
                      .noted(new Assumptions(extra, false, false, false))
                  : Finding.of(link, Verdict.UNDECIDED, Grounds.NONE)
                      .troubled(
                          new Nothing(
                              Cause.UNSUPPORTED,
                              link.right().span(),
                              "what holds for the class of the target only")));
        }
      }
      return Optional.empty();
    }

    /// With a number for the rate that the task leaves open: `w := w - 0.5 g`.
    private Optional<Finding> rated() {
      if (exercise.fixesRate()) {
        return Optional.empty();
      }
      for (int i = 0; i < ways.size(); i++) {
        Trial trial = trials.get(i);
        boolean moves =
            ways.get(i).contains(ReadingConvention.ASSIGNMENT) && !trial.pairs().isEmpty();
        if (moves
            && rates(trial.pairs().getFirst()).stream().anyMatch(rate -> holdsAt(rate, trial))) {
          return Optional.of(Finding.of(link, Verdict.CORRECT, Grounds.WORLDS).noted(note(i)));
        }
      }
      return Optional.empty();
    }

    private boolean holdsAt(Expr rate, Trial trial) {
      return holds(trial, exercise.generic(Map.of(exercise.scene().rate(), rate)));
    }

    private static Set<Expr> rates(GridPair pair) {
      Set<Expr> rates = new LinkedHashSet<>();
      Formulas.visit(
          pair.rightAt(0),
          part -> {
            if (rates.size() < MOST_RATES && part instanceof Expr.Number number) {
              rates.add(Expr.Number.of(number.value().abs()));
            }
          });
      return rates;
    }

    // ---- after a mistake ------------------------------------------------------------------------

    private Optional<Finding> following() {
      for (int i = 0; i < ways.size() && progress.hasMistakes(); i++) {
        Trial trial = trials.get(i);
        if (trial.pairs().isEmpty() || trial.isArithmetic()) {
          continue;
        }
        Optional<Integer> cause = progress.causeOf(trial.pairs().getFirst());
        if (cause.isPresent()
            && (holds(trial, progress.mistaken())
                || trial.pairs().stream()
                    .allMatch(pair ->
                        atData.isPartlyNumeric(pair)
                            && atData
                                .at(
                                    link,
                                    pair,
                                    Assumptions.NONE,
                                    progress.point(),
                                    progress.mistakenData())
                                .isPresent()))) {
          return Optional.of(
              Finding.of(link, Verdict.FOLLOWS, Grounds.DATA).following(cause.get()));
        }
      }
      return Optional.empty();
    }
  }

  static boolean isPlainName(Expr expr) {
    return expr instanceof Ref(Quantity _);
  }
}
