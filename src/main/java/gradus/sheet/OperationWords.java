package gradus.sheet;

import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import java.util.List;

/// What operations are called in a reason: `derivative of the squared norm`.
final class OperationWords {
  private OperationWords() {}

  static String rules(List<Operation> operations) {
    return operations.stream().allMatch(Plain.MATRIX_PRODUCT::equals)
        ? "rule for products of matrices"
        : "derivative of "
            + joined(operations.stream().map(OperationWords::name).distinct().toList());
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.getLast();
  }

  static String name(Operation operation) {
    return switch (operation) {
      case Plain plain -> name(plain);
      case Operation.Total _ -> "the sum";
      case Operation.Maximum _ -> "the maximum";
      case Operation.Softmax _ -> "softmax";
      case Operation.LogSumExp _ -> "logsumexp";
      case Operation.Slice _ -> "the part taken out";
      case Operation.Padded _ -> "the part put in";
      case Operation.OneHot _ -> "the one-hot vector";
      case Operation.Ones _, Operation.Identity _ -> "a constant";
    };
  }

  private static String name(Plain operation) {
    return switch (operation) {
      case MATRIX_PRODUCT -> "products of matrices";
      case TRANSPOSE -> "the transpose";
      case DOT -> "the inner product";
      case SQUARED_NORM -> "the squared norm";
      case NORM2, NORM1 -> "the norm";
      case DIAGONAL_MATRIX, DIAGONAL -> "the diagonal";
      case TRACE -> "the trace";
      case CONCAT -> "the joined columns";
      case CHOSEN -> "the chosen entry";
    };
  }
}
