package gradus.calculus.family;

import gradus.calculus.family.FamilyAgenda.Node;
import gradus.expr.Definition;
import gradus.expr.Index;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Cuts the nodes of one component into portions and puts these in the order of a textbook: base
/// cases, the recursion, starts.
///
/// A portion stands after those that it takes at its own label; what it takes at other labels may
/// be itself, or come later on the page.
public final class Portions {
  private final List<Node> component;
  private final FamilyAgenda agenda;
  private final Order order;
  private final Quantity target;
  private final FamilyAliases aliases;
  private final Map<Node, List<Portion>> portions = new HashMap<>();

  private Portions(
      List<Node> component,
      FamilyAgenda agenda,
      Order order,
      Quantity target,
      FamilyAliases aliases) {
    this.component = component;
    this.agenda = agenda;
    this.order = order;
    this.target = target;
    this.aliases = aliases;
  }

  public static List<Portion> of(
      List<Node> component,
      FamilyAgenda agenda,
      Order order,
      Quantity target,
      FamilyAliases aliases) {
    Portions portions = new Portions(component, agenda, order, target, aliases);
    component.forEach(node -> portions.portions.put(node, portions.cut(node)));
    return portions.inOrder();
  }

  private List<Portion> cut(Node node) {
    List<Reference> references = agenda.references(node);
    if (node.range().isEmpty()) {
      return List.of(new Portion(node.quantity(), Optional.empty(), Optional.empty(), references));
    }
    Range whole = node.range().get();
    List<FamilyPiece> pieces =
        FamilyPiece.surelyCut(whole, references, startsOfNamed(node, references), order)
            .orElseGet(() -> FamilyPiece.cut(whole, references, order));
    return (goesDown() ? pieces.reversed() : pieces)
        .stream().map(piece -> portion(node, piece)).toList();
  }

  private static Portion portion(Node node, FamilyPiece piece) {
    return new Portion(
        node.letter()
            .map(letter -> FamilyAgenda.labelled(node, piece.label(letter)))
            .orElse(node.quantity()),
        node.letter().flatMap(piece::family),
        Optional.of(piece.at()),
        piece.references());
  }

  /// An adjoint with a name is cut where that of its only consumer is, if that one has no name and
  /// leads to names again: then it can be put in, and the recursion is one of names.
  private List<Index> startsOfNamed(Node node, List<Reference> references) {
    if (!isNamed(node) || references.size() != 1) {
      return List.of();
    }
    Reference only = references.getFirst();
    Optional<Node> consumer = user(only);
    if (consumer.isEmpty() || only.offset().isEmpty() || isNamed(consumer.get())) {
      return List.of();
    }
    List<Reference> next = agenda.references(consumer.get());
    boolean closed = next.stream().allMatch(this::isClosed);
    return closed
        ? FamilyPiece.cut(consumer.get().range().orElseThrow(), next, order).stream()
            .map(piece -> piece.at().from().plus(only.offset().get()))
            .toList()
        : List.of();
  }

  /// Whether what is passed down along it comes to names: from the target, from what has a name, or
  /// from what is outside the families and itself leads to no other.
  private boolean isClosed(Reference reference) {
    Definition user = reference.user();
    return user.symbol().equals(target)
        || user(reference).filter(this::isNamed).isPresent()
        || user.family().isEmpty()
            && ((Quantity) user.symbol()).labels().isEmpty()
            && agenda
                .references(
                    new Node((Quantity) user.symbol(), Optional.empty(), Optional.empty(), true))
                .stream()
                .allMatch(this::isClosed);
  }

  private Optional<Node> user(Reference reference) {
    return component.stream()
        .filter(node -> node.quantity().equals(reference.user().symbol()))
        .findFirst();
  }

  private boolean isNamed(Node node) {
    return aliases.of(Partial.total(target, node.quantity())).isPresent();
  }

  /// Whether members refer to members before them, so that adjoints come from the last.
  private boolean goesDown() {
    return component.stream()
        .flatMap(node -> agenda.references(node).stream())
        .filter(reference -> user(reference).isPresent())
        .anyMatch(reference -> reference.offset().orElse(0) < 0);
  }

  private List<Portion> inOrder() {
    List<Portion> waiting = new ArrayList<>();
    int most = portions.values().stream().mapToInt(List::size).max().orElse(0);
    for (int rank = 0; rank < most; rank++) {
      for (Node node : component) {
        List<Portion> own = portions.getOrDefault(node, List.of());
        if (rank < own.size()) {
          waiting.add(own.get(rank));
        }
      }
    }
    List<Portion> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Portion next =
          waiting.stream()
              .filter(portion -> taken(portion).stream().noneMatch(waiting::contains))
              .findFirst()
              .orElseThrow();
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  /// What a portion takes at its own label.
  private List<Portion> taken(Portion portion) {
    List<Portion> all = new ArrayList<>();
    for (Reference reference : portion.references()) {
      Optional<Node> user = user(reference);
      if (user.isPresent() && reference.offset().equals(Optional.of(0))) {
        portions.getOrDefault(user.get(), List.of()).stream()
            .filter(other -> meet(other, portion))
            .forEach(all::add);
      }
    }
    return all;
  }

  private boolean meet(Portion one, Portion other) {
    Range first = one.at().orElseThrow();
    return order.meet(first, other.at().orElseThrow());
  }
}
