package gradus.network;

import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.print.PlainText;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import java.util.Comparator;
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

  /// Of a definition that has no slope at any point that was tried.
  public Diagnostic nowhere(Partial direct) {
    String user = PlainText.of(direct.of());
    return Fault.NOWHERE_SMOOTH.at(
        source, formula(direct.of().name()), user, PlainText.of(direct.by()));
  }

  public Span formula(Symbol symbol) {
    return formulas.getOrDefault(symbol, new Span(0, 0));
  }

  /// Where a quantity of a name is defined first, a family or a member of one.
  public Span formula(Name name) {
    return formulas.entrySet().stream()
        .filter(
            entry -> entry.getKey() instanceof Quantity quantity && quantity.name().equals(name))
        .map(Map.Entry::getValue)
        .min(Comparator.comparing(Span::start))
        .orElse(new Span(0, 0));
  }
}
