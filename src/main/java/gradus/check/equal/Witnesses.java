package gradus.check.equal;

import gradus.calculus.tape.Evaluation;
import gradus.check.equal.Equality.Witness;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Looks for the smallest numbers at which a difference, certain at some point, shows.
///
/// A small point counts only if a point close to it, that is nothing special, shows a difference
/// too: at the small point itself it could be a pole or a kink.
final class Witnesses {
  private static final double[] LADDER = {
    0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 0.25, -0.25, 0.75, 1.5, 4, -4, 5, -5, 10, -10, 100, -100,
    1000, -1000, 1e-3, 1e6, -1e6
  };
  private static final int MOST_TUPLES = 120;
  private static final int MOST_LOOKS = 24;
  private static final int MOST_BITS = 24;
  private static final long STEPS = 150_000;
  private static final double CLEAR = 1e-13;

  private final Expr left;
  private final Expr right;
  private final Facts facts;
  private final Pair pair;
  private final Sampler sampler;
  private final Effort effort = new Effort(STEPS);
  private final Probe probe;
  private final double[] memory;
  private int looks;
  private boolean isHidden;

  Witnesses(Expr left, Expr right, Facts facts, Pair pair, Sampler sampler) {
    this.left = left;
    this.right = right;
    this.facts = facts;
    this.pair = pair;
    this.sampler = sampler;
    probe = new Probe(pair, effort);
    memory = pair.doubles();
  }

  Witness simplest(PointVerdict kind, double[] certain) {
    pair.run(memory, certain);
    isHidden = !isLikely(kind);
    double[] small = small(kind, certain.length);
    return witness(small.length > 0 || certain.length == 0 ? small : rounded(kind, certain));
  }

  /// Empty if no small point shows it.
  private double[] small(PointVerdict kind, int size) {
    int tried = 0;
    for (int level = 0; level < LADDER.length && tried < MOST_TUPLES; level++) {
      int tuples = tuples(level, size);
      for (int t = 0; t < tuples && tried < MOST_TUPLES; t++) {
        double[] point = tuple(level, size, t);
        tried++;
        if (shows(kind, point)) {
          return point;
        }
      }
    }
    return new double[0];
  }

  /// How many points are tried whose largest rung of the ladder is the level.
  private static int tuples(int level, int size) {
    return size == 1 ? 1 : level == 0 ? 1 : Math.min(8, (int) StrictMath.pow(level + 1, size));
  }

  /// Of two names every pair in turn; of more, such as chance has it.
  private double[] tuple(int level, int size, int number) {
    double[] point = new double[size];
    for (int i = 0; i < size; i++) {
      point[i] = LADDER[size == 1 ? level : sampler.below(level + 1)];
    }
    point[number % size] = LADDER[level];
    return point;
  }

  private boolean shows(PointVerdict kind, double[] point) {
    if (!sampler.holds(point) || !effort.spend(pair.length())) {
      return false;
    }
    pair.run(memory, point);
    if (memory[pair.allowed()] == 0 || !(isHidden || isLikely(kind)) || looks++ > MOST_LOOKS) {
      return false;
    }
    return probe.at(point) == kind && probe.at(sampler.near(point)).isDifference();
  }

  private boolean isLikely(PointVerdict kind) {
    double l = memory[pair.left()];
    double r = memory[pair.right()];
    if (kind != PointVerdict.DIFFERENT) {
      return Double.isNaN(l) != Double.isNaN(r);
    }
    return Math.abs(l - r) > CLEAR * Math.max(Math.abs(l), Math.abs(r));
  }

  /// The certain point with as few binary digits as still show it.
  private double[] rounded(PointVerdict kind, double[] certain) {
    looks = 0;
    for (int bits = 1; bits <= MOST_BITS; bits += bits < 4 ? 1 : 4) {
      double[] point = new double[certain.length];
      for (int i = 0; i < point.length; i++) {
        double unit = StrictMath.scalb(1.0, Math.getExponent(certain[i]) + 1 - bits);
        point[i] = certain[i] == 0 ? 0 : Math.rint(certain[i] / unit) * unit;
      }
      if (shows(kind, point)) {
        return point;
      }
    }
    return certain;
  }

  private Witness witness(double[] point) {
    Map<Quantity, Value> at = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      at.put(pair.names().get(i), Value.of(Rational.of(point[i])));
    }
    Map<Symbol, Value> values = new HashMap<>(at);
    for (Definition definition : facts.definitions()) {
      values.put(
          definition.symbol(), Evaluation.of(definition.formula(), facts.functions(), values));
    }
    Probe.Reading reading = new Probe(pair, new Effort(STEPS)).read(point);
    return new Witness(
        at,
        value(left, values, reading.left()),
        value(right, values, reading.right()),
        reading.apart());
  }

  /// Exact where it can be; what is too large for doubles on the way is taken from the probe.
  private Value value(Expr formula, Map<Symbol, Value> values, double probed) {
    Value value = Evaluation.of(formula, facts.functions(), values);
    return value instanceof Value.Exact || Double.isNaN(probed) ? value : Value.of(probed);
  }
}
