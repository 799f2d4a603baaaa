package gradus.syntax.resolve;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;

/// The factors of a product, as it is read from left to right.
///
/// In a product of matrices, scalars go before it and scalar divisors behind it: `A*(-B)/2*C` is -1
/// times `A*B*C` times 1/2. Elsewhere factors stay as they were typed.
final class Factors {
  private final List<Expr> before = new ArrayList<>();
  private final List<Expr> matrices = new ArrayList<>();
  private final List<Expr> behind = new ArrayList<>();
  private final List<Expr> later = new ArrayList<>();
  private Shape shape = Shape.SCALAR;
  private int typed;

  Shape shape() {
    return shape;
  }

  Expr formula() {
    List<Expr> all = new ArrayList<>(before);
    if (!matrices.isEmpty()) {
      all.add(Formulas.matrixProduct(matrices));
    }
    all.addAll(behind);
    all.addAll(later);
    return Formulas.product(all);
  }

  /// A scalar, or entry by entry.
  void times(Expr factor, Shape factorShape) {
    typed++;
    for (Expr part : parts(factor)) {
      if (!matrices.isEmpty()) {
        later.add(part);
      } else if (factorShape.isScalar() || Shapes.isScalar(part)) {
        before.add(part);
      } else {
        matrices.addAll(operands(part));
      }
    }
    shape = Shapes.together(shape, factorShape);
  }

  /// `3/4` of two literals is a number, and `1/x` is the reciprocal without the factor 1.
  void dividedBy(ResolvedPart divisor, boolean literal) {
    boolean second = typed == 1 && before.size() == 1;
    if (second
        && literal
        && before.getFirst() instanceof Number numerator
        && isInteger(numerator)
        && divisor.formula() instanceof Number number
        && isInteger(number)
        && !number.value().isZero()) {
      before.set(0, Number.of(numerator.value().dividedBy(number.value())));
      typed++;
      return;
    }
    if (second && before.getFirst().equals(Formulas.ONE)) {
      before.clear();
    }
    times(new Power(divisor.formula(), Formulas.MINUS_ONE), divisor.shape());
  }

  private static boolean isInteger(Number number) {
    return number.notation() == Notation.FRACTION && number.value().isInteger();
  }

  /// A matrix product; its shape is given. Where it is a scalar, it becomes a factor like others.
  void matrixTimes(Expr right, Shape product) {
    typed++;
    settle();
    List<Expr> entrywise = new ArrayList<>();
    for (Expr part : parts(right)) {
      if (Shapes.isScalar(part)) {
        aside(part);
      } else {
        entrywise.add(part);
      }
    }
    matrices.addAll(operands(Formulas.product(entrywise)));
    shape = product;
    if (shape.isScalar()) {
      before.add(Formulas.matrixProduct(matrices));
      before.addAll(behind);
      matrices.clear();
      behind.clear();
    }
  }

  /// Makes one left operand of what was typed since the last matrix product.
  private void settle() {
    List<Expr> entrywise = new ArrayList<>();
    for (Expr factor : later) {
      if (Shapes.isScalar(factor)) {
        aside(factor);
      } else {
        entrywise.add(factor);
      }
    }
    later.clear();
    if (!entrywise.isEmpty()) {
      entrywise.addFirst(Formulas.matrixProduct(matrices));
      matrices.clear();
      matrices.add(Formulas.product(entrywise));
    }
  }

  private void aside(Expr scalar) {
    boolean divides =
        scalar instanceof Power(_, Expr exponent)
            && Formulas.isNumber(exponent, Rational.MINUS_ONE);
    (divides ? behind : before).add(scalar);
  }

  private static List<Expr> parts(Expr factor) {
    return factor instanceof Product(List<Expr> factors) ? factors : List.of(factor);
  }

  private static List<Expr> operands(Expr factor) {
    return factor instanceof Apply(var operation, List<Expr> operands)
            && operation == Plain.MATRIX_PRODUCT
        ? operands
        : List.of(factor);
  }
}
