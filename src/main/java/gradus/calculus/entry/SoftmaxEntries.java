package gradus.calculus.entry;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The entries of softmax among the definitions of a graph, each with its neighbours.
public final class SoftmaxEntries {
  private final Graph graph;
  private final Map<Expr, List<Quantity>> names = new HashMap<>();
  private final Map<Quantity, Optional<SoftmaxEntry>> entries = new HashMap<>();

  public SoftmaxEntries(Graph graph) {
    this.graph = graph;
    for (Definition definition : graph.definitions()) {
      if (definition.symbol() instanceof Quantity name
          && !SoftmaxEntry.exponents(definition.formula()).isEmpty()) {
        names.computeIfAbsent(definition.formula(), _ -> new ArrayList<>()).add(name);
      }
    }
  }

  /// Empty where the definition is another, or a neighbour has no name.
  public Optional<SoftmaxEntry> of(Quantity name) {
    return entries.computeIfAbsent(name, this::entry);
  }

  private Optional<SoftmaxEntry> entry(Quantity name) {
    Expr formula = graph.definition(name).orElseThrow().formula();
    List<Expr> exponents = SoftmaxEntry.exponents(formula);
    if (exponents.isEmpty() || Formulas.symbols(exponents.getFirst()).isEmpty()) {
      return Optional.empty();
    }
    Expr total = ((Product) formula).factors().getLast();
    List<Quantity> neighbours = new ArrayList<>();
    for (Expr exponent : exponents) {
      Expr quotient = Formulas.product(Formulas.call("exp", exponent), total);
      (quotient.equals(formula) ? Optional.of(name) : neighbour(quotient, name))
          .ifPresent(neighbours::add);
    }
    return neighbours.size() == exponents.size()
        ? Optional.of(new SoftmaxEntry(name, exponents, neighbours))
        : Optional.empty();
  }

  /// One of the same name first: a network may take softmax of one vector twice.
  private Optional<Quantity> neighbour(Expr quotient, Quantity name) {
    List<Quantity> all = names.getOrDefault(quotient, List.of());
    return all.stream()
        .filter(neighbour -> neighbour.name().equals(name.name()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}
