package gradus.check.equal;

import gradus.calculus.tape.Boundary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Finds where a line crosses from one branch of a formula into another, or out of its domain, and
/// hands out points of every piece in between.
///
/// The argument of every boundary is followed along the line from far out on one side to far out on
/// the other; where its sign changes, or where it comes close to zero and turns, the place is
/// looked for, and the surroundings of what was found are searched again.
final class Crossings {
  private static final int MOST_POINTS = 150;
  private static final double CLOSE = 0.01;
  private static final int POINTS_OF_PIECE = 2;
  private static final int BISECTIONS = 60;
  private static final double[] STEPS = {1e-4, 1e-2, 0.1, 0.5};

  private final Pair pair;
  private final List<Boundary> boundaries;
  private final Sampler sampler;
  private final Effort effort;
  private final double[] memory;
  private final double[] start;
  private final double[] direction;
  private final TreeSet<Double> found = new TreeSet<>();

  private Crossings(
      Pair pair,
      List<Boundary> boundaries,
      Sampler sampler,
      Effort effort,
      double[] start,
      double[] direction) {
    this.pair = pair;
    this.boundaries = boundaries;
    this.sampler = sampler;
    this.effort = effort;
    this.memory = pair.doubles();
    this.start = start;
    this.direction = direction;
  }

  /// Points of the pieces of one line through `start`.
  static List<double[]> points(
      Pair pair,
      List<Boundary> boundaries,
      Sampler sampler,
      Effort effort,
      double[] start,
      double[] direction) {
    Crossings crossings = new Crossings(pair, boundaries, sampler, effort, start, direction);
    crossings.search(crossings.places());
    if (!crossings.found.isEmpty()) {
      crossings.search(crossings.surroundings());
    }
    return crossings.pieces();
  }

  private TreeSet<Double> places() {
    TreeSet<Double> places = new TreeSet<>(List.of(0.0));
    for (double size = 1e-6; size < 2e15; size *= 10) {
      places.add(size);
      places.add(-size);
      if (size > 0.05 && size < 50) {
        places.add(3.3 * size);
        places.add(-3.3 * size);
      }
    }
    return places;
  }

  private TreeSet<Double> surroundings() {
    TreeSet<Double> places = places();
    for (double crossing : found) {
      for (double step : STEPS) {
        places.add(crossing + step * Math.max(Math.abs(crossing), 1e-3));
        places.add(crossing - step * Math.max(Math.abs(crossing), 1e-3));
      }
    }
    return places;
  }

  private void search(TreeSet<Double> places) {
    double[] at = places.stream().mapToDouble(Double::doubleValue).toArray();
    double[][] values = new double[at.length][];
    for (int i = 0; i < at.length; i++) {
      if (!effort.spend(pair.length())) {
        return;
      }
      values[i] = values(at[i]);
    }
    for (int b = 0; b < boundaries.size(); b++) {
      for (int i = 1; i < at.length; i++) {
        searchBetween(b, at, values, i);
      }
    }
  }

  private void searchBetween(int boundary, double[] at, double[][] values, int i) {
    double before = values[i - 1][boundary];
    double here = values[i][boundary];
    if (here == 0) {
      boolean isEdge = before != 0 || (i + 1 < at.length && values[i + 1][boundary] != 0);
      if (isEdge) {
        found.add(at[i]);
      }
    } else if (before * here < 0) {
      bisect(boundary, at[i - 1], at[i], before);
    } else if (i + 1 < at.length) {
      double after = values[i + 1][boundary];
      boolean turns = Math.abs(here) < Math.abs(before) && Math.abs(here) < Math.abs(after);
      if (turns && here * after > 0) {
        turn(boundary, at[i - 1], at[i + 1], here);
      }
    }
  }

  private double[] values(double t) {
    pair.run(memory, point(t));
    double[] values = new double[boundaries.size()];
    for (int b = 0; b < values.length; b++) {
      values[b] = value(boundaries.get(b));
    }
    return values;
  }

  private double value(int boundary, double t) {
    pair.run(memory, point(t));
    return value(boundaries.get(boundary));
  }

  private double value(Boundary boundary) {
    return switch (boundary) {
      case Boundary.Branch(int left, int right, _) -> memory[left] - memory[right];
      case Boundary.Domain(int argument) -> memory[argument];
      case Boundary.Power(int base, _) -> memory[base];
    };
  }

  private void bisect(int boundary, double from, double to, double atFrom) {
    double a = from;
    double b = to;
    for (int i = 0; i < BISECTIONS && effort.spend(pair.length()); i++) {
      double middle = a + (b - a) / 2;
      double value = value(boundary, middle);
      if (value == 0 || middle == a || middle == b) {
        found.add(middle);
        return;
      }
      if (value * atFrom > 0) {
        a = middle;
      } else {
        b = middle;
      }
    }
    found.add(a + (b - a) / 2);
  }

  /// Looks by golden sections for the place closest to zero, in the hope of a change of sign there.
  private void turn(int boundary, double from, double to, double sign) {
    double ratio = 0.6180339887498949;
    double a = from;
    double b = to;
    for (int i = 0; i < BISECTIONS / 2 && effort.spend(2L * pair.length()); i++) {
      double left = b - ratio * (b - a);
      double right = a + ratio * (b - a);
      double atLeft = value(boundary, left);
      double atRight = value(boundary, right);
      if (atLeft * sign < 0 || atRight * sign < 0) {
        double inside = atLeft * sign < 0 ? left : right;
        bisect(boundary, from, inside, sign);
        bisect(boundary, to, inside, sign);
        return;
      }
      if (Math.abs(atLeft) < Math.abs(atRight)) {
        b = right;
      } else {
        a = left;
      }
    }
  }

  /// A few points between any two crossings next to each other, beyond the last ones, and close to
  /// each on both sides.
  private List<double[]> pieces() {
    List<double[]> points = new ArrayList<>();
    if (found.isEmpty()) {
      return points;
    }
    double last = found.first() - 2 * Math.max(1, Math.abs(found.first()));
    for (double crossing : found) {
      addBetween(last, crossing, points);
      double step = CLOSE * Math.max(1, Math.abs(crossing));
      addBetween(crossing - step, crossing, points);
      addBetween(crossing, crossing + step, points);
      last = crossing;
    }
    addBetween(last, last + 2 * Math.max(1, Math.abs(last)), points);
    return points.size() <= MOST_POINTS ? points : points.subList(0, MOST_POINTS);
  }

  private void addBetween(double from, double to, List<double[]> points) {
    for (int i = 0; i < POINTS_OF_PIECE; i++) {
      points.add(point(sampler.between(from, to)));
    }
  }

  private double[] point(double t) {
    double[] point = new double[start.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = start[i] + t * direction[i];
    }
    return point;
  }
}
