package gradus.calculus;

import gradus.expr.Condition;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.Number;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.MatrixProduct;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;

/// What each operation passes down to its operands: `A * B : G * B' ; A' * G`, with G the adjoint
/// of its value, of the same shape.
///
/// Limit of the maximum: where two entries are the largest there is no derivative; the rule gives
/// to both.
final class OperationRules {
  private static final Name ABS = Name.of("abs");

  private OperationRules() {}

  /// Whether an operand can be moved at all: a class label cannot.
  static boolean passesDown(Operation operation, int operand) {
    return switch (operation) {
      case Operation.OneHot _ -> false;
      case Plain plain -> plain != Plain.CHOSEN || operand == 0;
      case Operation.Total _,
          Operation.Maximum _,
          Operation.Softmax _,
          Operation.LogSumExp _,
          Operation.Ones _,
          Operation.Identity _,
          Operation.Slice _,
          Operation.Padded _ ->
          true;
    };
  }

  static Expr passedDown(Apply node, int operand, Expr adjoint) {
    List<Expr> operands = node.operands();
    Expr u = operands.get(operand);
    return switch (node.operation()) {
      case Plain plain -> passedDown(plain, operands, operand, adjoint);
      case Operation.Total _ ->
          MatrixProduct.hadamard(List.of(adjoint, Formulas.ones(Shapes.of(u))));
      case Operation.Maximum _ ->
          MatrixProduct.hadamard(List.of(adjoint, indicator(u, Relation.EQUAL, node)));
      case Operation.Softmax(Along along) -> softmax(node, along, adjoint);
      case Operation.LogSumExp(Along along) ->
          MatrixProduct.hadamard(List.of(adjoint, Formulas.apply(new Operation.Softmax(along), u)));
      case Operation.Slice(Range rows, Range columns) ->
          Formulas.apply(new Operation.Padded(Shapes.of(u), rows, columns), adjoint);
      case Operation.Padded(_, Range rows, Range columns) -> part(adjoint, rows, columns);
      case Operation.Ones _, Operation.Identity _, Operation.OneHot _ ->
          throw new IllegalArgumentException("nothing to pass down to: " + node.operation());
    };
  }

  private static Expr passedDown(Plain operation, List<Expr> operands, int operand, Expr adjoint) {
    Expr u = operands.get(operand);
    return switch (operation) {
      case MATRIX_PRODUCT -> product(operands, operand, adjoint);
      case TRANSPOSE -> MatrixProduct.transposed(adjoint);
      case DOT -> MatrixProduct.hadamard(List.of(adjoint, operands.get(1 - operand)));
      case SQUARED_NORM -> MatrixProduct.hadamard(List.of(Number.of(2), adjoint, u));
      case NORM2 ->
          MatrixProduct.hadamard(
              List.of(adjoint, Formulas.quotient(u, Formulas.apply(Plain.NORM2, u))));
      case NORM1 -> MatrixProduct.hadamard(List.of(adjoint, new Call(ABS, List.of(1), List.of(u))));
      case DIAGONAL_MATRIX -> Formulas.apply(Plain.DIAGONAL, adjoint);
      case DIAGONAL -> Formulas.apply(Plain.DIAGONAL_MATRIX, adjoint);
      case TRACE ->
          MatrixProduct.hadamard(
              List.of(adjoint, Formulas.apply(new Operation.Identity(Shapes.of(u).rows()))));
      case CONCAT -> concatenated(operands, operand, adjoint);
      case CHOSEN ->
          MatrixProduct.hadamard(
              List.of(
                  adjoint,
                  Formulas.apply(
                      new Operation.OneHot(Shapes.of(u).rows()), operands.get(1 - operand))));
    };
  }

  /// `A * B * C : G * (B*C)' ; A' * G * C' ; (A*B)' * G`
  private static Expr product(List<Expr> operands, int operand, Expr adjoint) {
    List<Expr> factors = new ArrayList<>();
    transposed(operands.subList(0, operand), factors);
    factors.add(adjoint);
    transposed(operands.subList(operand + 1, operands.size()), factors);
    return MatrixProduct.of(factors);
  }

  private static void transposed(List<Expr> operands, List<Expr> factors) {
    operands.reversed().forEach(factor -> factors.add(MatrixProduct.transposed(factor)));
  }

  /// `softmax(u) .* (G - dot(softmax(u), G))`, with a sum along rows or columns likewise.
  private static Expr softmax(Apply softmax, Along along, Expr adjoint) {
    Expr mean =
        along == Along.ALL
            ? Formulas.apply(Plain.DOT, softmax, adjoint)
            : Formulas.apply(new Operation.Total(along), Formulas.product(softmax, adjoint));
    return Formulas.product(softmax, Formulas.sum(adjoint, Formulas.negated(mean)));
  }

  /// The part of the adjoint that belongs to an operand; a scalar that fills a column collects it.
  private static Expr concatenated(List<Expr> operands, int operand, Expr adjoint) {
    boolean sideBySide = Shapes.isSideBySide(operands);
    Index before = Index.ZERO;
    for (Expr earlier : operands.subList(0, operand)) {
      before = before.plus(length(earlier, sideBySide));
    }
    Range range = new Range(before.plus(1), before.plus(length(operands.get(operand), sideBySide)));
    Range whole = new Range(Index.ONE, Shapes.of(adjoint).rows());
    Expr part =
        sideBySide
            ? part(adjoint, whole, range)
            : part(adjoint, range, new Range(Index.ONE, Index.ONE));
    return Collected.to(Shapes.of(operands.get(operand)), part);
  }

  private static Index length(Expr part, boolean sideBySide) {
    Shape shape = Shapes.of(part);
    return sideBySide ? shape.columns() : shape.rows();
  }

  private static Expr part(Expr whole, Range rows, Range columns) {
    Shape shape = Shapes.of(whole);
    if (Shape.matrix(rows.length(), columns.length()).isScalar()) {
      return entry(whole, rows.from(), columns.from());
    }
    boolean everything =
        rows.length().equals(shape.rows()) && columns.length().equals(shape.columns());
    return everything ? whole : Formulas.apply(new Operation.Slice(rows, columns), whole);
  }

  static Expr entry(Expr whole, Index row, Index column) {
    return switch (Shapes.of(whole).axes().size()) {
      case 0 -> whole;
      case 1 -> new Entry(whole, List.of(row));
      default -> new Entry(whole, List.of(row, column));
    };
  }

  private static Expr indicator(Expr left, Relation relation, Expr right) {
    return new Cases(
        List.of(
            new Branch(Formulas.ONE, Condition.of(left, relation, right)),
            new Branch(Formulas.ZERO, Condition.OTHERWISE)));
  }
}
