package gradus.sheet;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Differentiator;
import gradus.calculus.Form;
import gradus.calculus.Terms;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Operation.Plain;
import gradus.expr.Shapes;
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

/// Gradients as products of named Jacobians: `∂L/∂b = ∂L/∂z_2 · ∂z_2/∂z_1 · ∂z_1/∂b`, the row of
/// the loss first; in the shape of the parameter `(∂z_1/∂b)' · (∂z_2/∂z_1)' · ∂L/∂z_2`.
///
/// A vector by a matrix has three axes; by one entry of the matrix it is a column again, so that
/// every product can be multiplied out.
final class Jacobians {
  /// Beyond this many paths from the loss, or derivatives on a path, the table says less than the
  /// derivation, and would grow with the square of the depth.
  private static final int MOST_PATHS = 3;

  private static final int MOST_FACTORS = 12;

  private final TypedSolution solution;
  private final Problem problem;
  private final Terms terms;

  Jacobians(TypedSolution solution) {
    this.solution = solution;
    this.problem = solution.problem();
    this.terms = new Terms(problem.graph());
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

  /// Whether what is derived is a number, and no quantity on the way a matrix itself, as in a
  /// batch.
  boolean areVectors() {
    return solution.derivation().adjoints().stream()
            .map(adjoint -> adjoint.partial().of())
            .allMatch(of -> of.shape().isScalar() && !of.isEntry())
        && pairs().stream().allMatch(pair -> pair.of().shape().axes().size() <= 1);
  }

  /// The table parameter | gradient; empty where some gradient has too many or too long paths.
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
        if (!(product.get() instanceof Product) && !(product.get() instanceof Sum)) {
          continue;
        }
        Ref left = new Ref(left(adjoint));
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
                "The gradients as products of the derivatives of neighbours, the loss at the "
                    + (solution.numerator() ? "left:" : "right:"))),
        new Table(header, rows));
  }

  private static Chain chain(Expr left, Expr right) {
    return new Chain(left, List.of(Link.equal(right)), OptionalInt.empty());
  }

  private Optional<Expr> product(Adjoint adjoint) {
    List<List<Factor>> paths = paths(adjoint, MOST_FACTORS);
    return paths.isEmpty()
        ? Optional.empty()
        : Optional.of(Formulas.sum(paths.stream().map(this::laidOut).toList()));
  }

  private Expr laidOut(List<Factor> path) {
    if (solution.numerator()) {
      return Formulas.product(path.stream().map(Factor::name).toList());
    }
    return Formulas.product(path.reversed().stream().map(Factor::turned).toList());
  }

  /// By one entry where the parameter is a matrix.
  private Partial left(Adjoint adjoint) {
    Partial partial = adjoint.partial();
    return partial.by().shape().axes().size() == 2
        ? Partial.total(partial.of(), entry(adjoint.contributions().getFirst(), partial.by()))
        : partial;
  }

  private Quantity entry(Contribution contribution, Quantity by) {
    return entries(Partial.direct(contribution.consumer(), by)).partial().by();
  }

  /// The derivative of one definition, entry by entry.
  Adjoint entries(Partial pair) {
    return Differentiator.derive(
            Graph.of(List.of(definition(pair))),
            problem.functions(),
            List.of(Partial.total(pair.of(), pair.by())),
            List.of(),
            Set.of(),
            Form.INDEX)
        .adjoints()
        .getLast();
  }

  /// Of a sum of many terms only those that mention what it is derived by, if that is no smaller.
  private Definition definition(Partial pair) {
    Expr part = terms.amongMany(pair.of(), pair.by());
    return Shapes.of(part).equals(pair.of().shape())
        ? new Definition(pair.of(), part)
        : problem.graph().definition(pair.of()).orElseThrow();
  }

  /// A derivative of neighbours on a path.
  ///
  /// @param of what is derived; a number makes the derivative a column already
  private record Factor(Expr name, Quantity of) {
    Expr turned() {
      return of.shape().isScalar() ? name : new Expr.Apply(Plain.TRANSPOSE, List.of(name));
    }
  }

  /// The paths from the loss; none where there are too many, or one is longer than so many factors.
  private List<List<Factor>> paths(Adjoint adjoint, int most) {
    Partial partial = adjoint.partial();
    List<List<Factor>> paths = new ArrayList<>();
    for (Contribution contribution : adjoint.contributions()) {
      Quantity consumer = contribution.consumer();
      boolean isMatrix = partial.by().shape().axes().size() == 2;
      Quantity by = isMatrix ? entry(contribution, partial.by()) : bare(partial.by());
      if (consumer.equals(partial.of())) {
        Expr name = name(Partial.direct(consumer, partial.by()), Partial.direct(consumer, by));
        paths.add(List.of(new Factor(name, consumer)));
        continue;
      }
      List<List<Factor>> before = most > 1 ? pathsTo(consumer, partial.of(), most - 1) : List.of();
      if (before.isEmpty() || paths.size() + before.size() > MOST_PATHS) {
        return List.of();
      }
      for (List<Factor> path : before) {
        List<Factor> longer = new ArrayList<>(path);
        longer.add(factor(consumer, by));
        paths.add(longer);
      }
    }
    return paths;
  }

  private List<List<Factor>> pathsTo(Quantity consumer, Quantity target, int most) {
    return solution
        .derivation()
        .adjoint(Partial.total(target, consumer))
        .map(upstream -> paths(upstream, most))
        .orElseGet(() -> List.of(List.of(factor(target, bare(consumer)))));
  }

  /// The derivative of one use of a quantity, whole or by an entry: `∂/∂w (λ ‖w‖²)` where `∂L/∂w`
  /// is the sum over all uses.
  Expr name(Partial pair, Partial at) {
    return solution.derivation().adjoint(Partial.total(pair.of(), pair.by())).stream()
        .filter(adjoint -> adjoint.contributions().size() > 1)
        .flatMap(adjoint -> unfinished(adjoint).stream())
        .<Expr>map(use -> new Derivative(mentioning(use.body(), pair.by()), at.by()))
        .findFirst()
        .orElse(new Ref(Partial.direct(bare(at.of()), at.by())));
  }

  /// Without the terms of a sum that do not mention a quantity, also where the sum is a factor.
  private static Expr mentioning(Expr formula, Quantity by) {
    return switch (formula) {
      case Sum(List<Expr> terms) ->
          Formulas.sum(terms.stream().filter(term -> Formulas.symbols(term).contains(by)).toList());
      case Product(List<Expr> factors)
          when factors.stream().filter(f -> Formulas.symbols(f).contains(by)).count() == 1 ->
          Formulas.product(
              factors.stream()
                  .map(f -> Formulas.symbols(f).contains(by) ? mentioning(f, by) : f)
                  .toList());
      default -> formula;
    };
  }

  private static Optional<Derivative> unfinished(Adjoint adjoint) {
    Expr sum = adjoint.steps().getFirst().formula();
    return Formulas.children(sum).stream()
        .filter(Derivative.class::isInstance)
        .map(Derivative.class::cast)
        .findFirst();
  }

  /// A name only: whatever its shape is, it stands as one factor.
  private static Factor factor(Quantity of, Quantity by) {
    return new Factor(new Ref(Partial.direct(bare(of), by)), of);
  }

  private static Quantity bare(Quantity quantity) {
    return Quantity.of(quantity.name(), quantity.labels());
  }
}
