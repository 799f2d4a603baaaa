package gradus.check.equal;

import gradus.check.number.DoubleDouble;
import gradus.check.number.DoubleDoubles;
import gradus.check.number.Enclosure;
import gradus.check.number.Enclosures;
import gradus.check.number.LongBinaries;
import gradus.expr.Rational;
import org.jspecify.annotations.Nullable;

/// Two formulas at one point: about thirty digits first, then more and more until it is certain
/// what is the case.
///
/// They are the same where they agree to many bits, and no sum on the way had a term too small to
/// be seen in those bits. A side that comes out as zero by cancellation agrees only in long
/// numbers, to far more digits than its terms have.
final class Probe {
  private static final int BITS = 70;
  private static final int STEPS = 12;

  /// The bits of the later rounds, what they cost, to how many bits sides must agree, and the scale
  /// below which nothing counts.
  private enum Round {
    SHORT(340, 60, 4_000, 150, 1e-30),
    MIDDLE(900, 120, 20_000, 500, 1e-60),
    LONG(2_400, 400, 120_000, 1_500, 1e-120);

    private final int width;
    private final int steps;
    private final int stepsOfFunction;
    private final int bits;
    private final double scale;

    private long steps(Pair pair) {
      return (long) steps * pair.length() + (long) stepsOfFunction * pair.functions();
    }

    Round(int width, int steps, int stepsOfFunction, int bits, double scale) {
      this.width = width;
      this.steps = steps;
      this.stepsOfFunction = stepsOfFunction;
      this.bits = bits;
      this.scale = scale;
    }
  }

  private final Pair pair;
  private final Effort effort;
  private final DoubleDoubles quick = new DoubleDoubles();
  private DoubleDouble @Nullable [] memory;

  Probe(Pair pair, Effort effort) {
    this.pair = pair;
    this.effort = effort;
  }

  /// What is certain, and about how large the sides are and how far apart.
  record Reading(PointVerdict outcome, double left, double right, double apart) {
    static Reading of(PointVerdict outcome) {
      return new Reading(outcome, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  PointVerdict at(double[] point) {
    return read(point).outcome;
  }

  /// With thirty digits only.
  PointVerdict glance(double[] point) {
    return quickly(point).outcome;
  }

  Reading read(double[] point) {
    Reading reading = quickly(point);
    for (Round round : Round.values()) {
      if (reading.outcome != PointVerdict.UNCLEAR || !effort.spend(round.steps(pair))) {
        return reading;
      }
      LongBinaries numbers = LongBinaries.of(round.width);
      reading = reading(numbers, numbers(point, numbers), round.scale, round.bits);
    }
    return reading;
  }

  private Reading quickly(double[] point) {
    if (!effort.spend((long) STEPS * (pair.length() + 4L * pair.functions()))) {
      return Reading.of(PointVerdict.UNCLEAR);
    }
    if (memory == null) {
      memory = pair.memory(quick);
    }
    for (int i = 0; i < point.length; i++) {
      memory[pair.input(i)] = DoubleDouble.of(point[i]);
    }
    quick.forgetGaps();
    pair.run(memory, quick);
    return reading(quick, memory, 0, BITS);
  }

  private <E extends Enclosure> E[] numbers(double[] point, Enclosures<E> numbers) {
    E[] values = pair.memory(numbers);
    for (int i = 0; i < point.length; i++) {
      values[pair.input(i)] = numbers.of(Rational.of(point[i]));
    }
    numbers.forgetGaps();
    pair.run(values, numbers);
    return values;
  }

  private <E extends Enclosure> Reading reading(
      Enclosures<E> numbers, E[] memory, double scale, int bits) {
    E left = memory[pair.left()];
    E right = memory[pair.right()];
    PointVerdict excluded = excluded(memory[pair.allowed()]);
    if (excluded != PointVerdict.SAME || !left.isNumber() || !right.isNumber()) {
      PointVerdict outcome = excluded != PointVerdict.SAME ? excluded : withoutValue(left, right);
      return new Reading(outcome, left.doubleValue(), right.doubleValue(), Double.NaN);
    }
    boolean seesAll = numbers.widestGap() <= bits;
    PointVerdict outcome =
        numbers.compare(left, right) != 0
            ? PointVerdict.DIFFERENT
            : seesAll && numbers.agree(left, right, scale, bits)
                ? PointVerdict.SAME
                : PointVerdict.UNCLEAR;
    return new Reading(
        outcome, left.doubleValue(), right.doubleValue(), numbers.distance(left, right));
  }

  private static PointVerdict excluded(Enclosure allowed) {
    return allowed.isNumber()
        ? allowed.doubleValue() == 1 ? PointVerdict.SAME : PointVerdict.EXCLUDED
        : allowed.isUndefined() ? PointVerdict.EXCLUDED : PointVerdict.UNCLEAR;
  }

  private static PointVerdict withoutValue(Enclosure left, Enclosure right) {
    if (left.isUndefined() && right.isUndefined()) {
      return PointVerdict.NEITHER;
    }
    if (left.isNumber() && right.isUndefined()) {
      return PointVerdict.LEFT_ONLY;
    }
    return right.isNumber() && left.isUndefined() ? PointVerdict.RIGHT_ONLY : PointVerdict.UNCLEAR;
  }
}
