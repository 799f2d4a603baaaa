package gradus.calculus;

import gradus.calculus.entry.UnitSum;
import gradus.calculus.family.Refusal;
import gradus.calculus.indices.IndexLetters;
import gradus.calculus.indices.Ranges;
import gradus.calculus.rule.Functions;
import gradus.calculus.step.AdjointWriter;
import gradus.calculus.step.Agenda;
import gradus.calculus.step.Consumer;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Alias;
import gradus.calculus.step.Form;
import gradus.calculus.step.IndexSteps;
import gradus.calculus.step.MatrixSteps;
import gradus.calculus.step.ScalarSteps;
import gradus.calculus.step.Upstream;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reverse mode over a graph of definitions: each adjoint is derived once, after those of all its
/// consumers, and from then on used by name.
public final class Differentiator {
  private final Graph graph;
  private final IndexLetters letters;
  private final Functions functions;
  private final Map<Partial, Alias> aliases = new LinkedHashMap<>();
  private final Set<Symbol> given;
  private final Form form;
  private final List<UnitSum> facts;
  private final Map<Partial, Adjoint> adjoints = new LinkedHashMap<>();

  private Differentiator(
      Graph graph,
      IndexLetters letters,
      Functions functions,
      List<Alias> aliases,
      Set<Symbol> given,
      Form form,
      List<UnitSum> facts) {
    this.graph = graph;
    this.letters = letters;
    this.functions = functions;
    this.given = given;
    this.form = form;
    this.facts = List.copyOf(facts);
    aliases.forEach(alias -> this.aliases.put(alias.partial(), alias));
  }

  /// The same of numbers, without facts.
  public static Derivation derive(
      Graph graph,
      Functions functions,
      List<Partial> requests,
      List<Alias> aliases,
      Set<Symbol> given) {
    return derive(graph, functions, requests, aliases, given, Form.SCALAR, List.of());
  }

  /// The same without facts.
  public static Derivation derive(
      Graph graph,
      Functions functions,
      List<Partial> requests,
      List<Alias> aliases,
      Set<Symbol> given,
      Form form) {
    return derive(graph, functions, requests, aliases, given, form, List.of());
  }

  private static Map<Quantity, List<Quantity>> byTarget(List<Partial> requests) {
    Map<Quantity, List<Quantity>> byTarget = new LinkedHashMap<>();
    for (Partial request : requests) {
      byTarget.computeIfAbsent(request.of(), _ -> new ArrayList<>()).add(request.by());
    }
    return byTarget;
  }

  /// Derives the requested total partials and every adjoint they take.
  ///
  /// @param given symbols with given values: a given partial is not derived
  /// @param facts what is known of the data, where a step needs it
  /// @throws Refusal.Found where families cannot be derived
  public static Derivation derive(
      Graph graph,
      Functions functions,
      List<Partial> requests,
      List<Alias> aliases,
      Set<Symbol> given,
      Form form,
      List<UnitSum> facts) {
    return derive(graph, functions, List.of(), requests, aliases, given, form, facts);
  }

  /// @param besides of members of families by members, before the requests: those that cannot be
  ///   derived are left out
  public static Derivation derive(
      Graph graph,
      Functions functions,
      List<Partial> besides,
      List<Partial> requests,
      List<Alias> aliases,
      Set<Symbol> given,
      Form form,
      List<UnitSum> facts) {
    Differentiator differentiator =
        new Differentiator(graph, IndexLetters.of(graph), functions, aliases, given, form, facts);
    return differentiator.derive(besides, requests);
  }

  /// The derivatives of one definition of a graph, entry by entry, by what it names, all else held
  /// fixed.
  ///
  /// @param letters of entries: those of the whole graph
  static Derivation ofDefinition(
      Graph graph, IndexLetters letters, Functions functions, Quantity defined, List<Quantity> by) {
    Graph alone = Graph.of(List.of(graph.definition(defined).orElseThrow()));
    return new Differentiator(alone, letters, functions, List.of(), Set.of(), Form.INDEX, List.of())
        .derive(List.of(), by.stream().map(quantity -> Partial.total(defined, quantity)).toList());
  }

  private Derivation derive(List<Partial> besides, List<Partial> requests) {
    if (FamilyDifferentiator.concerns(graph)) {
      return deriveFamilies(besides, requests);
    }
    Map<Quantity, List<Quantity>> byTarget = byTarget(requests);
    byTarget.forEach((target, quantities) -> derive(target, quantities, byTarget.keySet()));
    return derivation();
  }

  private Derivation deriveFamilies(List<Partial> besides, List<Partial> requests) {
    FamilyDifferentiator families =
        new FamilyDifferentiator(graph, List.copyOf(aliases.values()), given);
    Map<Quantity, List<Quantity>> byTarget =
        byTarget(
            Stream.concat(besides.stream().filter(families::leadsTo), requests.stream())
                .distinct()
                .toList());
    List<Adjoint> pieces =
        families.derive(
            byTarget,
            (target, upstreams, ranges) ->
                writer(target, byTarget.keySet(), upstreams, ranges, form),
            this::between);
    return new Derivation(graph.with(FamilyDifferentiator.definitions(pieces)), pieces);
  }

  /// The derivative of a vector or matrix by another has up to four axes; its entries are written
  /// in indices, with letters that mean nothing in the whole network.
  private Derivation between(Graph members, Partial partial) {
    return new Differentiator(
            members, letters, functions, List.of(), given, written(partial.of()), facts)
        .derive(List.of(), List.of(partial));
  }

  private AdjointWriter writer(
      Quantity target,
      Set<Quantity> targets,
      Function<Partial, Upstream> upstreams,
      Ranges ranges,
      Form written) {
    return switch (written) {
      case SCALAR -> new ScalarSteps(graph, functions, target, targets, upstreams);
      case INDEX ->
          new IndexSteps(graph, letters, functions, target, targets, upstreams, facts, ranges);
      case MATRIX -> new MatrixSteps(graph, functions, target, targets, upstreams, facts);
    };
  }

  private void derive(Quantity target, List<Quantity> requested, Set<Quantity> targets) {
    Agenda needed = new Agenda(graph, target, given, requested);
    List<Quantity> quantities = needed.inOrder();
    AdjointWriter writer = writer(target, targets, this::upstream, Ranges.NONE, written(target));
    for (Quantity quantity : quantities) {
      Partial partial = Partial.total(target, quantity);
      List<Consumer> consumers =
          needed.consumers(quantity).stream().flatMap(this::consumer).toList();
      Adjoint adjoint = writer.adjoint(partial, consumers, aliases.get(partial));
      adjoints.put(partial, adjoint);
    }
  }

  /// What is passed down from a number has the shape of what it is passed to; derivatives of
  /// vectors and matrices are written in indices.
  private Form written(Quantity target) {
    return form == Form.MATRIX && !target.shape().isScalar() ? Form.INDEX : form;
  }

  private Stream<Consumer> consumer(Quantity quantity) {
    return graph.definition(quantity).stream().map(Consumer::of);
  }

  /// How a formula refers to an adjoint: by the name it has in the network file, if it has one.
  private Upstream upstream(Partial partial) {
    Alias alias = aliases.get(partial);
    Expr written = alias == null ? new Expr.Ref(partial) : alias.partialByName();
    return new Upstream(
        partial, written, Optional.ofNullable(adjoints.get(partial)).map(Adjoint::formula));
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
