package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Values of formulas and graphs.
public final class Evaluation {
  private Evaluation() {}

  /// An argument that lies on a kink: `function` is called at `argument`; `used` is the derivative
  /// that the convention takes there, empty where it is undefined.
  public record OnKink(Expr argument, Name function, Value at, Optional<Value> used) {}

  /// Values of everything given and everything defined, in graph order; what lacks an operand is
  /// Undefined(MISSING). Kinks are those met while evaluating definitions of quantities.
  public record Result(Map<Symbol, Value> values, List<OnKink> kinks) {}

  /// Evaluates every definition of the graph; a given value replaces the definition's.
  ///
  /// @param rounded what becomes of each value before it is used
  public static Result of(
      Graph graph,
      Functions functions,
      Map<Symbol, Value> given,
      BiFunction<Symbol, Value, Value> rounded) {
    throw new UnsupportedOperationException();
  }

  /// The value of one formula.
  public static Value of(Expr formula, Functions functions, Map<Symbol, Value> values) {
    throw new UnsupportedOperationException();
  }
}
