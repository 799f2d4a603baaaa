package gradus.sheet;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Contribution;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Block.Table;
import gradus.sheet.Chain.Link;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Gradients as products of named Jacobians: `∂L/∂W = ∂L/∂z_2 · ∂z_2/∂z_1 · ∂z_1/∂W`, the row of
/// the loss first.
///
/// A product of names, not of matrices to be multiplied: in the shape of the parameter each factor
/// is transposed and the order turned round, which the derivation does step by step.
final class Jacobians {
  /// Beyond this many paths from the loss the table says less than the derivation.
  private static final int MOST_PATHS = 3;

  private final TypedSolution solution;
  private final Problem problem;

  Jacobians(TypedSolution solution) {
    this.solution = solution;
    this.problem = solution.problem();
  }

  /// The pairs of neighbours on the way from the loss to what was asked for, nearest to it first.
  List<Partial> pairs() {
    Set<Partial> pairs = new LinkedHashSet<>();
    for (Adjoint adjoint : solution.derivation().adjoints()) {
      for (Contribution contribution : adjoint.contributions()) {
        pairs.add(Partial.direct(contribution.consumer(), adjoint.partial().by()));
      }
    }
    return List.copyOf(pairs);
  }

  /// Whether no quantity on the way is a matrix itself, as in a batch.
  boolean areVectors() {
    return pairs().stream().allMatch(pair -> pair.of().shape().axes().size() <= 1);
  }

  /// The table parameter | gradient; empty where some gradient has too many paths.
  List<Block> table() {
    if (!areVectors()) {
      return List.of();
    }
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Adjoint adjoint : solution.derivation().adjoints()) {
      Quantity by = adjoint.partial().by();
      if (problem.isParameter(by)) {
        Optional<Expr> product = product(adjoint);
        if (product.isEmpty()) {
          return List.of();
        }
        Ref left = new Ref(adjoint.partial());
        rows.add(
            List.of(Wording.of(by), List.of(new Inline.Displayed(chain(left, product.get())))));
      }
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    List<List<Inline>> header = List.of(Wording.text("parameter"), Wording.text("gradient"));
    return List.of(
        new Paragraph(
            Wording.text(
                "The gradients as products of the derivatives of neighbours, the loss at the"
                    + " left:")),
        new Table(header, rows));
  }

  private static Chain chain(Expr left, Expr right) {
    return new Chain(left, List.of(Link.equal(right)), OptionalInt.empty());
  }

  private Optional<Expr> product(Adjoint adjoint) {
    List<List<Expr>> paths = paths(adjoint);
    return paths.isEmpty() || paths.size() > MOST_PATHS
        ? Optional.empty()
        : Optional.of(Formulas.sum(paths.stream().map(Formulas::product).toList()));
  }

  private List<List<Expr>> paths(Adjoint adjoint) {
    Partial partial = adjoint.partial();
    List<List<Expr>> paths = new ArrayList<>();
    for (Contribution contribution : adjoint.contributions()) {
      Quantity consumer = contribution.consumer();
      if (consumer.equals(partial.of())) {
        paths.add(List.of(name(consumer, partial.by())));
        continue;
      }
      Optional<Adjoint> upstream =
          solution.derivation().adjoint(Partial.total(partial.of(), consumer));
      List<List<Expr>> before =
          upstream.map(this::paths).orElseGet(() -> List.of(List.of(name(partial.of(), consumer))));
      for (List<Expr> path : before) {
        List<Expr> longer = new ArrayList<>(path);
        longer.add(name(consumer, partial.by()));
        paths.add(longer);
      }
      if (paths.size() > MOST_PATHS) {
        return paths;
      }
    }
    return paths;
  }

  /// A name only: whatever its shape is, it stands as one factor.
  private static Expr name(Quantity of, Quantity by) {
    return new Ref(Partial.direct(bare(of), bare(by)));
  }

  private static Quantity bare(Quantity quantity) {
    return Quantity.of(quantity.name(), quantity.labels());
  }
}
