package gradus.sheet.number;

import gradus.expr.Name;
import gradus.network.Problem;
import gradus.network.Problem.Point;

/// What points are called in headings and sentences.
public final class PointHeadings {
  private PointHeadings() {}

  /// Its name, or its place among the points.
  public static String point(Problem problem, Point point) {
    return point
        .name()
        .map(Name::spelling)
        .orElseGet(() -> String.valueOf(problem.points().indexOf(point) + 1));
  }
}
