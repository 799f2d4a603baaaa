package gradus.network;

import gradus.calculus.rule.Functions;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.network.Problem.Point;
import java.util.List;
import java.util.Map;

/// A point of a problem with all that holds there.
public record Site(
    Problem problem, Point point, Functions functions, Map<Symbol, Value> given, String where) {
  public static Site of(Problem problem, int index) {
    Point point = problem.points().get(index);
    return new Site(
        problem,
        point,
        problem.functionsAt(point),
        problem.valuesAt(point),
        where(problem.points(), index));
  }

  /// `at point 'first'`, `at point 2`, or nothing where there is one point without a name.
  static String where(List<Point> points, int index) {
    return points
        .get(index)
        .name()
        .map(Name::spelling)
        .map(name -> " at point '" + name + "'")
        .orElse(points.size() == 1 ? "" : " at point " + (index + 1));
  }
}
