package gradus.network;

import gradus.calculus.Evaluation.OnKink;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A problem at its data: every point forward and backward, then the descent steps.
///
/// @param combined the loss over all points and its gradients, where the problem combines them
public record Run(List<AtPoint> points, Optional<Combined> combined, List<Step> steps) {
  public Run {
    points = List.copyOf(points);
    steps = List.copyOf(steps);
  }

  /// Values of quantities and partials, in the order of the graph; `kinks` are the arguments that
  /// lie on a kink of a function.
  public record AtPoint(Point point, Map<Symbol, Value> values, List<OnKink> kinks) {
    public AtPoint {
      kinks = List.copyOf(kinks);
    }

    public Value value(Symbol symbol) {
      return values.getOrDefault(symbol, new Value.Undefined(Value.Cause.MISSING));
    }
  }

  public record Combined(Value loss, Map<Symbol, Value> gradients) {}

  /// One descent step.
  ///
  /// @param number counts from 1 over all descents of the problem
  /// @param before the pass whose gradients are used, one for each point of the step
  /// @param gradients by parameter, summed or averaged over the points of the step
  /// @param after the same points with the updated values
  public record Step(
      int number,
      Rational rate,
      List<AtPoint> before,
      Map<Quantity, Value> old,
      Map<Quantity, Value> gradients,
      Map<Quantity, Value> updated,
      List<AtPoint> after) {
    public Step {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }
}
