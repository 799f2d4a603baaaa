package gradus.calculus.family;

import gradus.expr.Definition;
import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Which quantities and families the requested adjoints of one target take, consumers before what
/// they consume.
///
/// Families that refer to each other in a cycle stand together. Parameters come right after the
/// last that uses them.
public final class FamilyAgenda {
  /// A quantity, or the members of one in a range, that adjoints are taken of.
  ///
  /// @param letter of the range, where it is not a single label
  public record Node(
      Quantity quantity, Optional<Name> letter, Optional<Range> range, boolean defined) {}

  private final FamilyGraph graph;
  private final Quantity target;
  private final Set<Symbol> given;
  private final FamilyAliases aliases;
  private final Set<Definition> reaching;
  private final Map<Node, Set<Node>> consumers = new LinkedHashMap<>();

  public FamilyAgenda(
      FamilyGraph graph, Quantity target, Set<Symbol> given, FamilyAliases aliases) {
    this.graph = graph;
    this.target = target;
    this.given = given;
    this.aliases = aliases;
    List<Definition> starts = new ArrayList<>(graph.definitions(target.name(), Optional.empty()));
    for (Symbol symbol : given) {
      if (symbol instanceof Partial partial && partial.of().equals(target)) {
        starts.addAll(graph.definitions(partial.by().name(), labels(partial.by())));
      }
    }
    this.reaching = graph.ancestors(starts);
  }

  /// The components, each the nodes that stand together.
  public List<List<Node>> of(List<Quantity> requested) {
    requested.forEach(quantity -> nodes(quantity).forEach(this::collect));
    return inOrder();
  }

  /// The references along which the target depends on a node.
  List<Reference> references(Node node) {
    return graph.users(node.quantity().name(), node.range()).stream()
        .filter(reference -> reaching.contains(reference.user()))
        .toList();
  }

  private static Optional<Range> labels(Quantity quantity) {
    return quantity.labels().stream().findFirst().map(label -> new Range(label, label));
  }

  private List<Node> nodes(Quantity quantity) {
    Optional<Name> letter = quantity.labels().stream().findFirst().flatMap(aliases::running);
    Optional<Range> at = letter.isPresent() ? Optional.empty() : labels(quantity);
    List<Node> defined =
        graph.definitions(quantity.name(), at).stream()
            .filter(definition -> letter.isEmpty() || definition.family().isPresent())
            .map(FamilyAgenda::node)
            .toList();
    return defined.isEmpty() ? List.of(parameter(quantity, letter, at)) : defined;
  }

  private static Node node(Definition definition) {
    return new Node(
        (Quantity) definition.symbol(),
        definition.family().map(Family::letter),
        Reference.range(definition),
        true);
  }

  /// A parameter with a letter ranges over the labels at which it is used.
  private Node parameter(Quantity quantity, Optional<Name> letter, Optional<Range> at) {
    Optional<Range> used =
        letter.flatMap(_ ->
            graph.users(quantity.name(), Optional.empty()).stream()
                .flatMap(reference -> reference.at().stream())
                .reduce(graph.order()::hull));
    return new Node(quantity, letter, at.or(() -> used), false);
  }

  private void collect(Node start) {
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (isLeaf(node) || consumers.containsKey(node)) {
        continue;
      }
      Set<Node> along = new LinkedHashSet<>();
      references(node).forEach(reference -> along.add(node(reference.user())));
      along.removeIf(this::isLeaf);
      consumers.put(node, along);
      open.addAll(along);
    }
  }

  /// Nothing is derived for the target itself, nor for a given adjoint.
  private boolean isLeaf(Node node) {
    return node.quantity().equals(target) || given.contains(Partial.total(target, node.quantity()));
  }

  private List<List<Node>> inOrder() {
    List<List<Node>> components = components();
    Map<Node, Integer> places = new HashMap<>();
    for (int i = 0; i < components.size(); i++) {
      for (Node node : components.get(i)) {
        places.put(node, i);
      }
    }
    return Turns.of(components.stream().map(one -> waitedFor(one, places)).toList()).stream()
        .map(components::get)
        .toList();
  }

  /// The other components that consume something of one.
  private Set<Integer> waitedFor(List<Node> component, Map<Node, Integer> places) {
    Set<Integer> others = new HashSet<>();
    for (Node node : component) {
      consumers
          .getOrDefault(node, Set.of())
          .forEach(consumer -> others.add(Objects.requireNonNull(places.get(consumer))));
    }
    others.remove(places.get(component.getFirst()));
    return others;
  }

  /// Parameters first, so that they are next as soon as they can be; then from the last definition
  /// to the first.
  private List<List<Node>> components() {
    List<Node> nodes = new ArrayList<>();
    consumers.keySet().stream().filter(node -> !node.defined()).forEach(nodes::add);
    graph.definitions().reversed().stream()
        .map(FamilyAgenda::node)
        .filter(consumers::containsKey)
        .forEach(nodes::add);
    return Components.of(nodes, node -> consumers.getOrDefault(node, Set.of()));
  }

  /// The quantity with a label in the place of its letter.
  static Quantity labelled(Node node, Index label) {
    return node.letter()
        .map(letter ->
            IndexSubstitution.with(
                node.quantity(),
                other -> other.equals(Index.Letter.of(letter)) ? label : Index.of(other)))
        .orElse(node.quantity());
  }
}
