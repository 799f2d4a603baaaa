package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A total partial as a sum over paths: along each path the product of its direct partials.
///
/// @param paths every path from `partial.by()` to `partial.of()`, both ends included
/// @param factored the same with what all paths share put in front and behind: `∂L/∂m · (… + …) ·
///   …`, where m is the last quantity that every path passes
public record Paths(Partial partial, List<Path> paths, Optional<Expr> factored) {
  /// More paths than this are not listed: they multiply with every layer.
  public static final int MOST = 64;

  public Paths {
    paths = List.copyOf(paths);
  }

  /// @param product the direct partials from the target down, by name
  /// @param local the same worked out, functions left as `g'(z)`
  public record Path(List<Quantity> quantities, Expr product, Expr local) {
    public Path {
      quantities = List.copyOf(quantities);
    }
  }

  /// The number of paths, counted without listing them; no more than `Long.MAX_VALUE`.
  public static long count(Graph graph, Partial partial) {
    Map<Symbol, Long> counts = new HashMap<>(Map.of(partial.by(), 1L));
    for (Symbol symbol : graph.definitions().stream().map(d -> d.symbol()).toList()) {
      long count = 0;
      for (Symbol operand : graph.operands(symbol)) {
        long more = counts.getOrDefault(operand, 0L);
        count = count > Long.MAX_VALUE - more ? Long.MAX_VALUE : count + more;
      }
      counts.putIfAbsent(symbol, count);
    }
    return counts.getOrDefault(partial.of(), 0L);
  }

  /// Lists the paths; empty where there are more than [#MOST].
  ///
  /// @param targets quantities of which total partials may stand on the same page
  public static Optional<Paths> of(
      Graph graph, Functions functions, Partial partial, Set<Quantity> targets) {
    if (count(graph, partial) > MOST) {
      return Optional.empty();
    }
    Walk walk = new Walk(graph, functions, partial, targets);
    walk.extend(List.of(partial.by()));
    return Optional.of(new Paths(partial, walk.paths, walk.factored().map(Simplifier::simplified)));
  }

  private static final class Walk {
    private final Graph graph;
    private final Functions functions;
    private final Partial partial;
    private final Set<Symbol> reaching;
    private final Terms terms;
    private final DirectPartials direct;
    private final List<List<Quantity>> found = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();

    Walk(Graph graph, Functions functions, Partial partial, Set<Quantity> targets) {
      this.graph = graph;
      this.functions = functions;
      this.partial = partial;
      this.reaching = graph.ancestors(partial.of());
      this.terms = new Terms(graph);
      this.direct = new DirectPartials(graph, targets);
    }

    /// Depth first over partial paths on an explicit stack, in graph order.
    void extend(List<Quantity> start) {
      List<List<Quantity>> open = new ArrayList<>(List.of(start));
      while (!open.isEmpty()) {
        List<Quantity> path = open.removeLast();
        if (path.getLast().equals(partial.of())) {
          found.add(path);
          paths.add(path(path));
          continue;
        }
        for (Symbol consumer : graph.consumers(path.getLast()).reversed()) {
          if (consumer instanceof Quantity next && reaching.contains(next)) {
            List<Quantity> longer = new ArrayList<>(path);
            longer.add(next);
            open.add(longer);
          }
        }
      }
    }

    private Path path(List<Quantity> path) {
      return new Path(
          path, product(path, this::named), Simplifier.simplified(product(path, this::local)));
    }

    private interface Edge {
      Expr factor(Quantity consumer, Quantity operand);
    }

    private Expr product(List<Quantity> path, Edge edge) {
      List<Expr> factors = new ArrayList<>();
      for (int i = path.size() - 1; i > 0; i--) {
        factors.add(edge.factor(path.get(i), path.get(i - 1)));
      }
      return Formulas.product(factors);
    }

    private Expr named(Quantity consumer, Quantity operand) {
      return direct.written(consumer, operand, terms.mentioning(consumer, operand));
    }

    /// Worked out, unless it comes in cases: on one line `relu'(z)` reads better. Of several
    /// arguments the derivatives have no such short form.
    private Expr local(Quantity consumer, Quantity operand) {
      Expr derivative = LocalDerivative.of(terms.mentioning(consumer, operand), operand, functions);
      Expr expanded = FunctionRules.expanded(derivative, functions);
      Expr whole = graph.definition(consumer).orElseThrow().formula();
      return Simplifier.simplified(
          Formulas.mentionsCases(expanded) && hasPrimesOnly(derivative)
              ? derivative
              : whole instanceof Expr.Call
                  ? Formulas.replace(expanded, whole, new Ref(consumer))
                  : expanded);
    }

    private static boolean hasPrimesOnly(Expr derivative) {
      boolean single =
          !(derivative instanceof Expr.Call call)
              || !call.isDerivative()
              || call.arguments().size() == 1;
      return single && Formulas.children(derivative).stream().allMatch(Walk::hasPrimesOnly);
    }

    /// Empty where there is a single path, or none, or nothing is shared.
    Optional<Expr> factored() {
      if (found.size() < 2) {
        return Optional.empty();
      }
      int tail = shared(found);
      int head = shared(found.stream().map(List::reversed).toList());
      if (tail + head <= 2) {
        return Optional.empty();
      }
      List<Expr> middles = new ArrayList<>();
      for (List<Quantity> path : found) {
        List<Quantity> middle = path.subList(tail - 1, path.size() - head + 1);
        middles.add(Simplifier.simplified(product(middle, this::local)));
      }
      List<Quantity> first = found.getFirst();
      Quantity merge = first.get(first.size() - head);
      List<Expr> factors = new ArrayList<>();
      if (!merge.equals(partial.of())) {
        factors.add(new Ref(Partial.total(partial.of(), merge)));
      }
      factors.add(Formulas.sum(middles));
      if (tail > 1) {
        factors.add(Simplifier.simplified(product(first.subList(0, tail), this::local)));
      }
      return Optional.of(Formulas.product(factors));
    }

    /// How many quantities all paths have in common at their start.
    private static int shared(List<List<Quantity>> paths) {
      int shared = 0;
      List<Quantity> first = paths.getFirst();
      while (shared < first.size()) {
        int index = shared;
        Quantity quantity = first.get(index);
        if (!paths.stream().allMatch(p -> p.size() > index && p.get(index).equals(quantity))) {
          break;
        }
        shared++;
      }
      return shared;
    }
  }
}
