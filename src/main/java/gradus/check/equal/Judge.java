package gradus.check.equal;

import gradus.calculus.tape.Boundary;
import gradus.check.equal.Equality.Different;
import gradus.check.equal.Equality.Equivalent;
import gradus.check.equal.Equality.Grounds;
import gradus.check.equal.Equality.Reason;
import gradus.check.equal.Equality.Undecided;
import gradus.check.number.Residues;
import gradus.expr.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether two scalar formulas are equal.
///
/// Doubles look for a difference at points of all kinds and on both sides of every boundary that is
/// found; they convince nobody. Every difference, and the agreement at one point of every piece, is
/// confirmed by a [Probe]. Formulas that are the same rational expression of their parts need no
/// more than that at one point.
final class Judge {
  private static final int LONGEST = 20_000;
  private static final int FEWEST_POINTS = 200;
  private static final double CLOSE = 1e-10;
  private static final int CONFIRMATIONS = 3;
  private static final int MOST_PIECES = 24;
  private static final int MOST_DRAWS = 96;
  private static final int WILD_DRAWS = 16;
  private static final int LINES = 4;

  private final Expr left;
  private final Expr right;
  private final Facts facts;
  private final Pair pair;
  private final Effort effort;
  private final Probe probe;
  private final Sampler sampler;
  private final double[] memory;
  private final List<Boundary> boundaries = new ArrayList<>();
  private final Set<Long> confirmedPieces = new HashSet<>();
  private final List<Unclear> unclear = new ArrayList<>();

  private boolean sameResidues;
  private int confirmed;
  private boolean anyAllowed;
  private boolean leftDefined;
  private boolean rightDefined;
  private Optional<Found> difference = Optional.empty();
  private Optional<Found> gap = Optional.empty();

  /// Where a difference is certain.
  private record Found(PointVerdict outcome, double[] point) {}

  /// Where thirty digits do not tell.
  private record Unclear(double[] point, long piece) {}

  private Judge(Expr left, Expr right, Facts facts, Pair pair, long steps) {
    this.left = left;
    this.right = right;
    this.facts = facts;
    this.pair = pair;
    effort = new Effort(Math.max(steps, (long) FEWEST_POINTS * pair.length()));
    probe = new Probe(pair, effort);
    sampler = new Sampler(pair.names(), facts);
    memory = pair.doubles();
  }

  /// @param steps how much may be calculated; a few points are always looked at
  static Equality of(Expr left, Expr right, Facts facts, long steps) {
    Pair pair = Pair.of(left, right, facts);
    if (pair.length() > LONGEST) {
      return new Undecided(Reason.TOO_LONG);
    }
    if (pair.isSameForm()) {
      return new Equivalent(Grounds.SAME_FORM);
    }
    if (facts.ranges().values().stream().anyMatch(OpenInterval::isEmpty)) {
      return new Undecided(Reason.NO_POINT);
    }
    return pair.names().isEmpty()
        ? new ConstantEquality(left, right, facts, pair).equality()
        : new Judge(left, right, facts, pair, steps).equality();
  }

  private Equality equality() {
    sameResidues = haveSameResidues();
    sample();
    followLines();
    lookThoroughly();
    if (difference.isPresent()) {
      return different(difference.get());
    }
    if (!leftDefined || !rightDefined) {
      return new Undecided(nowhere());
    }
    if (gap.isPresent()) {
      return different(gap.get());
    }
    if (isAnythingOpen()) {
      return new Undecided(Reason.OUT_OF_REACH);
    }
    return new Equivalent(sameResidues ? Grounds.EXACT : Grounds.SAMPLED);
  }

  private Reason nowhere() {
    return !anyAllowed
        ? Reason.NO_POINT
        : leftDefined
            ? Reason.RIGHT_NOWHERE_DEFINED
            : rightDefined || confirmed > 0 ? Reason.LEFT_NOWHERE_DEFINED : neither();
  }

  private Reason neither() {
    return unclear.isEmpty() ? Reason.LEFT_NOWHERE_DEFINED : Reason.OUT_OF_REACH;
  }

  private int needed() {
    return sameResidues ? 1 : CONFIRMATIONS;
  }

  private boolean haveSameResidues() {
    Residues numbers = new Residues();
    Long[] residues = pair.memory(numbers);
    for (int i = 0; i < pair.names().size(); i++) {
      residues[pair.input(i)] = Residues.drawn(i);
    }
    pair.run(residues, numbers);
    return Residues.areSame(residues[pair.left()], residues[pair.right()]);
  }

  private Equality different(Found found) {
    Grounds grounds = Grounds.SAMPLED;
    Witnesses witnesses = new Witnesses(left, right, facts, pair, sampler);
    return new Different(grounds, witnesses.simplest(found.outcome, found.point));
  }

