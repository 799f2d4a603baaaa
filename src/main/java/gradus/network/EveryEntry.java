package gradus.network;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Derivation.Step;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A derivation in indices as one of whole vectors and matrices: `∂L/∂W_ij = …` for all i and j is
/// `∂L/∂W` given by its entry formula.
final class EveryEntry {
  private final Map<Quantity, Shape> shapes = new HashMap<>();

  private EveryEntry(Graph graph, List<Quantity> declared) {
    declared.forEach(this::add);
    for (Definition definition : graph.definitions()) {
      add(definition.symbol());
      Formulas.symbols(definition.formula()).forEach(this::add);
    }
  }

  private void add(Symbol symbol) {
    if (symbol instanceof Quantity quantity && !quantity.isEntry()) {
      shapes.put(quantity, quantity.shape());
    }
  }

  /// The name of an adjoint has its shape.
  private void addName(Adjoint adjoint) {
    adjoint
        .alias()
        .map(alias -> named(alias, whole(adjoint.partial())).name())
        .ifPresent(name -> shapes.put(name, name.shape()));
  }

  private Partial whole(Partial partial) {
    return Partial.total(whole(partial.of()), whole(partial.by()));
  }

  /// Adjoints of wholes stay as they are.
  ///
  /// @param declared names that need not occur in the graph
  static Derivation of(Derivation derivation, Graph graph, List<Quantity> declared) {
    EveryEntry every = new EveryEntry(graph, declared);
    derivation.adjoints().forEach(every::addName);
    return new Derivation(
        derivation.graph(), derivation.adjoints().stream().map(every::whole).toList());
  }

  /// An entry by an entry, as the whole by the whole: what is derived holds for all of them.
  ///
  /// @param declared names that need not occur in the graph
  static List<Partial> wholes(List<Partial> partials, Graph graph, List<Quantity> declared) {
    EveryEntry every = new EveryEntry(graph, declared);
    return partials.stream()
        .map(partial -> partial.isEntry() ? every.whole(partial) : partial)
        .distinct()
        .toList();
  }

  private Adjoint whole(Adjoint adjoint) {
    Partial partial = adjoint.partial();
    if (!partial.isEntry()) {
      return ofWhole(adjoint);
    }
    Partial whole = whole(partial);
    List<Index> at = new ArrayList<>(partial.of().indices());
    at.addAll(partial.by().indices());
    List<Name> letters = letters(at);
    return new Adjoint(
        whole,
        adjoint.contributions().stream().map(this::whole).toList(),
        adjoint.steps().stream()
            .map(step ->
                new Step(new ByEntries(letters, whole.shape(), step.formula()), step.reason()))
            .toList(),
        new ByEntries(letters, whole.shape(), adjoint.formula()),
        adjoint.alias().map(alias -> named(alias, whole)),
        adjoint.family());
  }

  /// A number may be passed something by all entries of a vector. An adjoint may go by its name
  /// there.
  private Adjoint ofWhole(Adjoint adjoint) {
    boolean byEntries =
        adjoint.contributions().stream()
            .flatMap(contribution -> contribution.upstream().stream())
            .anyMatch(upstream -> Formulas.mentions(upstream, Symbol::isEntry));
    return byEntries
        ? new Adjoint(
            adjoint.partial(),
            adjoint.contributions().stream().map(this::whole).toList(),
            adjoint.steps(),
            adjoint.formula(),
            adjoint.alias(),
            adjoint.family())
        : adjoint;
  }

  private Quantity whole(Quantity quantity) {
    Quantity bare = quantity.whole();
    return Optional.ofNullable(shapes.get(bare))
        .or(() -> shapes.keySet().stream().flatMap(kin -> shape(kin, bare).stream()).findFirst())
        .map(bare::shaped)
        .orElse(bare);
  }

  /// The shape of a member by that of another: `z[k-1]` has n[k-1] entries, so `z[L]` has n[L].
  private static Optional<Shape> shape(Quantity kin, Quantity member) {
    if (!kin.name().equals(member.name()) || kin.labels().size() != 1) {
      return Optional.empty();
    }
    Index label = kin.labels().getFirst();
    return label.letters().stream()
        .filter(letter -> label.minus(Index.of(letter)).constant().isPresent())
        .findFirst()
        .map(letter -> {
          Index value = member.labels().getFirst().minus(label.minus(Index.of(letter)));
          return kin.shape().with(other -> other.equals(letter) ? value : Index.of(other));
        });
  }

  private Contribution whole(Contribution contribution) {
    return new Contribution(
        whole(contribution.consumer()),
        contribution.upstream().map(this::whole),
        contribution.local(),
        contribution.over());
  }

  /// What is passed down to one entry, as what is passed down to all.
  private Expr whole(Expr upstream) {
    return upstream instanceof Ref(Symbol symbol)
        ? new Ref(symbol.map(this::whole))
        : Formulas.mapChildren(upstream, this::whole);
  }

  private static Alias named(Alias alias, Partial whole) {
    Quantity name = Quantity.of(alias.name().name(), alias.name().labels());
    return new Alias(name.shaped(whole.shape()), alias.negative(), whole);
  }

  /// Along an axis of length 1 the index is 1, and any letter will do.
  private static List<Name> letters(List<Index> at) {
    List<Name> letters = new ArrayList<>();
    for (Index index : at) {
      OptionalInt one = index.constant();
      letters.add(
          one.isPresent()
              ? Name.of("only " + letters.size())
              : index.letters().iterator().next().name());
    }
    return letters;
  }
}
