package gradus.network;

import gradus.calculus.Evaluation;
import gradus.calculus.Evaluation.OnKink;
import gradus.calculus.Functions;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.network.Run.AtPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Passes through graphs, which are compiled once for all points and steps at which the same is
/// known.
final class Passes {
  private final Map<Kind, Evaluation> compiled = new HashMap<>();

  private record Kind(Graph graph, Functions functions, Set<Symbol> known) {}

  AtPoint pass(Site site, Graph graph) {
    return pass(site, graph, site.given());
  }

  /// With other values than those of the point.
  AtPoint pass(Site site, Graph graph, Map<Symbol, Value> values) {
    Evaluation.Result result =
        evaluation(new Kind(graph, site.functions(), values.keySet()))
            .at(values, site.problem().rounding()::rounded);
    return new AtPoint(site.point(), result.values(), kinks(site, result));
  }

  /// A class label moves by whole numbers: no case meets another there.
  private static List<OnKink> kinks(Site site, Evaluation.Result result) {
    Set<Symbol> labels = site.problem().labels().keySet();
    return result.kinks().stream()
        .filter(kink ->
            Formulas.isConstant(kink.argument())
                || !labels.containsAll(Formulas.symbols(kink.argument())))
        .toList();
  }

  private Evaluation evaluation(Kind kind) {
    Evaluation known = compiled.get(kind);
    if (known == null) {
      Set<Symbol> symbols = Set.copyOf(kind.known);
      known = Evaluation.of(kind.graph, kind.functions, symbols);
      compiled.put(new Kind(kind.graph, kind.functions, symbols), known);
    }
    return known;
  }
}
