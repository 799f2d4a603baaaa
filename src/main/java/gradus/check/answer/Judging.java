package gradus.check.answer;

import gradus.calculus.Evaluation;
import gradus.check.Equality;
import gradus.check.answer.Finding.Grounds;
import gradus.check.answer.Finding.Mistake;
import gradus.check.answer.Printed.Closeness;
import gradus.check.sense.Convention;
import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Nothing;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.answer.Link;
import gradus.syntax.answer.Relation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges one link: generic worlds, then what the task fixes for all, then the data, then the
/// mistakes made before.
final class Judging {
  private final Exercise exercise;
  private final Progress progress;

  Judging(Exercise exercise, Progress progress) {
    this.exercise = exercise;
    this.progress = progress;
  }

  /// @param everywhere conventions of the whole answer
  Finding of(Link link, Set<Convention> everywhere) {
    Finding nothing = Finding.of(link, Verdict.SKIPPED, Grounds.NONE);
    Optional<gradus.syntax.answer.Side.Unreadable> unread =
        link.left().unreadable().or(() -> link.right().unreadable());
    if (unread.isPresent()) {
      return Finding.of(link, Verdict.UNREADABLE, Grounds.NONE).unread(unread.get());
    }
    if (!link.relation().equates() || link.isUnfinished()) {
      return nothing;
    }
    return new Attempts(link, everywhere).finding();
  }

  /// All ways of reading one link, the plainest first.
  private final class Attempts {
    private final Link link;
    private final Set<Convention> base;
    private final List<Trial> trials = new ArrayList<>();
    private final List<Set<Convention>> ways = new ArrayList<>();

    Attempts(Link link, Set<Convention> everywhere) {
      this.link = link;
      base = EnumSet.noneOf(Convention.class);
      base.addAll(everywhere);
      if (link.relation() == Relation.ASSIGNED) {
        base.add(Convention.ASSIGNMENT);
      }
    }

    Finding finding() {
      add(base);
      Optional<Finding> first = generic(0, Note.NONE);
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
      return fixed().or(this::numeric).or(this::following).orElseGet(this::unfounded);
    }

    private void add(Set<Convention> way) {
      ways.add(way);
      trials.add(Trial.of(link, exercise.scene(), progress.own(), way));
    }

    private void addOtherWays() {
      Set<Convention> met = EnumSet.noneOf(Convention.class);
      met.addAll(trials.getFirst().met());
      met.removeAll(base);
      met.remove(Convention.INDICES_SWAPPED);
      if (isAssignable()) {
        met.add(Convention.ASSIGNMENT);
      }
      for (Convention convention : met) {
        add(with(base, convention));
      }
      for (Convention one : met) {
        for (Convention other : met) {
          if (one.compareTo(other) < 0 && ways.size() < 16) {
            add(with(with(base, one), other));
          }
        }
      }
    }

    private boolean isAssignable() {
      Trial trial = trials.getFirst();
      return !trial.pairs().isEmpty()
          && exercise.scene().moved()
          && trial.pairs().getFirst().left().entries().stream().allMatch(Judging::isPlainName);
    }

    private Set<Convention> with(Set<Convention> some, Convention more) {
      Set<Convention> all = EnumSet.noneOf(Convention.class);
      all.addAll(some);
      all.add(more);
      return all;
    }

    private Note note(int way) {
      Set<Convention> extra = EnumSet.noneOf(Convention.class);
      extra.addAll(ways.get(way));
      extra.removeAll(base);
      return new Note(extra, false, false, false);
    }

    // ---- worlds ---------------------------------------------------------------------------------

    private Optional<Finding> generic(int way, Note note) {
      Trial trial = trials.get(way);
      if (trial.pairs().isEmpty()) {
        return Optional.empty();
      }
      if (trial.pairs().getFirst().isArithmetic()) {
        return arithmetic(trial.pairs().getFirst())
            .map(finding ->
                finding.noted(
                    new Note(note.conventions(), false, finding.note().printed(), false)));
      }
      return holds(trial, exercise.generic())
          ? Optional.of(Finding.of(link, Verdict.CORRECT, Grounds.WORLDS).noted(note))
          : Optional.empty();
    }

    private static boolean holds(Trial trial, Worlds worlds) {
      for (Sided pair : trial.pairs()) {
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
            && !trial.pairs().getFirst().isArithmetic()
            && holds(trial, exercise.fixed().get())) {
          Note note = new Note(note(i).conventions(), true, false, false);
          return Optional.of(Finding.of(link, Verdict.CORRECT, Grounds.WORLDS).noted(note));
        }
      }
      return Optional.empty();
    }

    // ---- numbers --------------------------------------------------------------------------------

