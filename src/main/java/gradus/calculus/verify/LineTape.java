package gradus.calculus.verify;

import gradus.calculus.rule.Functions;
import gradus.calculus.verify.FiniteDifference.Estimate;
import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line of an adjoint in doubles, its unfinished derivatives taken as differences.
final class LineTape {
  private final Functions functions;
  private final List<Difference> differences = new ArrayList<>();
  private final FormulaTape line;

  private record Difference(Quantity name, FormulaTape body, Quantity by) {}

  LineTape(Expr line, Functions functions) {
    this.functions = functions;
    this.line = FormulaTape.of(withDifferences(line), functions);
  }

  /// `NaN` where the line or one of the differences is undefined.
  double at(Map<Symbol, Value> world) {
    Map<Symbol, Value> extended = differences.isEmpty() ? world : new HashMap<>(world);
    for (Difference difference : differences) {
      Optional<Estimate> slope = difference.body.slope(difference.by, world);
      slope.ifPresent(found -> extended.put(difference.name, Value.of(found.value())));
    }
    return line.at(extended);
  }

  private Expr withDifferences(Expr expr) {
    if (expr instanceof Derivative(Expr body, Quantity by)) {
      Quantity name = Quantity.of("difference " + differences.size());
      differences.add(new Difference(name, FormulaTape.of(body, functions), by));
      return new Ref(name);
    }
    return Formulas.mapChildren(expr, this::withDifferences);
  }
}
