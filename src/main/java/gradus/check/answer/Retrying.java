package gradus.check.answer;

import gradus.check.sense.Convention;
import gradus.expr.Formulas;
import gradus.syntax.answer.Link;
import gradus.syntax.answer.Notated;
import gradus.syntax.answer.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Judges a false link again with one place changed, until it holds: what was changed is the slip.
///
/// Its limit: a change that makes the link trivial, by dropping all but one name of it, explains
/// nothing.
final class Retrying {
  private static final int LONGEST = 6000;
  private static final int MOST = 480;
  private static final int EFFORT = 300_000;
  private static final int FEW = 6;
  private static final int MOST_MISSHAPEN = 120;

  private final Exercise exercise;
  private final Progress progress;
  private final Data data;

  Retrying(Exercise exercise, Progress progress, Data data) {
    this.exercise = exercise;
    this.progress = progress;
    this.data = data;
  }

  /// How links with numbers in them are judged.
  interface Data {
    boolean isNumeric(Sided pair);

    /// Right at some point of the data; the answer does not move there.
    boolean fits(Link link, Sided pair);
  }

  /// Of a link whose sides both mean something.
  Optional<Slip> slip(Link link, List<Sided> pairs) {
    int longest = pairs.stream().mapToInt(Retrying::operations).max().orElse(0);
    if (!progress.explains() || longest > LONGEST) {
      return Optional.empty();
    }
    List<Sided> telling = new ArrayList<>();
    pairs.stream().filter(pair -> !holds(link, pair)).limit(2).forEach(telling::add);
    pairs.stream().limit(FEW).filter(pair -> !telling.contains(pair)).forEach(telling::add);
    return slip(
        link,
        (other, onRight) -> telling.stream().allMatch(pair -> holdsLike(other, pair, onRight)),
        Math.min(MOST, EFFORT / (longest + 1)));
  }

  /// Of a link whose shapes do not fit.
  Optional<Slip> slip(Link link, Set<Convention> way) {
    if (!progress.explains()) {
      return Optional.empty();
    }
    return slip(
        link,
        (other, _) -> {
          Trial trial = Trial.of(other, exercise.scene(), progress.own(), way);
          return !trial.pairs().isEmpty()
              && trial.pairs().stream().limit(FEW).allMatch(pair -> holds(other, pair));
        },
        MOST_MISSHAPEN);
  }

  private interface Test {
    boolean holds(Link link, boolean onRight);
  }

  private Optional<Slip> slip(Link link, Test test, int most) {
    Notated left = link.left().tree().orElseThrow();
    Notated right = link.right().tree().orElseThrow();
    Touching touching = new Touching(List.of(left, right));
    List<Touch> ofRight = touching.of(right);
    for (Touch touch : ofRight.subList(0, Math.min(most, ofRight.size()))) {
      Link other = link.between(link.left(), with(link.right(), touch.tree()));
      if (test.holds(other, true)) {
        return Optional.of(touch.slip());
      }
    }
    for (Touch touch : Touching.missing(left, right)) {
      Link other = link.between(link.left(), with(link.right(), touch.tree()));
      if (test.holds(other, true)) {
        return Optional.of(touch.slip());
      }
    }
    List<Touch> ofLeft = touching.of(left);
    for (Touch touch : ofLeft.subList(0, Math.min(most, ofLeft.size()))) {
      Link other = link.between(with(link.left(), touch.tree()), link.right());
      if (test.holds(other, false)) {
        return Optional.of(touch.slip());
      }
    }
    return Optional.empty();
  }

  private static Side with(Side side, Notated tree) {
    return new Side(
        side.span(),
        side.line(),
        side.column(),
        side.length(),
        side.text(),
        Optional.of(tree),
        Optional.empty(),
        List.of(),
        side.unfinished());
  }

  private static int operations(Sided pair) {
    return Stream.of(pair.left(), pair.right())
        .flatMap(side -> side.entries().stream())
        .mapToInt(Formulas::operations)
        .sum();
  }

  private boolean holdsLike(Link link, Sided like, boolean onRight) {
    return Trial.at(link, exercise.scene(), progress.own(), like, onRight)
        .filter(pair -> holds(link, pair))
        .isPresent();
  }

  private boolean holds(Link link, Sided pair) {
    if (pair.isArithmetic()) {
      return false;
    }
    if (data.isNumeric(pair)) {
      return data.fits(link, pair);
    }
    for (int i = 0; i < pair.size(); i++) {
      if (!exercise.generic().same(pair.leftAt(i), pair.rightAt(i))) {
        return false;
      }
    }
    return true;
  }
}