    private Optional<Finding> arithmetic(Sided pair) {
      Closeness worst = Closeness.EXACT;
      Printed printed = progress.printed();
      for (int i = 0; i < pair.size(); i++) {
        Value l = Evaluation.of(pair.leftAt(i), exercise.scene().functions(), Map.of());
        Value r = Evaluation.of(pair.rightAt(i), exercise.scene().functions(), Map.of());
        Closeness closeness = printed.closeness(l, pair.rightAt(i), r);
        if (closeness == Closeness.APART
            && Math.abs(l.doubleValue() - r.doubleValue())
                <= printed.spread(pair.leftAt(i))
                    + printed.spread(pair.rightAt(i))
                    + half(pair.rightAt(i))) {
          closeness = printed.spread(pair.leftAt(i)) > 0 ? Closeness.ROUNDED : closeness;
        }
        worst = closeness.compareTo(worst) > 0 ? closeness : worst;
      }
      Finding finding = Finding.of(link, Verdict.CORRECT, Grounds.ARITHMETIC);
      return switch (worst) {
        case EXACT, ROUNDED -> Optional.of(finding);
        case CUT -> Optional.of(finding.noted(new Note(Set.of(), false, true, false)));
        case APART -> Optional.empty();
      };
    }

    private static double half(Expr expr) {
      return expr instanceof Expr.Number(var value, _) && value.isFiniteDecimal()
          ? value.toDecimal().scale() > 0 ? 0.5 * StrictMath.pow(10, -value.toDecimal().scale()) : 0
          : 0;
    }

