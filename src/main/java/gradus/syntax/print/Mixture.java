package gradus.syntax.print;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Operation.Plain;
import gradus.expr.Shapes;
import gradus.syntax.print.PlainText.Style;
import java.util.List;

/// The signs between the factors of one product, scalars and others: `2 * A .* B`, from left to
/// right.
final class Mixture {
  private final int matrices;
  private int passed;

  private Mixture(int matrices) {
    this.matrices = matrices;
  }

  static Mixture of(List<Expr> factors) {
    return new Mixture((int) factors.stream().filter(factor -> !Shapes.isScalar(factor)).count());
  }

  /// Goes on behind a factor.
  void pass(Expr factor) {
    passed += Shapes.isScalar(factor) ? 0 : 1;
  }

  String times(Style style, Expr factor) {
    return " " + (isEntrywise(factor) ? style.entrywise() : style.times) + " ";
  }

  /// The sign before what divides.
  String over(Style style, Expr factor) {
    boolean scalars = Shapes.isScalar(factor);
    return scalars ? " / " : style.human ? " ⊘ " : " ./ ";
  }

  private boolean isEntrywise(Expr factor) {
    return passed > 0 && !Shapes.isScalar(factor);
  }

  static boolean isMatrixProduct(Expr factor) {
    return factor instanceof Apply(var operation, _) && operation == Plain.MATRIX_PRODUCT;
  }

  /// Whether a product of matrices needs no brackets here: behind a matrix it would be read as
  /// going on with it, and beside one entry by entry it would be misread.
  boolean isBare(Apply product) {
    return passed == 0 && matrices <= (Shapes.isScalar(product) ? 0 : 1);
  }
}
