package gradus.render.latex;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Formulas over vectors, matrices and families for tests, built by hand.
public final class Shaped {
  static final Index K = Index.of(Name.of("k"));
  static final Index I = Index.of(Name.of("i"));
  static final Index J = Index.of(Name.of("j"));
  static final Index N = Index.of(Name.of("n"));
  static final Index D = Index.of(Name.of("d"));

  static final Ref X = matrix("X", N, D);
  static final Ref W = vector("w", D);
  static final Ref Y = vector("y", N);

  private Shaped() {}

  static Quantity quantity(String name, Index... labels) {
    return Quantity.of(Name.of(name), List.of(labels));
  }

  static Ref matrix(String name, Index rows, Index columns, Index... labels) {
    return new Ref(quantity(name, labels).shaped(Shape.matrix(rows, columns)));
  }

  static Ref vector(String name, Index size, Index... labels) {
    return new Ref(quantity(name, labels).shaped(Shape.vector(size)));
  }

  static Ref entry(Ref whole, Index... indices) {
    return new Ref(((Quantity) whole.symbol()).entry(List.of(indices)));
  }

  /// The size of a layer: `n[k-1]`.
  static Index size(Index layer) {
    return Index.of(new Letter(Name.of("n"), List.of(layer)));
  }

  static Expr product(Expr... factors) {
    return Formulas.matrixProduct(List.of(factors));
  }

  static Expr difference(Expr left, Expr right) {
    return Formulas.sum(left, Formulas.negated(right));
  }

  public static Expr numbers(String rows) {
    List<List<Expr>> matrix = new ArrayList<>();
    for (String row : rows.split(";")) {
      List<Expr> entries = new ArrayList<>();
      for (String entry : row.strip().split(" ")) {
        entries.add(new Number(Rational.of(new BigDecimal(entry)), Notation.DECIMAL));
      }
      matrix.add(entries);
    }
    return new Expr.Matrix(matrix);
  }
}