    private Optional<Finding> numeric() {
      for (int i = 0; i < ways.size(); i++) {
        Trial trial = trials.get(i);
        if (trial.pairs().size() == 1 && isNumeric(trial.pairs().getFirst())) {
          Optional<Finding> found = atData(trial.pairs().getFirst(), note(i));
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }

    private boolean isNumeric(Sided pair) {
      return pair.isHalfNumeric() || (!pair.isArithmetic() && copiesData(pair));
    }

    private boolean copiesData(Sided pair) {
      return copiesData(pair, true) || copiesData(pair, false);
    }

    /// Whether a literal of one side is the value of a name that stands only on the other.
    private boolean copiesData(Sided pair, boolean isLeft) {
      Set<Symbol> only = isLeft ? pair.rightNames() : pair.leftNames();
      only.removeAll(isLeft ? pair.leftNames() : pair.rightNames());
      List<Expr> literals = new ArrayList<>();
      (isLeft ? pair.left() : pair.right())
          .entries()
          .forEach(entry ->
              Formulas.visit(
                  entry,
                  part -> {
                    if (part instanceof Expr.Number) {
                      literals.add(part);
                    }
                  }));
      for (World world : progress.data()) {
        for (Symbol symbol : only) {
          Value value = world.value(symbol);
          for (Expr literal : literals) {
            Value number = Value.of(((Expr.Number) literal).value());
            if (progress.printed().closeness(value, literal, number) != Closeness.APART) {
              return true;
            }
          }
        }
      }
      return false;
    }

    private Optional<Finding> atData(Sided pair, Note note) {
      Optional<Finding> here = at(pair, note, progress.point(), progress.data());
      if (here.isPresent()) {
        return here;
      }
      int found = -1;
      for (int i = 0; i < progress.data().size(); i++) {
        if (i != progress.point() && at(pair, note, i, progress.data()).isPresent()) {
          if (found >= 0) {
            found = -1;
            break;
          }
          found = i;
        }
      }
      if (found >= 0) {
        progress.moveTo(found);
        return at(pair, note, found, progress.data());
      }
      return at(
          pair,
          new Note(note.conventions(), false, true, false),
          progress.point(),
          progress.printedData());
    }

    private Optional<Finding> at(Sided pair, Note note, int point, List<World> worlds) {
      if (point >= worlds.size()) {
        return Optional.empty();
      }
      World world = worlds.get(point);
      boolean cut = false;
      for (int i = 0; i < pair.size(); i++) {
        Closeness closeness = closeness(pair.leftAt(i), pair.rightAt(i), world);
        if (closeness == Closeness.APART) {
          return Optional.empty();
        }
        cut |= closeness == Closeness.CUT;
      }
      Note full =
          new Note(note.conventions(), note.fixed(), note.printed() || cut, note.otherPoint());
      return Optional.of(Finding.of(link, Verdict.CORRECT, Grounds.DATA).noted(full));
    }

    private Closeness closeness(Expr left, Expr right, World world) {
      boolean numbersLeft = Formulas.symbols(left).isEmpty();
      Expr named = numbersLeft ? right : left;
      Expr numbers = numbersLeft ? left : right;
      Value l = world.value(named);
      Value r = world.value(numbers);
      return progress.printed().closeness(l, numbers, r);
    }

    // ---- after a mistake ------------------------------------------------------------------------

    private Optional<Finding> following() {
      for (int i = 0; i < ways.size() && progress.hasMistakes(); i++) {
        Trial trial = trials.get(i);
        if (trial.pairs().isEmpty() || trial.pairs().getFirst().isArithmetic()) {
          continue;
        }
        Optional<Integer> cause = progress.causeOf(trial.pairs().getFirst());
        if (cause.isPresent()
            && (holds(trial, progress.mistaken())
                || trial.pairs().stream()
                    .allMatch(pair ->
                        isNumeric(pair)
                            && at(pair, Note.NONE, progress.point(), progress.mistakenData())
                                .isPresent()))) {
          return Optional.of(
              Finding.of(link, Verdict.FOLLOWS, Grounds.DATA).following(cause.get()));
        }
      }
      return Optional.empty();
    }

    // ---- not right ------------------------------------------------------------------------------

    private Finding unfounded() {
      Optional<Trial> read = trials.stream().filter(trial -> !trial.pairs().isEmpty()).findFirst();
      if (read.isEmpty()) {
        Nothing trouble = trials.getFirst().trouble().orElseThrow();
        boolean wrong = trouble.cause() == Cause.NO_SUCH_ENTRY || trouble.cause() == Cause.SHAPES;
        Finding undecided = Finding.of(link, Verdict.UNDECIDED, Grounds.NONE).troubled(trouble);
        return wrong
            ? undecided.wrong(
                new Mistake(
                    trouble.cause() == Cause.SHAPES ? Slip.SHAPE : Slip.INDEX,
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty()))
            : undecided;
      }
      Sided pair = read.get().pairs().getFirst();
      return pair.isArithmetic() ? wrongArithmetic(pair) : wrong(read.get());
    }

    private Finding wrongArithmetic(Sided pair) {
      for (int i = 0; i < pair.size(); i++) {
        Value l = Evaluation.of(pair.leftAt(i), exercise.scene().functions(), Map.of());
        Value r = Evaluation.of(pair.rightAt(i), exercise.scene().functions(), Map.of());
        if (!l.isDefined() || !r.isDefined()) {
          return Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
        }
        if (Math.abs(l.doubleValue() - r.doubleValue()) > 1e-12 * Math.abs(l.doubleValue())) {
          return Finding.of(link, Verdict.WRONG, Grounds.ARITHMETIC)
              .wrong(
                  new Mistake(
                      Slip.ARITHMETIC, Optional.empty(), Map.of(), Optional.of(l), Optional.of(r)));
        }
      }
      return Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
    }

    private Finding wrong(Trial trial) {
      for (Sided pair : trial.pairs()) {
        for (int i = 0; i < pair.size(); i++) {
          Expr l = pair.leftAt(i);
          Expr r = pair.rightAt(i);
          if (isNumeric(pair)) {
            Optional<Finding> numeric = wrongNumber(l, r);
            if (numeric.isPresent()) {
              return numeric.get();
            }
          } else if (!exercise.generic().agree(l, r).holds()) {
            return wrongFormula(pair, l, r);
          }
        }
      }
      return Finding.of(link, Verdict.UNDECIDED, Grounds.NONE);
    }

    private Optional<Finding> wrongNumber(Expr l, Expr r) {
      if (progress.point() >= progress.data().size()) {
        return Optional.empty();
      }
      World world = progress.data().get(progress.point());
      Value left = world.value(l);
      Value right = world.value(r);
      if (!left.isDefined()
          || !right.isDefined()
          || left.equals(right)
          || closeness(l, r, world) != Closeness.APART) {
        return Optional.empty();
      }
      Mistake mistake =
          new Mistake(
              Slip.OTHER, Optional.empty(), Map.of(), Optional.of(left), Optional.of(right));
      return Optional.of(
          Finding.of(link, Verdict.WRONG, Grounds.DATA)
              .wrong(new Slips(exercise, progress).numeric(l, r, mistake, world)));
    }

    private Finding wrongFormula(Sided pair, Expr l, Expr r) {
      Equality equality = exercise.generic().equality(l, r);
      return switch (equality) {
        case Equality.Different(_, Equality.Witness witness) -> {
          Map<Symbol, Value> at = new java.util.LinkedHashMap<>(witness.at());
          Mistake mistake =
              new Mistake(
                  Slip.OTHER,
                  Optional.empty(),
                  at,
                  Optional.of(witness.left()),
                  Optional.of(witness.right()));
          yield Finding.of(link, Verdict.WRONG, Grounds.WORLDS)
              .wrong(new Slips(exercise, progress).generic(l, r, mistake));
        }
        case Equality.Equivalent _ -> Finding.of(link, Verdict.CORRECT, Grounds.WORLDS);
        case Equality.Undecided _, Equality.Unreadable _ -> exact(l, r);
      };
    }

    private Finding exact(Expr l, Expr r) {
      return exercise
          .generic()
          .witness(l, r)
          .map(witness ->
              Finding.of(link, Verdict.WRONG, Grounds.WORLDS)
                  .wrong(
                      new Slips(exercise, progress)
                          .generic(
                              l,
                              r,
                              new Mistake(
                                  Slip.OTHER,
                                  Optional.empty(),
                                  witness.at(),
                                  Optional.of(witness.left()),
                                  Optional.of(witness.right())))))
          .orElse(Finding.of(link, Verdict.UNDECIDED, Grounds.NONE));
    }
  }

  static boolean isPlainName(Expr expr) {
    return expr instanceof Ref(Quantity _);
  }

  static Set<Symbol> symbols(Sided pair) {
    return new HashSet<>(pair.names());
  }
}
