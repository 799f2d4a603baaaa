package gradus.network.run;

import gradus.expr.Definition;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.Explanation;
import gradus.network.Origin;
import gradus.network.Site;
import gradus.network.Trouble;
import gradus.network.run.Run.AtPoint;
import gradus.syntax.source.Span;

/// Reports definitions that have no value at a point although everything they use has one.
public record DomainFaults(Origin origin, Diagnostics report) {
  /// @param when in which step, or empty
  public void report(Graph graph, Site site, AtPoint pass, String when) {
    Trouble.Search search = new Trouble.Search(site.functions(), pass.values());
    for (Definition definition : graph.definitions()) {
      if (pass.value(definition.symbol()) instanceof Undefined(Cause cause)
          && cause != Cause.MISSING) {
        search
            .in(definition.formula())
            .filter(trouble -> !isConvention(definition.symbol(), trouble))
            .ifPresent(trouble ->
                new Explanation(report)
                    .tell(
                        place(graph, definition.symbol()),
                        Citation.of(definition),
                        trouble,
                        search,
                        when + site.where()));
      }
    }
  }

  /// On a kink that a convention leaves undefined, a derivative has no value, and that is right.
  private static boolean isConvention(Symbol symbol, Trouble trouble) {
    return symbol instanceof Partial && trouble.cause() == Cause.NO_BRANCH;
  }

  /// The formula of a quantity; of a partial, that of the first consumer.
  private Span place(Graph graph, Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity -> origin.formula(quantity);
      case Updated(Quantity quantity) -> origin.formula(quantity);
      case Partial(Quantity of, Quantity by, _) ->
          graph.consumers(by).stream()
              .filter(Quantity.class::isInstance)
              .findFirst()
              .map(origin::formula)
              .orElse(origin.formula(of));
    };
  }
}
