package gradus.network;

import gradus.expr.Symbol;
import gradus.syntax.Source;
import gradus.syntax.Span;
import java.util.List;
import java.util.Map;

/// Where a problem stands in its source, so that faults of its values can point there: the formula
/// of each definition, each point, each descent, the first size without a number.
public record Origin(
    Source source,
    Map<Symbol, Span> formulas,
    List<Span> points,
    List<Span> descents,
    Span openSize) {
  public Origin {
    formulas = Map.copyOf(formulas);
    points = List.copyOf(points);
    descents = List.copyOf(descents);
  }

  Span formula(Symbol symbol) {
    return formulas.getOrDefault(symbol, new Span(0, 0));
  }
}
