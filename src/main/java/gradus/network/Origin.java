package gradus.network;

import gradus.expr.Symbol;
import gradus.syntax.Source;
import gradus.syntax.Span;
import gradus.syntax.Statement;
import java.util.List;
import java.util.Map;

/// Where a problem stands in its source, so that faults of its values can point there: the formula
/// of each definition, each point, each descent.
///
/// @param statements the file as read, so that it can be read again with numbers for its letters
public record Origin(
    Source source,
    List<Statement> statements,
    Map<Symbol, Span> formulas,
    List<Span> points,
    List<Span> descents) {
  public Origin {
    statements = List.copyOf(statements);
    formulas = Map.copyOf(formulas);
    points = List.copyOf(points);
    descents = List.copyOf(descents);
  }

  Span formula(Symbol symbol) {
    return formulas.getOrDefault(symbol, new Span(0, 0));
  }
}
