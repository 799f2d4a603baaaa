package gradus.calculus.rule;

import gradus.expr.Condition;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Entry;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.MatrixProduct;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import java.util.List;

/// What each operation passes down to its operands: by its row on the rule page, or by a rule here
/// where there is no notation for one.
///
/// Limit of the maximum: where two entries are the largest there is no derivative; the rule gives
/// to both.
public final class OperationRules {
  private OperationRules() {}

  /// Whether an operand can be moved at all: a class label cannot.
  public static boolean passesDown(Operation operation, int operand) {
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

  /// The adjoint of an operand, given that of the node.
  public static Expr passedDown(Apply node, int operand, Expr adjoint) {
    if (node.operation() == Plain.MATRIX_PRODUCT) {
      return product(node.operands(), operand, adjoint);
    }
    return OperationPage.passedDown(node, operand, adjoint)
        .orElseGet(() -> withoutNotation(node, operand, adjoint));
  }

  private static Expr withoutNotation(Apply node, int operand, Expr adjoint) {
    Expr u = node.operands().get(operand);
    return switch (node.operation()) {
      case Operation.Maximum _ ->
          MatrixProduct.hadamard(List.of(adjoint, indicator(u, Relation.EQUAL, node)));
      case Operation.Slice(Range rows, Range columns) ->
          Formulas.apply(new Operation.Padded(Shapes.of(u), rows, columns), adjoint);
      case Operation.Padded(_, Range rows, Range columns) -> part(adjoint, rows, columns);
      case Plain plain when plain == Plain.CONCAT ->
          concatenated(node.operands(), operand, adjoint);
      case Plain _,
          Operation.Total _,
          Operation.Softmax _,
          Operation.LogSumExp _,
          Operation.Ones _,
          Operation.Identity _,
          Operation.OneHot _ ->
          throw new IllegalArgumentException("nothing to pass down to: " + node.operation());
    };
  }

  /// `A * B * C` is `(A * B) * C`: what that passes down to `A * B` is passed on.
  private static Expr product(List<Expr> operands, int operand, Expr adjoint) {
    List<Expr> before = operands.subList(0, operand);
    List<Expr> after = operands.subList(operand + 1, operands.size());
    Expr passed = adjoint;
    if (!after.isEmpty()) {
      Expr left = Formulas.matrixProduct(operands.subList(0, operand + 1));
      passed = pair(left, Formulas.matrixProduct(after), 0, passed);
    }
    return before.isEmpty()
        ? passed
        : pair(Formulas.matrixProduct(before), operands.get(operand), 1, passed);
  }

  private static Expr pair(Expr left, Expr right, int operand, Expr adjoint) {
    Apply product = new Apply(Plain.MATRIX_PRODUCT, List.of(left, right));
    return OperationPage.passedDown(product, operand, adjoint).orElseThrow();
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
    return BroadcastAdjoint.to(Shapes.of(operands.get(operand)), part);
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
