package gradus.calculus.step;

import gradus.calculus.indices.Kroneckers;
import gradus.calculus.rewrite.Simplifier;
import gradus.expr.Expr;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Operation.Identity;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Jacobian in the spelling of matrices: `W` for `W_ij`, `I` for `[i = j]`, `diag(f'(z))` for
/// `f'(z_i) [i = j]`, `diag(p) - p p'` for `p_i ([i = j] - p_j)`.
///
/// Limit: what stands on the diagonal of a square, not beside it as in `[i+1 = j]`.
public final class WholeJacobian {
  private final Graph graph;
  private final Shape shape;

  /// @param graph the network, in which names stand with their shapes
  public WholeJacobian(Graph graph, Partial pair) {
    this.graph = graph;
    this.shape = pair.of().shape().times(pair.by().shape());
  }

  /// @param formula its entry in a row and a column
  public Optional<Expr> of(Expr formula, Optional<Name> row, Optional<Name> column) {
    if (row.isEmpty() || column.isEmpty()) {
      return Optional.empty();
    }
    List<Expr> whole = new ArrayList<>();
    List<Expr> terms = terms(formula);
    for (Expr term : terms) {
      spelled(term, row.get(), column.get()).ifPresent(whole::add);
    }
    return whole.size() == terms.size()
        ? Optional.of(Simplifier.simplified(Formulas.sum(whole)))
        : Optional.empty();
  }

  /// Multiplied out where a factor is a sum with `[i = j]` in it.
  private static List<Expr> terms(Expr formula) {
    List<Expr> factors = formula instanceof Product(List<Expr> all) ? all : List.of(formula);
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i) instanceof Sum(List<Expr> summands)
          && !Kroneckers.of(factors.get(i)).isEmpty()) {
        List<Expr> terms = new ArrayList<>();
        for (Expr summand : summands) {
          List<Expr> term = new ArrayList<>(factors);
          term.set(i, summand);
          terms.add(flat(term));
        }
        return terms;
      }
    }
    return List.of(formula);
  }

  private static Expr flat(List<Expr> factors) {
    List<Expr> numbers = new ArrayList<>();
    List<Expr> others = new ArrayList<>();
    for (Expr factor : factors) {
      for (Expr part : factor instanceof Product(List<Expr> all) ? all : List.of(factor)) {
        (part instanceof Expr.Number ? numbers : others).add(part);
      }
    }
    numbers.addAll(others);
    return Formulas.product(numbers);
  }

  private Optional<Expr> spelled(Expr term, Name row, Name column) {
    List<Expr> factors = term instanceof Product(List<Expr> all) ? all : List.of(term);
    List<Expr> rest = factors.stream().filter(factor -> !(factor instanceof Kronecker)).toList();
    if (rest.size() == factors.size()) {
      return MatrixSpelling.of(new ByEntries(List.of(row, column), shape, byWholes(term)));
    }
    if (rest.size() != factors.size() - 1 || !isDiagonal(factors, row, column)) {
      return Optional.empty();
    }
    if (rest.isEmpty()) {
      return Optional.of(Formulas.apply(new Identity(shape.rows())));
    }
    Expr inRow = IndexSubstitution.with(Formulas.product(rest), column, Index.of(row));
    Shape vector = Shape.vector(shape.rows());
    return MatrixSpelling.of(new ByEntries(List.of(row), vector, byWholes(inRow)))
        .map(diagonal -> Formulas.apply(Plain.DIAGONAL_MATRIX, diagonal));
  }

  private boolean isDiagonal(List<Expr> factors, Name row, Name column) {
    return shape.rows().equals(shape.columns())
        && (factors.contains(new Kronecker(Index.of(row), Index.of(column)))
            || factors.contains(new Kronecker(Index.of(column), Index.of(row))));
  }

  /// `W_ij` as an entry of the matrix `W`, with its shape.
  private Expr byWholes(Expr formula) {
    return formula instanceof Ref(Quantity entry) && entry.isEntry()
        ? new Entry(new Ref(whole(entry)), entry.indices())
        : Formulas.mapChildren(formula, this::byWholes);
  }

  private Quantity whole(Quantity entry) {
    Quantity bare = entry.whole();
    return graph.mentioned(bare).map(Quantity.class::cast).orElse(bare);
  }
}
