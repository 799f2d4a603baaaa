package gradus.network;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Differentiator;
import gradus.calculus.DirectRoute;
import gradus.calculus.Form;
import gradus.calculus.Instance;
import gradus.calculus.Jacobian;
import gradus.calculus.JacobianWriter;
import gradus.calculus.MatrixHindrance;
import gradus.calculus.MatrixSpelling;
import gradus.calculus.UnitSum;
import gradus.calculus.Verification;
import gradus.calculus.family.Refusal;
import gradus.expr.Definition;
import gradus.expr.Family;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Operation.Along;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Fact;
import gradus.network.Problem.Size;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The derivation of a problem of vectors, matrices and families, and its verification on an
/// instance whose sizes all differ.
public final class TypedDerivation {
  /// As many members as show a first one, a middle one and a last one; and one more.
  private static final List<Integer> MEMBERS = List.of(3, 4);

  private final Problem problem;

  public TypedDerivation(Problem problem) {
    this.problem = problem;
  }

  /// Either a derivation, or a diagnostic that says what of families cannot be derived.
  public record Outcome(Optional<Derivation> derivation, Optional<Diagnostic> refusal) {}

  public Outcome outcome(Form form) {
    try {
      return new Outcome(Optional.of(in(form)), Optional.empty());
    } catch (Refusal.Found found) {
      return new Outcome(
          Optional.empty(), Optional.of(FamilyFault.of(found.refusal(), problem.origin())));
    }
  }

  /// In indices also what a recursion is made of, as far as it can be derived.
  ///
  /// @throws Refusal.Found where [#outcome] says why
  public Derivation in(Form form) {
    return Differentiator.derive(
        form == Form.MATRIX ? inMatrices(problem.graph()) : problem.graph(),
        problem.functions(),
        form == Form.INDEX ? new LocalPartials(problem).all() : List.of(),
        requested(),
        problem.aliases(),
        given(),
        form,
        unitSums());
  }

  /// With the Jacobians of neighbours. Of matrices they have too many axes, and of families too
  /// many members.
  public Derivation withJacobians(Derivation derivation) {
    boolean families =
        Stream.concat(
                derivation.graph().definitions().stream().map(Definition::family),
                derivation.adjoints().stream().map(Adjoint::family))
            .anyMatch(Optional::isPresent);
    return families || !derivation.leadsThroughVectors()
        ? derivation
        : JacobianWriter.beside(derivation, problem.graph(), problem.functions());
  }

  /// What has entries that no product of matrices is, and so no derivation in matrices.
  public Optional<Diagnostic> withoutMatrices() {
    return MatrixHindrance.inDefinition(problem.graph(), problem.partials())
        .map(symbol ->
            Fault.NO_MATRIX_FORM
                .at(
                    problem.origin().source(),
                    problem.origin().formula(symbol),
                    Spelling.of(symbol))
                .suggesting("--form index"));
  }

  /// Entries as the wholes that they are of.
  private List<Partial> requested() {
    return EveryEntry.wholes(problem.partials(), problem.graph(), declared());
  }

  private List<Quantity> declared() {
    return problem.declarations().stream().map(Declaration::quantity).toList();
  }

  /// Whether every definition can be written without letters for indices.
  public boolean hasMatrixSpelling() {
    return problem.graph().definitions().stream()
        .allMatch(definition -> MatrixSpelling.of(definition.formula()).isPresent());
  }

  /// Entry formulas in the spelling of matrices, as far as there is one.
  private static Graph inMatrices(Graph graph) {
    return Graph.of(
        graph.definitions().stream()
            .map(definition ->
                new Definition(
                    definition.symbol(),
                    MatrixSpelling.of(definition.formula()).orElse(definition.formula()),
                    definition.family()))
            .toList());
  }

  public Verification.Report verified(Derivation derivation) {
    return verified(problem.graph(), EveryEntry.of(derivation, problem.graph(), declared()));
  }

  private Verification.Report verified(Graph graph, Derivation derivation) {
    return instances()
        .map(instance ->
            Verification.of(graph, problem.functions(), derivation, given(), unitSums(), instance))
        .reduce(Verification.Report::and)
        .orElseThrow();
  }

  /// Of Jacobians that [#withJacobians] made.
  public List<Verification.Report> verified(List<Jacobian> jacobians) {
    return jacobians.isEmpty()
        ? List.of()
        : new JacobianCheck(problem, unitSums(), differentSizes(Set.of(), MEMBERS.getFirst()))
            .of(jacobians);
  }

