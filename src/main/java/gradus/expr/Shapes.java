package gradus.expr;

import gradus.expr.Expr.Apply;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Expr.Whole;
import gradus.expr.Operation.Along;
import java.util.List;

/// The shape of a formula, by the shape rule of each node.
///
/// Only of formulas that fit: whoever builds one from typed text has checked it ([#fit]).
public final class Shapes {
  private Shapes() {}

  public static Shape of(Expr expr) {
    return switch (expr) {
      case Number _, Whole _, Entry _, Kronecker _ -> Shape.SCALAR;
      case IndexSum sum -> of(sum.body());
      case ByEntries byEntries -> byEntries.shape();
      case Ref(Symbol symbol) -> symbol.shape();
      case Sum(List<Expr> terms) -> entrywise(terms);
      case Product(List<Expr> factors) -> entrywise(factors);
      case Power(Expr base, Expr exponent) -> entrywise(List.of(base, exponent));
      case Call call -> entrywise(call.arguments());
      case Cases _ -> entrywise(Formulas.children(expr));
      case Derivative(Expr body, Symbol.Quantity by) -> of(body).times(by.shape());
      case Matrix(List<List<Expr>> rows) ->
          Shape.matrix(Index.of(rows.size()), Index.of(rows.getFirst().size()));
      case Apply(Operation operation, List<Expr> operands) -> of(operation, operands);
    };
  }

  public static boolean isScalar(Expr expr) {
    return of(expr).isScalar();
  }

  private static Shape entrywise(List<Expr> parts) {
    Shape shape = Shape.SCALAR;
    for (Expr part : parts) {
      shape = together(shape, of(part));
    }
    return shape;
  }

  /// Whether two shapes go together entry by entry: equal, a scalar and anything, or one with a
  /// literal axis of 1 where the other is longer; never both ways.
  public static boolean fit(Shape left, Shape right) {
    return left.isScalar() || right.isScalar() || covers(left, right) || covers(right, left);
  }

  private static boolean covers(Shape large, Shape small) {
    return covers(large.rows(), small.rows()) && covers(large.columns(), small.columns());
  }

  private static boolean covers(Index large, Index small) {
    return small.is(1) || large.equals(small);
  }

  /// Of two shapes that [#fit], the one that covers the other.
  public static Shape together(Shape left, Shape right) {
    return left.isScalar() || (!right.isScalar() && covers(right, left)) ? right : left;
  }

  private static Shape of(Operation operation, List<Expr> operands) {
    return switch (operation) {
      case Operation.Plain plain -> of(plain, operands);
      case Operation.Total(Along along) -> reduced(of(operands.getFirst()), along);
      case Operation.Maximum(Along along) -> reduced(of(operands.getFirst()), along);
      case Operation.LogSumExp(Along along) -> reduced(of(operands.getFirst()), along);
      case Operation.Softmax _ -> of(operands.getFirst());
      case Operation.Ones(Shape shape) -> shape;
      case Operation.Identity(Index size) -> Shape.matrix(size, size);
      case Operation.OneHot(Index size) -> Shape.vector(size);
      case Operation.Slice(Operation.Range rows, Operation.Range columns) ->
          Shape.matrix(rows.length(), columns.length());
      case Operation.Padded(Shape shape, _, _) -> shape;
    };
  }

  private static Shape of(Operation.Plain operation, List<Expr> operands) {
    Shape first = of(operands.getFirst());
    return switch (operation) {
      case MATRIX_PRODUCT -> Shape.matrix(first.rows(), of(operands.getLast()).columns());
      case TRANSPOSE -> first.transposed();
      case DOT, SQUARED_NORM, NORM2, NORM1, TRACE, CHOSEN -> Shape.SCALAR;
      case DIAGONAL_MATRIX -> Shape.matrix(first.rows(), first.rows());
      case DIAGONAL -> Shape.vector(first.rows());
      case CONCAT -> concatenated(operands.stream().map(Shapes::of).toList());
    };
  }

  private static Shape reduced(Shape shape, Along along) {
    return switch (along) {
      case ALL -> Shape.SCALAR;
      case ROWS -> Shape.vector(shape.rows());
      case COLUMNS -> Shape.matrix(Index.ONE, shape.columns());
    };
  }

  /// Whether a concatenation puts its parts side by side: if one is a matrix.
  public static boolean isSideBySide(List<Expr> parts) {
    return hasMatrix(parts.stream().map(Shapes::of).toList());
  }

  private static boolean hasMatrix(List<Shape> parts) {
    return parts.stream().anyMatch(part -> part.axes().size() == 2);
  }

  private static Shape concatenated(List<Shape> parts) {
    boolean sideBySide = hasMatrix(parts);
    Index total = Index.ZERO;
    for (Shape part : parts) {
      total = total.plus(sideBySide ? part.columns() : part.rows());
    }
    Index rows =
        parts.stream().filter(part -> !part.isScalar()).findFirst().map(Shape::rows).orElse(total);
    return sideBySide ? Shape.matrix(rows, total) : Shape.vector(total);
  }
}
