package gradus.sheet;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.calculus.Differentiator;
import gradus.calculus.Form;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Sheet.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The derivatives of neighbours that the derivation names: the general entry of each, by cases
/// where it vanishes off the diagonal, and as a matrix.
///
/// A vector by a matrix has an entry with three indices, but is no matrix.
final class JacobianSection {
  private final TypedSolution solution;
  private final Problem problem;
  private final Wording wording;

  JacobianSection(TypedSolution solution, Wording wording) {
    this.solution = solution;
    this.problem = solution.problem();
    this.wording = wording;
  }

  /// Empty where a quantity on the way is a matrix itself: a batch.
  Optional<Section> section() {
    List<Partial> pairs =
        new Jacobians(solution)
            .pairs().stream()
                .filter(pair -> !pair.of().shape().times(pair.by().shape()).isScalar())
                .toList();
    if (pairs.isEmpty() || !new Jacobians(solution).areVectors()) {
      return Optional.empty();
    }
    Map<Quantity, List<Chain>> chains = new LinkedHashMap<>();
    for (Partial pair : pairs) {
      chains.computeIfAbsent(pair.of(), _ -> new ArrayList<>()).addAll(jacobian(pair));
    }
    List<Block> blocks = new ArrayList<>();
    chains.forEach((of, equations) -> {
      blocks.add(
          new Paragraph(
              Wording.join(Wording.text("By "), wording.cite(of), Wording.text(", every entry:"))));
      blocks.add(new Equations(equations, Arrangement.STEPS));
    });
    return Optional.of(new Section("The derivatives of neighbours", blocks));
  }

  private List<Chain> jacobian(Partial pair) {
    Definition definition = problem.graph().definition(pair.of()).orElseThrow();
    Adjoint entries =
        Differentiator.derive(
                Graph.of(List.of(definition)),
                problem.functions(),
                List.of(Partial.total(pair.of(), pair.by())),
                List.of(),
                Set.of(),
                Form.INDEX)
            .adjoints()
            .getLast();
    List<Chain> chains = new ArrayList<>();
    chains.add(entry(entries));
    if (pair.of().shape().times(pair.by().shape()).isMatrix()) {
      chains.add(matrix(pair, entries));
    }
    return chains;
  }

  /// Without the line that only says what is to be derived.
  private Chain entry(Adjoint entries) {
    List<Link> links = new ArrayList<>();
    List<Step> steps = entries.steps();
    for (Step step : steps.subList(steps.size() > 1 ? 1 : 0, steps.size())) {
      links.add(Link.equal(step.formula()));
    }
    Kroneckers kroneckers = Kroneckers.of(entries.formula());
    if (!kroneckers.isEmpty()) {
      links.add(Link.equal(kroneckers.cases()));
    }
    return new Chain(new Ref(entries.partial()), links, OptionalInt.empty());
  }

  private Chain matrix(Partial pair, Adjoint entries) {
    Partial at = entries.partial();
    List<Link> links = new ArrayList<>();
    Shape shape = pair.of().shape().times(pair.by().shape());
    boolean gradient = pair.of().shape().isScalar();
    Optional<Name> row = gradient ? letter(at.by()) : letter(at.of());
    Optional<Name> column = gradient ? Optional.empty() : letter(at.by());
    boolean asRow = gradient && solution.numerator();
    Kroneckers kroneckers = Kroneckers.of(entries.formula());
    Expr matrix =
        DottedMatrix.of(
            asRow ? shape.transposed() : shape,
            (i, j) -> {
              Index r = asRow ? j : i;
              boolean equal = !kroneckers.isEmpty() && r.equals(j);
              Expr formula = equal ? kroneckers.whereEqual() : kroneckers.elsewhere();
              return with(with(formula, row, r), column, j);
            });
    links.add(new Link(Relation.EQUAL, matrix, List.of(), List.of()));
    if (!gradient) {
      whole(entries.formula(), row, column, pair)
          .ifPresent(formula -> links.add(Link.equal(formula)));
    }
    return new Chain(new Ref(pair), links, OptionalInt.empty());
  }

  private static Optional<Name> letter(Quantity entry) {
    return entry.indices().size() == 1
        ? entry.indices().getFirst().letters().stream().map(Index.Letter::name).findFirst()
        : Optional.empty();
  }

  private static Expr with(Expr formula, Optional<Name> letter, Index value) {
    return letter.map(name -> Indexing.with(formula, name, value)).orElse(formula);
  }

  /// `W` for `W_ij`, `diag(f'(z))` for `f'(z_i) [i = j]`, `I` for `[i = j]`.
  private Optional<Expr> whole(
      Expr formula, Optional<Name> row, Optional<Name> column, Partial pair) {
    if (row.isEmpty() || column.isEmpty()) {
      return Optional.empty();
    }
    List<Index> at = List.of(Index.of(row.get()), Index.of(column.get()));
    if (formula instanceof Ref(Quantity entry) && entry.indices().equals(at)) {
      return Optional.of(new Ref(whole(entry)));
    }
    if (formula instanceof Kronecker) {
      Index size = pair.of().shape().rows();
      return Optional.of(Formulas.apply(new gradus.expr.Operation.Identity(size)));
    }
    List<Expr> factors = formula instanceof Product(List<Expr> all) ? all : List.of();
    List<Expr> rest = factors.stream().filter(factor -> !(factor instanceof Kronecker)).toList();
    if (rest.size() != factors.size() - 1) {
      return Optional.empty();
    }
    Expr diagonal = unindexed(with(Formulas.product(rest), column, at.getFirst()), at.getFirst());
    boolean free = Formulas.symbols(diagonal).stream().noneMatch(Ranges::isEntry);
    return free ? Optional.of(Formulas.apply(Plain.DIAGONAL_MATRIX, diagonal)) : Optional.empty();
  }

  private Expr unindexed(Expr formula, Index letter) {
    return formula instanceof Ref(Quantity entry) && entry.indices().equals(List.of(letter))
        ? new Ref(whole(entry))
        : Formulas.mapChildren(formula, part -> unindexed(part, letter));
  }

  /// With its shape, as the network has it.
  private Quantity whole(Quantity entry) {
    Quantity bare = Quantity.of(entry.name(), entry.labels());
    return problem.graph().definitions().stream()
        .flatMap(definition -> Formulas.symbols(definition.formula()).stream())
        .filter(bare::equals)
        .map(Quantity.class::cast)
        .findFirst()
        .orElse(bare);
  }
}