  /// Numbers for all letters, as far as possible all different.
  Map<Letter, Integer> differentSizes() {
    return differentSizes(openLengths(), MEMBERS.getFirst());
  }

  private Set<Letter> openLengths() {
    Set<Letter> open = lengths();
    open.removeIf(letter -> !isOpen(letter));
    return open;
  }

  /// Of different lengths, where a length is open.
  private Stream<Instance> instances() {
    Set<Letter> open = openLengths();
    return (open.isEmpty() ? MEMBERS.stream().limit(1) : MEMBERS.stream())
        .map(members -> new Instance(differentSizes(open, members)));
  }

  private boolean isOpen(Letter letter) {
    return problem.sizes().open().stream().anyMatch(size -> size.letter().equals(letter));
  }

  /// Ways around softmax and its Jacobian that come to the same as a derivation in matrices.
  public List<DirectRoute> directRoutes(Derivation matrices) {
    Graph graph = inMatrices(problem.graph());
    return problem.loss().stream()
        .flatMap(loss -> DirectRoute.in(graph, problem.functions(), loss, unitSums()).stream())
        .filter(route ->
            matrices
                .adjoint(route.adjoint().partial())
                .filter(other -> other.formula().equals(route.byOutput(graph)))
                .isPresent())
        .toList();
  }

  public Verification.Report verified(DirectRoute route) {
    return verified(route.graph(), route.derivation());
  }

  /// Numbers for the letters as far as the file and its data tell them.
  public static Map<Letter, Integer> sizes(Problem problem) {
    Map<Letter, Integer> sizes = new HashMap<>(problem.sizes().bound());
    for (Size size : problem.sizes().letters()) {
      size.value().ifPresent(value -> sizes.put(size.letter(), value));
    }
    return sizes;
  }

  /// Whole quantities and partials whose entries are given at every point.
  private Set<Symbol> given() {
    Set<Symbol> whole = new LinkedHashSet<>();
    problem.givenEverywhere().forEach(symbol -> whole.add(symbol.map(Quantity::whole)));
    return whole;
  }

  /// The entries of a one-hot vector, or of each one-hot row, add up to 1.
  private List<UnitSum> unitSums() {
    List<UnitSum> sums = new ArrayList<>();
    for (Declaration declaration : problem.declarations()) {
      if (declaration.facts().stream().anyMatch(Fact.OneHot.class::isInstance)) {
        Shape shape = declaration.quantity().shape();
        Along along = shape.axes().size() == 2 ? Along.ROWS : Along.ALL;
        sums.add(new UnitSum(declaration.quantity(), along, declaration.family()));
      }
    }
    return sums;
  }

  /// From 2 on, so that factors in the wrong order do not fit.
  private Map<Letter, Integer> differentSizes(Set<Letter> lengths, int members) {
    Map<Letter, Integer> sizes = new HashMap<>();
    int next = 2;
    for (Size size : problem.sizes().letters()) {
      if (size.family().isEmpty()) {
        boolean length = lengths.contains(size.letter());
        sizes.put(size.letter(), length ? members : size.value().orElse(next));
        next += length || size.value().isPresent() ? 0 : 1;
      }
    }
    for (Size size : problem.sizes().letters()) {
      if (size.family().isPresent()) {
        Family family = size.family().get();
        int to = number(family.to(), sizes);
        for (int k = number(family.from(), sizes); k <= to; k++) {
          sizes.put(member(size.letter(), family, k), size.value().orElse(next++));
        }
      }
    }
    return sizes;
  }

  private static Letter member(Letter letter, Family family, int value) {
    return new Letter(
        letter.name(),
        letter.labels().stream().map(l -> l.with(family.letter(), Index.of(value))).toList());
  }

  private static int number(Index index, Map<Letter, Integer> sizes) {
    return index
        .with(letter ->
            Optional.ofNullable(sizes.get(letter)).map(Index::of).orElseGet(() -> Index.of(letter)))
        .constant()
        .orElseThrow();
  }

  /// Letters that bound a family.
  private Set<Letter> lengths() {
    Stream<Family> families =
        Stream.of(
                problem.graph().definitions().stream().map(Definition::family),
                problem.declarations().stream().map(Declaration::family),
                problem.sizes().letters().stream().map(Size::family))
            .flatMap(stream -> stream)
            .flatMap(Optional::stream);
    Set<Letter> lengths = new LinkedHashSet<>();
    families.forEach(family -> {
      lengths.addAll(family.from().letters());
      lengths.addAll(family.to().letters());
    });
    return lengths;
  }
}
