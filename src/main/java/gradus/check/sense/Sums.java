package gradus.check.sense;

import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.syntax.paper.Notated.Sign;
import gradus.syntax.paper.Notated.Sum;
import gradus.syntax.paper.Notated.Term;
import gradus.syntax.source.Span;
import java.util.ArrayList;
import java.util.List;

/// Sums of numbers, vectors and matrices, a row for a column where that fits, and multiples of the
/// identity matrix.
final class Sums {
  private final Interpreter sensing;

  Sums(Interpreter sensing) {
    this.sensing = sensing;
  }

  Sense of(Sum sum) {
    sensing.differentials().enter(sum);
    Sense total = Sense.scalar(Formulas.ZERO);
    List<Expr> diagonal = new ArrayList<>();
    boolean first = true;
    for (Term term : sum.terms()) {
      if (term.sign() == Sign.PLUS_MINUS) {
        return Interpreter.nothing(Cause.UNSUPPORTED, sum.span(), "±");
      }
      Sense value = sensing.of(term.value());
      if (term.sign() == Sign.MINUS) {
        value = value.then(grid -> grid.map(Sums::negated));
      }
      if (sensing.products.isOfIdentity(term.value())
          && value instanceof Grid grid
          && grid.isScalar()) {
        diagonal.add(grid.scalar());
        continue;
      }
      total = first ? value : plus(total, value, sum.span());
      first = false;
    }
    sensing.differentials().leave();
    return diagonal.isEmpty() ? total : total.then(grid -> onDiagonal(grid, diagonal, sum.span()));
  }

  /// With multiples of the identity matrix.
  private static Sense onDiagonal(Grid grid, List<Expr> multiples, Span span) {
    if (grid.rows() != grid.columns()) {
      return Interpreter.nothing(Cause.UNSUPPORTED, span, "an identity matrix of this size");
    }
    List<Expr> entries = new ArrayList<>(grid.entries());
    for (int i = 0; i < grid.rows(); i++) {
      List<Expr> terms = new ArrayList<>(List.of(grid.at(i, i)));
      terms.addAll(multiples);
      entries.set(i * grid.columns() + i, Formulas.sum(terms));
    }
    return new Grid(grid.rows(), grid.columns(), entries);
  }

  private static Expr negated(Expr expr) {
    return expr instanceof Expr.Number(Rational value, Notation notation)
        ? new Expr.Number(value.negated(), notation)
        : Formulas.negated(expr);
  }

  private Sense plus(Sense left, Sense right, Span span) {
    return left.then(l -> right.then(r -> added(l, r, span)));
  }

  private Sense added(Grid left, Grid right, Span span) {
    boolean turned =
        left.rows() == right.columns() && left.columns() == right.rows() && !left.isLike(right);
    if (turned && left.isVector() && sensing.is(ReadingConvention.TRANSPOSED)) {
      return Sense.entrywise(left, right.transposed(), span, Formulas::sum);
    }
    boolean lying = right.isVector() && !right.isScalar() && !left.isVector() && !left.fits(right);
    if (lying && left.fits(right.transposed()) && sensing.is(ReadingConvention.TRANSPOSED)) {
      return Sense.entrywise(left, right.transposed(), span, Formulas::sum);
    }
    return Sense.entrywise(left, right, span, Formulas::sum);
  }
}
