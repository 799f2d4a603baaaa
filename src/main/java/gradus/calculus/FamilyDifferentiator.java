package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.family.FamilyGraph;
import gradus.calculus.family.Refusal;
import gradus.calculus.indices.Ranges;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reverse mode over a graph with families: each adjoint is derived piece by piece, for all members
/// at once where the same definitions use them.
///
/// The recursion over layers and backpropagation through time are this; what it takes at another
/// label it refers to by name.
final class FamilyDifferentiator {
  /// A writer of steps for one target.
  @FunctionalInterface
  interface Writers {
    /// @param ranges of letters, that of the piece among them
    AdjointWriter of(Quantity target, Function<Partial, Upstream> upstreams, Ranges ranges);
  }

  /// An adjoint that is derived, and the labels that it holds for.
  private record Derived(Portion portion, Adjoint adjoint) {}

  private final FamilyGraph graph;
  private final RunningAliases aliases;
  private final Set<Symbol> given;
  private final Set<Name> letters;
  private final Map<Partial, Members.Between> members = new LinkedHashMap<>();
  private final Map<Name, List<Derived>> derived = new LinkedHashMap<>();
  private final List<Adjoint> adjoints = new ArrayList<>();

  /// @throws Refusal.Found where the families of the graph cannot be followed
  FamilyDifferentiator(Graph graph, List<Alias> aliases, Set<Symbol> given) {
    this.graph = FamilyGraph.of(graph);
    this.aliases = new RunningAliases(aliases, graph);
    this.given = given;
    this.letters = IndexLetters.of(graph).taken();
  }

  static boolean concerns(Graph graph) {
    return graph.definitions().stream()
        .anyMatch(
            definition -> definition.family().isPresent() || sumsOverMembers(definition.formula()));
  }

  /// `Σ_k |W[k]|²`, where nothing else is a family.
  private static boolean sumsOverMembers(Expr formula) {
    return Formulas.anyMatch(
        formula,
        part ->
            part instanceof Expr.IndexSum sum && BoundLetters.isLabel(sum.body(), sum.letter()));
  }

  /// Whether a member can be derived by another.
  boolean leadsTo(Partial partial) {
    try {
      between(partial);
      return true;
    } catch (Refusal.Found _) {
      return false;
    }
  }

  private Members.Between between(Partial partial) {
    return members.computeIfAbsent(
        partial, ends -> Members.of(graph, ends.of(), ends.by(), aliases));
  }

  /// @param between derives a partial in a graph without families
  /// @throws Refusal.Found where a request cannot be derived
  List<Adjoint> derive(
      Map<Quantity, List<Quantity>> requests,
      Writers writers,
      BiFunction<Graph, Partial, Derivation> between) {
    requests.forEach((target, requested) -> {
      if (target.labels().isEmpty()) {
        derive(target, requested, writers);
      } else {
        requested.forEach(by -> deriveMember(Partial.total(target, by), between));
      }
    });
    return List.copyOf(adjoints);
  }

  /// `∂a[k+1]/∂a[k]`, for every k at which all members between exist; those between are put in.
  private void deriveMember(Partial partial, BiFunction<Graph, Partial, Derivation> between) {
    Members.Between members = between(partial);
    Map<Partial, Adjoint> known = new LinkedHashMap<>();
    for (Adjoint adjoint : between.apply(members.graph(), partial).adjoints()) {
      Adjoint whole =
          Insertion.complete(
                  adjoint, taken -> Optional.ofNullable(known.get(whole(taken))), Ranges.NONE)
              .orElse(adjoint);
      known.put(whole(adjoint.partial()), whole);
      if (adjoints.stream().noneMatch(other -> other.partial().equals(adjoint.partial()))) {
        adjoints.add(withFamily(whole, members.family()));
      }
    }
  }

  /// Without indices.
  private static Partial whole(Partial partial) {
    return Partial.total(
        Quantity.of(partial.of().name(), partial.of().labels()),
        Quantity.of(partial.by().name(), partial.by().labels()));
  }

  private static Adjoint withFamily(Adjoint adjoint, Optional<Family> family) {
    return new Adjoint(
        adjoint.partial(),
        adjoint.contributions(),
        adjoint.steps(),
        adjoint.formula(),
        adjoint.alias(),
        family);
  }

