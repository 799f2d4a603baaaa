package gradus.sheet;

import gradus.calculus.Jacobian;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Chain.Link;
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
  private final Jacobians names;
  private final Wording wording;

  JacobianSection(TypedSolution solution, Wording wording) {
    this.solution = solution;
    this.names = new Jacobians(solution);
    this.wording = wording;
  }

  /// Empty where a quantity on the way is a matrix itself: a batch.
  Optional<Section> section() {
    List<Jacobian> jacobians = solution.derivation().jacobians();
    if (jacobians.isEmpty()) {
      return Optional.empty();
    }
    Map<Quantity, List<Chain>> chains = new LinkedHashMap<>();
    for (Jacobian jacobian : jacobians) {
      chains.computeIfAbsent(jacobian.pair().of(), _ -> new ArrayList<>()).addAll(chains(jacobian));
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

  private List<Chain> chains(Jacobian jacobian) {
    Partial pair = jacobian.pair();
    Partial at = jacobian.entries().partial();
    List<Chain> chains = new ArrayList<>();
    chains.add(entry(at.of().isEntry() ? new Ref(at) : names.name(pair, at), jacobian));
    if (pair.shape().isMatrix()) {
      chains.add(matrix(names.name(pair, pair), jacobian));
    } else {
      Quantity whole = Quantity.of(at.of().name(), at.of().labels());
      Ref column = new Ref(Partial.direct(whole, at.by()));
      jacobian.whole().map(formula -> chain(column, formula)).ifPresent(chains::add);
    }
    return chains;
  }

  private static Chain chain(Expr name, Expr formula) {
    return new Chain(name, List.of(Link.equal(formula)), OptionalInt.empty());
  }

  private static Chain entry(Expr name, Jacobian jacobian) {
    List<Link> links = new ArrayList<>();
    jacobian.steps().forEach(step -> links.add(Link.equal(step.formula())));
    jacobian.cases().map(Link::equal).ifPresent(links::add);
    return new Chain(name, links, OptionalInt.empty());
  }

  private Chain matrix(Expr name, Jacobian jacobian) {
    boolean asRow = jacobian.pair().of().shape().isScalar() && solution.numerator();
    List<Link> links = new ArrayList<>();
    links.add(Link.equal(DottedMatrix.of(jacobian.cells(), asRow)));
    jacobian.whole().map(Link::equal).ifPresent(links::add);
    return new Chain(name, links, OptionalInt.empty());
  }
}
