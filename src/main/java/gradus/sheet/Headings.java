package gradus.sheet;

import gradus.expr.Name;
import gradus.network.Problem;
import gradus.network.Problem.Point;

/// What points are called in headings and sentences.
final class Headings {
  private Headings() {}

  /// Its name, or its place among the points.
  static String point(Problem problem, Point point) {
    return point
        .name()
        .map(Name::spelling)
        .orElseGet(() -> String.valueOf(problem.points().indexOf(point) + 1));
  }
}