  private void derive(Quantity target, List<Quantity> requested, Writers writers) {
    derived.clear();
    FamilyAgenda agenda = new FamilyAgenda(graph, target, given, aliases);
    for (List<FamilyAgenda.Node> component : agenda.of(requested)) {
      Portions.of(component, agenda, graph.order(), target, aliases)
          .forEach(portion -> write(target, portion, writers));
    }
  }

  private void write(Quantity target, Portion portion, Writers writers) {
    Partial partial = Partial.total(target, portion.quantity());
    List<Consumer> consumers = PortionConsumers.of(portion, letters);
    List<Family> ranges = new ArrayList<>(portion.family().stream().toList());
    consumers.forEach(consumer -> consumer.over().ifPresent(ranges::add));
    Ranges known = known(portion, ranges);
    Adjoint adjoint =
        writers
            .of(target, upstream -> upstream(upstream, ranges, known), known)
            .adjoint(partial, consumers, aliases.of(partial).orElse(null));
    Adjoint piece = withFamily(adjoint, portion.family());
    Adjoint closed =
        Insertion.of(piece, unnamed -> derivedAs(unnamed, ranges, known), known).orElse(piece);
    adjoints.add(closed);
    derived
        .computeIfAbsent(portion.quantity().name(), _ -> new ArrayList<>())
        .add(new Derived(portion, closed));
  }

  /// What is known of the letters where a portion has labels.
  private Ranges known(Portion portion, List<Family> families) {
    Ranges known =
        portion.at().map(at -> graph.order().notEmpty(at)).orElse(graph.order()).ranges();
    for (Family family : families) {
      known = known.with(family.letter(), family.from(), family.to());
    }
    return known;
  }

  /// How a portion refers to an adjoint: by the name it has. Its formula is known where one piece
  /// holds at that label, or all vanish.
  private Upstream upstream(Partial partial, List<Family> ranges, Ranges known) {
    Optional<Alias> alias = aliases.of(partial);
    Expr written = alias.map(Alias::partialByName).orElse(new Ref(partial));
    List<Derived> pieces = pieces(partial.by(), ranges, known);
    boolean vanishes =
        !pieces.isEmpty()
            && pieces.stream().allMatch(piece -> Formulas.isZero(piece.adjoint().formula()));
    Optional<Expr> formula =
        vanishes || pieces.size() == 1
            ? Optional.of(member(pieces.getFirst(), partial.by()))
            : Optional.empty();
    return new Upstream(partial, written, formula);
  }

  /// The formula of a piece with a label put in.
  private static Expr member(Derived piece, Quantity by) {
    Expr formula = piece.adjoint().formula();
    return piece
        .portion()
        .family()
        .map(family -> Indexing.with(formula, family.letter(), by.labels().getFirst()))
        .orElse(formula);
  }

  /// The pieces of an adjoint that may be taken at a label, its letters running over their ranges.
  private List<Derived> pieces(Quantity by, List<Family> ranges, Ranges known) {
    List<Derived> all = derived.getOrDefault(by.name(), List.of());
    Optional<Range> at = by.labels().stream().findFirst().map(label -> range(label, ranges));
    return at.isEmpty()
        ? all
        : all.stream()
            .filter(piece -> !areApart(piece.portion().at().orElseThrow(), at.get(), known))
            .toList();
  }

  private static boolean areApart(Range one, Range other, Ranges known) {
    return known.surelyAtMost(one.to().plus(1), other.from())
        || known.surelyAtMost(other.to().plus(1), one.from());
  }

  private static Range range(Index label, List<Family> ranges) {
    Index from = label;
    Index to = label;
    for (Family family : ranges) {
      from = from.with(family.letter(), family.from());
      to = to.with(family.letter(), family.to());
    }
    return new Range(from, to);
  }

  /// The one piece that holds at all labels at which an adjoint is taken.
  private Optional<Adjoint> derivedAs(Partial partial, List<Family> ranges, Ranges known) {
    List<Derived> pieces = pieces(partial.by(), ranges, known);
    return pieces.size() == 1 ? Optional.of(pieces.getFirst().adjoint()) : Optional.empty();
  }

  static List<Definition> definitions(List<Adjoint> adjoints) {
    List<Definition> definitions = new ArrayList<>();
    for (Adjoint adjoint : adjoints) {
      definitions.add(new Definition(adjoint.partial(), adjoint.formula(), adjoint.family()));
      adjoint
          .alias()
          .ifPresent(alias ->
              definitions.add(new Definition(alias.name(), alias.meaning(), adjoint.family())));
    }
    return definitions;
  }
}
