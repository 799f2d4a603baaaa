package gradus.network;

import gradus.calculus.Evaluation.OnKink;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem.Point;
import gradus.syntax.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A problem at its data: every point forward and backward, then the descent steps.
///
/// @param combined the loss over all points and its gradients, where the problem combines them
/// @param contradictions given values that differ from what the others make them
public record Run(
    List<AtPoint> points,
    Optional<Combined> combined,
    List<Step> steps,
    List<Contradiction> contradictions) {
  public Run {
    points = List.copyOf(points);
    steps = List.copyOf(steps);
    contradictions = List.copyOf(contradictions);
  }

  /// Runs a problem through its own derivation. Where a formula has no value the diagnostics say
  /// so, and the steps end.
  public static Outcome of(Derived derived) {
    return new Runner(derived).outcome();
  }

  public record Outcome(Run run, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Values of quantities and partials, in the order of the graph; `kinks` are the arguments that
  /// lie on a kink of a function.
  public record AtPoint(Point point, Map<Symbol, Value> values, List<OnKink> kinks) {
    public AtPoint {
      kinks = List.copyOf(kinks);
    }

    public Value value(Symbol symbol) {
      return Value.in(values, symbol);
    }
  }

  public record Combined(Value loss, Map<Symbol, Value> gradients) {}

  /// One descent step.
  ///
  /// @param number counts from 1 over all descents of the problem
  /// @param descent the index of its descent
  /// @param before the pass whose gradients are used, one for each point of the step
  /// @param gradients by parameter, summed or averaged over the points of the step
  /// @param after the same points with the updated values, forward only
  public record Step(
      int number,
      int descent,
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

  /// `given` for `symbol` at a point, where the other values make it `computed`.
  public record Contradiction(Point point, Symbol symbol, Value given, Value computed) {}
}
