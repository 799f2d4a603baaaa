package gradus.calculus.family;

import gradus.expr.Definition;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A graph of definitions of which some are families: a node is a definition with all its members,
/// an edge a reference to a range of labels.
public final class FamilyGraph {
  private final List<Definition> definitions;
  private final Map<Name, List<Definition>> byName = new LinkedHashMap<>();
  private final Map<Definition, List<Reference>> references = new LinkedHashMap<>();
  private final Map<Name, List<Reference>> users = new LinkedHashMap<>();
  private final Order order;

  private FamilyGraph(List<Definition> definitions) {
    this.definitions = definitions;
    Order known = new Order(Map.of());
    for (Definition definition : definitions) {
      List<Reference> own = ReferenceReader.of(definition);
      references.put(definition, own);
      Name name = ((Quantity) definition.symbol()).name();
      byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(definition);
      own.forEach(reference ->
          users
              .computeIfAbsent(reference.quantity().name(), _ -> new ArrayList<>())
              .add(reference));
      Optional<Range> range = definition.family().flatMap(_ -> Reference.range(definition));
      if (range.isPresent()) {
        known = known.notEmpty(range.get());
      }
    }
    this.order = known;
  }

  /// @throws Refusal.Found where a label cannot be followed
  public static FamilyGraph of(Graph graph) {
    FamilyGraph families =
        new FamilyGraph(graph.definitions().stream().map(ReferenceReader::normal).toList());
    FamilyCycles.check(families);
    return families;
  }

  /// Each with its letter for its label.
  public List<Definition> definitions() {
    return definitions;
  }

  /// Labels are compared where no range of a definition is empty.
  public Order order() {
    return order;
  }

  public List<Reference> references(Definition user) {
    return references.getOrDefault(user, List.of());
  }

  /// References to labels of a range, or to the quantity without labels, in graph order.
  public List<Reference> users(Name quantity, Optional<Range> labels) {
    return users.getOrDefault(quantity, List.of()).stream()
        .filter(reference -> meet(reference.at(), labels))
        .toList();
  }

  /// The definitions that a reference leads to.
  public List<Definition> definitions(Reference reference) {
    return definitions(reference.quantity().name(), reference.at());
  }

  public List<Definition> definitions(Name name, Optional<Range> labels) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(definition -> meet(Reference.range(definition), labels))
        .toList();
  }

  /// The definitions that a definition uses.
  Set<Definition> operands(Definition user) {
    Set<Definition> used = new LinkedHashSet<>();
    references(user).forEach(reference -> used.addAll(definitions(reference)));
    return used;
  }

  private boolean meet(Optional<Range> one, Optional<Range> other) {
    return one.isEmpty() || other.isEmpty() || order.meet(one.get(), other.get());
  }

  /// Every definition that one of the given ones uses, directly or not, and these.
  public Set<Definition> ancestors(List<Definition> starts) {
    Set<Definition> reached = new LinkedHashSet<>(starts);
    Deque<Definition> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      for (Definition used : operands(open.pop())) {
        if (reached.add(used)) {
          open.push(used);
        }
      }
    }
    return reached;
  }
}
