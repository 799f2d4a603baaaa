package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Derivation.Step;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A derivation in vectors and matrices, entry by entry: every size is a number, every definition,
/// adjoint and line one for each entry. What is true of it, and only that, is true of the whole.
final class WrittenOutDerivation {
  private final Instance instance;
  private final Graph graph;

  /// @param graph the network without adjoints, in whole vectors and matrices
  WrittenOutDerivation(Graph graph, Instance instance) {
    this.instance = instance;
    this.graph = instance.graph(graph);
  }

  /// The network, entry by entry.
  Graph graph() {
    return graph;
  }

  Set<Symbol> entries(Set<Symbol> symbols) {
    Set<Symbol> entries = new LinkedHashSet<>();
    symbols.forEach(symbol -> entries.addAll(entries(symbol)));
    return entries;
  }

  /// Row by row.
  List<Symbol> entries(Symbol symbol) {
    Expr settled = instance.settled(new Ref(symbol));
    return instance.positions(symbol.shape()).stream().map(at -> entry(settled, at)).toList();
  }

  /// The axes of a shape as numbers.
  List<Integer> lengths(Shape shape) {
    List<List<Integer>> positions = instance.positions(shape);
    return positions.getLast();
  }

  /// The fact for each member of the family that it is about.
  List<UnitSum> members(UnitSum fact) {
    return fact.family().isEmpty()
        ? List.of(fact)
        : instance.members(fact.family().get()).stream()
            .map(value -> fact.member(Index.of(value)))
            .toList();
  }

  Derivation of(Derivation derivation) {
    List<Adjoint> adjoints = adjoints(derivation.adjoints(), instance::positions);
    List<Definition> definitions = new ArrayList<>(graph.definitions());
    for (Adjoint adjoint : adjoints) {
      definitions.add(new Definition(adjoint.partial(), adjoint.formula()));
      adjoint
          .alias()
          .ifPresent(alias -> definitions.add(new Definition(alias.name(), alias.meaning())));
    }
    return new Derivation(Graph.of(definitions), adjoints);
  }

  /// @param positions at which entries of an adjoint of that shape are written
  List<Adjoint> adjoints(List<Adjoint> all, Function<Shape, List<List<Integer>>> positions) {
    List<Adjoint> adjoints = new ArrayList<>();
    FamilyMembers members = new FamilyMembers(instance);
    for (Adjoint whole : all) {
      for (Adjoint member : members.of(whole)) {
        for (List<Integer> at : positions.apply(member.partial().shape())) {
          adjoints.add(adjoint(member, at));
        }
      }
    }
    return adjoints;
  }

  private Adjoint adjoint(Adjoint whole, List<Integer> at) {
    Partial partial = (Partial) entry(whole.partial(), at);
    Set<Quantity> recalled = recalled(whole);
    List<Step> steps = whole.steps().stream().map(step -> step(step, at)).toList();
    return new Adjoint(
        partial,
        whole.contributions().stream()
            .flatMap(part -> contributions(part, partial, recalled).stream())
            .toList(),
        steps,
        isLast(whole.formula(), whole.steps())
            ? steps.getLast().formula()
            : written(whole.formula(), at),
        whole.alias().map(alias -> alias(alias, partial, at)));
  }

  private static boolean isLast(Expr formula, List<Step> steps) {
    return !steps.isEmpty() && steps.getLast().formula().equals(formula);
  }

  private static Set<Quantity> recalled(Adjoint whole) {
    Set<Quantity> recalled = new HashSet<>();
    for (Step step : whole.steps()) {
      if (step.reason() instanceof Reason.Recalled(List<Quantity> quantities)) {
        recalled.addAll(quantities);
      }
    }
    return recalled;
  }

  /// The entries of a consumer that mention the entry `by`; all entries of one that is recalled by
  /// name, since a line may use the others too.
  ///
  /// Of the target itself it is the one entry that is derived; the adjoint of another consumer has
  /// the target's indices before its own.
  private List<Contribution> contributions(
      Contribution whole, Partial partial, Set<Quantity> recalled) {
    Quantity by = partial.by();
    List<Contribution> entries = new ArrayList<>();
    for (List<Integer> at : instance.positions(whole.consumer().shape())) {
      Quantity entry = (Quantity) entry(whole.consumer(), at);
      boolean counts = whole.upstream().isPresent() || entry.equals(partial.of());
      if (counts && graph.operands(entry).contains(by)) {
        List<Integer> both = new ArrayList<>();
        partial.of().indices().forEach(index -> both.add(index.constant().orElseThrow()));
        both.addAll(at);
        Optional<Expr> upstream = whole.upstream().map(formula -> written(formula, both));
        entries.add(new Contribution(entry, upstream, new Ref(Partial.direct(entry, by))));
      } else if (recalled.contains(whole.consumer())) {
        entries.add(new Contribution(entry, Optional.of(Formulas.ZERO), Formulas.ZERO));
      }
    }
    return entries;
  }

  private Step step(Step step, List<Integer> at) {
    return new Step(written(step.formula(), at), step.reason());
  }

  private Alias alias(Alias whole, Partial partial, List<Integer> at) {
    return new Alias((Quantity) entry(whole.name(), at), whole.negative(), partial);
  }

  /// Direct partials of entries that do not mention the other are 0.
  private Expr written(Expr formula, List<Integer> at) {
    Expr entry = Instance.entry(formula, at);
    Map<Symbol, Expr> vanishing = new HashMap<>();
    for (Symbol symbol : Formulas.symbols(entry)) {
      if (symbol instanceof Partial(Quantity of, Quantity by, Symbol.Reading reading)
          && reading == Symbol.Reading.DIRECT
          && !graph.operands(of).contains(by)) {
        vanishing.put(symbol, Formulas.ZERO);
      }
    }
    return vanishing.isEmpty() ? entry : Formulas.substitute(entry, vanishing);
  }

  private static Symbol entry(Symbol symbol, List<Integer> at) {
    return entry(new Ref(symbol), at);
  }

  private static Symbol entry(Expr name, List<Integer> at) {
    return ((Ref) Instance.entry(name, at)).symbol();
  }
}
