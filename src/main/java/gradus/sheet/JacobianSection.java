package gradus.sheet;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Operation;
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

/// The derivatives of neighbours that the derivation names: the general entry of each, by cases
/// where it vanishes off the diagonal, and as a matrix.
///
/// A vector by a matrix has an entry with three indices, but is no matrix.
final class JacobianSection {
  private final TypedSolution solution;
  private final Problem problem;
  private final Jacobians jacobians;
  private final Wording wording;

  JacobianSection(TypedSolution solution, Wording wording) {
    this.jacobians = new Jacobians(solution);
    this.solution = solution;
    this.problem = solution.problem();
    this.wording = wording;
  }

  /// Empty where a quantity on the way is a matrix itself: a batch.
  Optional<Section> section() {
    List<Partial> pairs =
        jacobians.pairs().stream()
            .filter(pair -> !pair.of().shape().times(pair.by().shape()).isScalar())
            .toList();
    if (pairs.isEmpty() || !jacobians.areVectors()) {
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
    Adjoint entries = jacobians.entries(pair);
    Partial at = entries.partial();
    List<Chain> chains = new ArrayList<>();
    chains.add(entry(at.of().isEntry() ? new Ref(at) : jacobians.name(pair, at), entries));
    if (pair.of().shape().times(pair.by().shape()).isMatrix()) {
      chains.add(matrix(jacobians.name(pair, pair), pair, entries));
    } else {
      column(pair, entries).ifPresent(chains::add);
    }
    return chains;
  }

  /// Without the line that only says what is to be derived.
  private Chain entry(Expr name, Adjoint entries) {
    List<Link> links = new ArrayList<>();
    List<Step> steps = entries.steps();
    for (Step step : steps.subList(steps.size() > 1 ? 1 : 0, steps.size())) {
      links.add(Link.equal(step.formula()));
    }
    Kroneckers kroneckers = Kroneckers.of(entries.formula());
    if (!kroneckers.isEmpty()) {
      links.add(Link.equal(kroneckers.cases()));
    }
    return new Chain(name, links, OptionalInt.empty());
  }

  private Chain matrix(Expr name, Partial pair, Adjoint entries) {
    Partial at = entries.partial();
    List<Link> links = new ArrayList<>();
    Shape shape = pair.of().shape().times(pair.by().shape());
    boolean gradient = pair.of().shape().isScalar();
    List<Index> indices = new ArrayList<>(at.of().indices());
    indices.addAll(at.by().indices());
    Optional<Name> row = letter(indices, 0);
    Optional<Name> column = letter(indices, 1);
    boolean asRow = gradient && solution.numerator();
    Expr formula = named(pair, entries);
    Kroneckers kroneckers = Kroneckers.of(formula);
    Expr matrix =
        DottedMatrix.of(
            asRow ? shape.transposed() : shape,
            (i, j) -> {
              boolean equal = !kroneckers.isEmpty() && i.equals(j);
              Expr part = equal ? kroneckers.whereEqual() : kroneckers.elsewhere();
              return with(with(part, row, asRow ? j : i), column, asRow ? i : j);
            });
    links.add(new Link(Relation.EQUAL, matrix, List.of(), List.of()));
    if (!gradient) {
      new WholeJacobian(problem, pair)
          .of(formula, row, column)
          .ifPresent(whole -> links.add(Link.equal(whole)));
    }
    return new Chain(name, links, OptionalInt.empty());
  }

  private static Optional<Name> letter(List<Index> indices, int axis) {
    return indices.stream()
        .skip(axis)
        .limit(1)
        .flatMap(index -> index.letters().stream())
        .map(Index.Letter::name)
        .findFirst();
  }

  private static Expr with(Expr formula, Optional<Name> letter, Index value) {
    return letter.map(name -> Indexing.with(formula, name, value)).orElse(formula);
  }

  /// Of a function that has cases, `relu'(z_i) [i = j]`: cases would not go into a matrix.
  private Expr named(Partial pair, Adjoint entries) {
    Definition definition = problem.graph().definition(pair.of()).orElseThrow();
    boolean hasCases =
        definition.formula() instanceof Call(_, _, _, List<Expr> arguments)
            && arguments.equals(List.of(new Ref(pair.by())))
            && mentionsCases(entries.formula());
    if (!hasCases) {
      return entries.formula();
    }
    Call call = (Call) definition.formula();
    Call derivative =
        new Call(
            call.function(), call.labels(), List.of(1), List.of(new Ref(entries.partial().by())));
    Index row = entries.partial().of().indices().getFirst();
    Index column = entries.partial().by().indices().getFirst();
    return Formulas.product(derivative, new Kronecker(row, column));
  }

  private static boolean mentionsCases(Expr formula) {
    boolean[] found = {false};
    Formulas.visit(formula, part -> found[0] |= part instanceof Cases);
    return found[0];
  }

  /// A vector by one entry of a matrix: `∂z/∂W_ij = x_j e_i`.
  private static Optional<Chain> column(Partial pair, Adjoint entries) {
    Partial at = entries.partial();
    List<Expr> factors =
        entries.formula() instanceof Product(List<Expr> all) ? all : List.of(entries.formula());
    List<Expr> columns = new ArrayList<>();
    List<Expr> rest = new ArrayList<>();
    for (Expr factor : factors) {
      if (factor instanceof Kronecker(Index left, Index right)
          && at.of().indices().equals(List.of(left))) {
        Operation unit = new Operation.OneHot(pair.of().shape().rows());
        columns.add(Formulas.apply(unit, new Expr.Whole(right)));
      } else {
        rest.add(factor);
      }
    }
    if (columns.size() != 1 || !Kroneckers.of(Formulas.product(rest)).isEmpty()) {
      return Optional.empty();
    }
    Quantity whole = Quantity.of(at.of().name(), at.of().labels());
    rest.addAll(columns);
    return Optional.of(
        new Chain(
            new Ref(Partial.direct(whole, at.by())),
            List.of(Link.equal(Formulas.product(rest))),
            OptionalInt.empty()));
  }
}
