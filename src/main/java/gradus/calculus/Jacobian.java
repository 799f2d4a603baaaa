package gradus.calculus;

import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Contribution;
import gradus.calculus.Derivation.Step;
import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Index;
import gradus.expr.Symbol.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The derivative of one definition by something that it names, all else in it held fixed: `∂z/∂x`
/// for all i and j.
///
/// A vector by a matrix has three axes; by one entry of the matrix it is a column.
///
/// @param pair the direct partial, of the whole by the whole
/// @param entries how its general entry comes about: `∂z_i/∂x_j = …`
/// @param cases the entry by cases, where it vanishes off a diagonal: `{1 if i = j; 0 otherwise}`
/// @param cells what stands in the matrix: everywhere where it is small, else in its corners
/// @param whole in the spelling of matrices: `W`, `diag(f'(z))`, the column `x_j e_i`
public record Jacobian(
    Partial pair, Adjoint entries, Optional<Expr> cases, List<Cell> cells, Optional<Expr> whole) {
  /// One entry of the matrix. A gradient has one column.
  public record Cell(Index row, Index column, Expr formula) {}

  public Jacobian {
    cells = List.copyOf(cells);
  }

  /// All of it as lines of the general entry, to be compared with differences of the definition
  /// itself: `{cell if i = 1 and j = n; entry otherwise}`.
  public Adjoint lines() {
    List<Step> lines = new ArrayList<>(steps());
    cases.ifPresent(formula -> lines.add(line(formula)));
    if (!cells.isEmpty()) {
      lines.add(line(byCells()));
    }
    whole.ifPresent(formula -> lines.add(line(new Entry(formula, positions()))));
    Contribution only = new Contribution(pair.of(), Optional.empty(), new Ref(pair));
    return new Adjoint(
        entries.partial(), List.of(only), lines, entries.formula(), Optional.empty());
  }

  /// Without the line that only says what is to be derived.
  public List<Step> steps() {
    List<Step> all = entries.steps();
    return all.size() > 1 ? all.subList(1, all.size()) : all;
  }

  private static Step line(Expr formula) {
    return new Step(formula, new Reason.Simplified());
  }

  private Expr byCells() {
    List<Index> at = new ArrayList<>(entries.partial().of().indices());
    at.addAll(entries.partial().by().indices());
    List<Branch> branches = new ArrayList<>();
    for (Cell cell : cells) {
      List<Index> indices = List.of(cell.row, cell.column);
      List<Comparison> here = new ArrayList<>();
      for (int axis = 0; axis < at.size(); axis++) {
        here.add(
            new Comparison(new Whole(at.get(axis)), Relation.EQUAL, new Whole(indices.get(axis))));
      }
      branches.add(new Branch(cell.formula, new Condition(here)));
    }
    branches.add(new Branch(entries.formula(), Condition.OTHERWISE));
    return new Cases(branches);
  }

  /// Of an entry of what is spelled as a whole.
  private List<Index> positions() {
    List<Index> positions = new ArrayList<>(entries.partial().of().indices());
    if (pair.shape().axes().size() <= 2) {
      positions.addAll(entries.partial().by().indices());
    }
    return positions;
  }
}