  // ---- points -----------------------------------------------------------------------------------

  /// Every kind of point once; further moderate ones until enough are within the domain.
  private void sample() {
    for (int draw = 0; draw < MOST_DRAWS && difference.isEmpty(); draw++) {
      boolean enough = confirmed >= needed() && leftDefined && rightDefined;
      if (draw >= Sampler.KINDS && (enough || effort.isSpent())) {
        return;
      }
      consider(
          sampler.draw(draw < Sampler.KINDS || draw % 2 == 0 ? draw : draw % Sampler.MODERATE));
      if (draw == 0) {
        keepBoundaries();
      }
    }
  }

  /// Powers with a whole exponent have no boundary.
  private void keepBoundaries() {
    for (Boundary boundary : pair.boundaries()) {
      boolean whole =
          boundary instanceof Boundary.Power(_, int exponent)
              && Math.rint(memory[exponent]) == memory[exponent];
      if (!whole) {
        boundaries.add(boundary);
      }
    }
  }

  /// What thirty digits left open, as far as it matters; and where doubles saw nothing at all,
  /// values beyond their range.
  private void lookThoroughly() {
    for (Unclear open : unclear) {
      boolean matters = confirmed < needed() || !confirmedPieces.contains(open.piece);
      if (matters && difference.isEmpty()) {
        note(probe.at(open.point), open.point, open.piece);
      }
    }
    for (int kind = 0; kind < Sampler.MODERATE && !(leftDefined && rightDefined); kind++) {
      double[] point = sampler.draw(kind);
      note(probe.at(point), point, 1);
    }
  }

  private boolean isAnythingOpen() {
    return confirmed < needed()
        || unclear.stream().anyMatch(open -> !confirmedPieces.contains(open.piece));
  }

  private void followLines() {
    if (boundaries.isEmpty()) {
      return;
    }
    boolean alone = sampler.size() == 1;
    for (int draw = 0; draw < WILD_DRAWS && !alone && difference.isEmpty(); draw++) {
      consider(sampler.drawWildly());
    }
    for (int line = 0; line < (alone ? 1 : LINES) && difference.isEmpty(); line++) {
      double[] start = alone ? new double[1] : sampler.draw(line);
      double[] direction = sampler.direction(line);
      Crossings.points(pair, boundaries, sampler, effort, start, direction).stream()
          .filter(sampler::holds)
          .takeWhile(_ -> difference.isEmpty())
          .forEach(this::consider);
    }
  }

  // ---- one point --------------------------------------------------------------------------------

  /// Doubles say whether the point is worth a closer look.
  private void consider(double[] point) {
    if (!effort.spend(pair.length())) {
      return;
    }
    pair.run(memory, point);
    if (memory[pair.allowed()] == 0) {
      return;
    }
    double l = memory[pair.left()];
    double r = memory[pair.right()];
    long piece = piece();
    boolean seen = confirmedPieces.contains(piece) && confirmed >= needed();
    if (Double.isNaN(l) || Double.isNaN(r)) {
      if (Double.isNaN(l) != Double.isNaN(r) || !leftDefined || !rightDefined) {
        note(probe.glance(point), point, piece);
      }
    } else if (!isClose(l, r) || (!seen && confirmed < MOST_PIECES)) {
      PointVerdict outcome = probe.glance(point);
      note(outcome, point, piece);
      if (outcome == PointVerdict.UNCLEAR && unclear.size() < MOST_PIECES) {
        unclear.add(new Unclear(point, piece));
      }
    }
  }

  private static boolean isClose(double l, double r) {
    return Math.abs(l - r) <= CLOSE * Math.max(Math.abs(l), Math.abs(r));
  }

  /// Which branches hold.
  private long piece() {
    long piece = 1;
    for (Boundary boundary : boundaries) {
      if (boundary instanceof Boundary.Branch(_, _, int holds)) {
        piece = piece * 1_000_003 + Double.hashCode(memory[holds]);
      }
    }
    return piece;
  }

  private void note(PointVerdict outcome, double[] point, long piece) {
    anyAllowed |= outcome != PointVerdict.EXCLUDED;
    leftDefined |= outcome.isLeftDefined();
    rightDefined |= outcome.isRightDefined();
    switch (outcome) {
      case SAME -> {
        confirmed++;
        confirmedPieces.add(piece);
      }
      case DIFFERENT -> difference = Optional.of(new Found(outcome, point));
      case LEFT_ONLY, RIGHT_ONLY -> {
        gap = gap.or(() -> Optional.of(new Found(outcome, point)));
      }
      case UNCLEAR, NEITHER, EXCLUDED -> {}
    }
  }
}
