package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.indices.Ranges;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reverse mode over a graph of definitions: each adjoint is derived once, after those of all its
/// consumers, and from then on used by name.
public final class Differentiator {
  private final Graph graph;
  private final Functions functions;
  private final Map<Partial, Alias> aliases = new LinkedHashMap<>();
  private final Set<Symbol> given;
  private final Map<Partial, Adjoint> adjoints = new LinkedHashMap<>();

  private final Form form;

  private Differentiator(
      Graph graph, Functions functions, List<Alias> aliases, Set<Symbol> given, Form form) {
    this.form = form;
    this.graph = graph;
    this.functions = functions;
    this.given = given;
    aliases.forEach(alias -> this.aliases.put(alias.partial(), alias));
  }

  /// Derives the requested total partials and every adjoint they take.
  ///
  /// @param given symbols with given values: a given partial is not derived
  public static Derivation derive(
      Graph graph,
      Functions functions,
      List<Partial> requests,
      List<Alias> aliases,
      Set<Symbol> given) {
    return derive(graph, functions, requests, aliases, given, Form.SCALAR);
  }

  public static Derivation derive(
      Graph graph,
      Functions functions,
      List<Partial> requests,
      List<Alias> aliases,
      Set<Symbol> given,
      Form form) {
    Differentiator differentiator = new Differentiator(graph, functions, aliases, given, form);
    Map<Quantity, List<Quantity>> byTarget = new LinkedHashMap<>();
    for (Partial request : requests) {
      byTarget.computeIfAbsent(request.of(), _ -> new ArrayList<>()).add(request.by());
    }
    byTarget.forEach(
        (target, quantities) -> differentiator.derive(target, quantities, byTarget.keySet()));
    return differentiator.derivation();
  }

  private void derive(Quantity target, List<Quantity> requested, Set<Quantity> targets) {
    Needed needed = new Needed(graph, target, given, requested);
    AdjointWriter writer =
        form == Form.INDEX
            ? new IndexSteps(graph, functions, target, targets, this::upstream, Ranges.NONE)
            : new Steps(graph, functions, target, targets, this::upstream);
    for (Quantity quantity : needed.inOrder()) {
      Partial partial = Partial.total(target, quantity);
      List<Consumer> consumers =
          needed.consumers(quantity).stream().flatMap(this::consumer).toList();
      Adjoint adjoint = writer.adjoint(partial, consumers, aliases.get(partial));
      adjoints.put(partial, adjoint);
    }
  }

  private Stream<Consumer> consumer(Quantity quantity) {
    return graph.definition(quantity).stream().map(Consumer::of);
  }

  /// How a formula refers to an adjoint: 0 where it vanishes, its name where it has one.
  private Steps.Upstream upstream(Partial partial) {
    Alias alias = aliases.get(partial);
    Expr written = alias == null ? new Expr.Ref(partial) : alias.partialByName();
    Adjoint adjoint = adjoints.get(partial);
    boolean vanishes = adjoint != null && Formulas.isZero(adjoint.formula());
    return new Steps.Upstream(written, vanishes);
  }

  private Derivation derivation() {
    List<Definition> definitions = new ArrayList<>();
    for (Adjoint adjoint : adjoints.values()) {
      definitions.add(new Definition(adjoint.partial(), adjoint.formula()));
      adjoint
          .alias()
          .ifPresent(alias -> definitions.add(new Definition(alias.name(), alias.meaning())));
    }
    return new Derivation(graph.with(definitions), List.copyOf(adjoints.values()));
  }
}
