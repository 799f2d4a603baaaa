package gradus.syntax.print;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Operation.Slice;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.print.PlainText.Style;
import java.util.List;

/// What mixes entries, on its way to text: `W' * x` or `Wᵀ x`, `softmax(Z, rows)`, `W_{2,:}`.
record OperationPrinter(FormulaPrinter text, Style style) {
  void print(Operation operation, List<Expr> operands) {
    switch (operation) {
      case Plain plain -> print(plain, operands);
      case Operation.Total(Along along) -> call("sum", operands, along(along));
      case Operation.Maximum(Along along) -> call("max", operands, along(along));
      case Operation.Softmax(Along along) -> call("softmax", operands, along(along));
      case Operation.LogSumExp(Along along) -> call("logsumexp", operands, along(along));
      case Operation.Ones(Shape shape) ->
          text.append("ones(" + NamePrinter.joined(shape.axes(), ", ") + ")");
      case Operation.Identity(Index size) -> text.append("eye(" + size + ")");
      case Operation.OneHot(Index size) -> call("onehot", operands, ", " + size);
      case Slice(Range rows, Range columns) -> slice(operands.getFirst(), rows, columns);
      case Operation.Padded(Shape shape, Range rows, Range columns) ->
          call("padded", operands, ", " + shape + ", " + said(rows) + ", " + said(columns));
    }
  }

  private static String along(Along along) {
    return switch (along) {
      case ALL -> "";
      case ROWS -> ", rows";
      case COLUMNS -> ", columns";
    };
  }

  private void print(Plain operation, List<Expr> operands) {
    Expr first = operands.getFirst();
    switch (operation) {
      case MATRIX_PRODUCT -> matrixProduct(operands);
      case TRANSPOSE -> {
        text.base(first);
        text.append(style.human ? "ᵀ" : "'");
      }
      case DOT -> call("dot", operands, "");
      case SQUARED_NORM -> norm("norm2", "²", "^2", operands);
      case NORM2 -> norm("norm2", "", "", operands);
      case NORM1 -> norm("norm1", "₁", "", operands);
      case DIAGONAL_MATRIX, DIAGONAL -> call("diag", operands, "");
      case TRACE -> call("tr", operands, "");
      case CONCAT -> call("concat", operands, "");
      case CHOSEN -> chosen(first, operands.getLast());
    }
  }

  private void call(String name, List<Expr> operands, String further) {
    text.append(name).append("(");
    for (int i = 0; i < operands.size(); i++) {
      text.append(i == 0 ? "" : ", ").formula(operands.get(i));
    }
    text.append(further + ")");
  }

  private void norm(String name, String index, String power, List<Expr> operands) {
    if (style.human) {
      text.append("‖").formula(operands.getFirst()).append("‖" + index);
    } else {
      call(name, operands, "");
      text.append(power);
    }
  }

  /// From left to right; where the first ones come to a scalar, what they are multiplied by stands
  /// in brackets: `u' * (v * w')`.
  private void matrixProduct(List<Expr> factors) {
    int end = scalarPrefix(factors);
    for (int i = 0; i < (end < factors.size() ? 1 : end); i++) {
      text.append(i == 0 ? "" : times());
      Expr factor = factors.get(i);
      boolean open = factor instanceof IndexSum && style.human;
      boolean bare =
          !(factor instanceof Sum || factor instanceof Product || Mixture.isMatrixProduct(factor));
      text.bracketedUnless(bare && !open, factor);
    }
    if (end < factors.size()) {
      text.append(times() + "(");
      matrixProduct(factors.subList(1, factors.size()));
      text.append(")");
    }
  }

  private static int scalarPrefix(List<Expr> factors) {
    boolean row = Shapes.of(factors.getFirst()).rows().is(1);
    for (int i = 1; i < factors.size(); i++) {
      if (row && Shapes.of(factors.get(i - 1)).columns().is(1)) {
        return i;
      }
    }
    return factors.size();
  }

  private String times() {
    return style.human ? " " : " * ";
  }

  void entry(Expr operand, List<Index> at) {
    stem(operand);
    text.entry(at);
  }

  /// What an index is put at: a name, a call, or in brackets.
  private void stem(Expr operand) {
    boolean bare =
        operand instanceof Ref(Quantity _)
            || operand instanceof Expr.Matrix
            || operand instanceof Expr.Call
            || operand instanceof Apply(Operation operation, _) && isCall(operation);
    text.bracketedUnless(bare, operand);
  }

  private static boolean isCall(Operation operation) {
    return !(operation instanceof Slice) && !(operation instanceof Plain);
  }

  private void chosen(Expr operand, Expr label) {
    boolean ofRow =
        operand instanceof Apply(var transpose, var rows)
            && transpose == Plain.TRANSPOSE
            && rows.getFirst() instanceof Apply(Slice(Range range, _), _)
            && range.length().is(1);
    if (ofRow
        && ((Apply) operand).operands().getFirst()
            instanceof Apply(Slice(Range row, _), var matrix)) {
      stem(matrix.getFirst());
      text.append("_{" + row.from() + ",").formula(label).append("}");
    } else {
      stem(operand);
      text.append("_{").formula(label).append("}");
    }
  }

  private void slice(Expr operand, Range rows, Range columns) {
    Shape shape = Shapes.of(operand);
    stem(operand);
    text.append("_{" + said(rows, shape.rows()));
    text.append(shape.isVector() ? "}" : "," + said(columns, shape.columns()) + "}");
  }

  private static String said(Range range, Index size) {
    return range.from().is(1) && range.to().equals(size) ? ":" : said(range);
  }

  private static String said(Range range) {
    return range.from().equals(range.to())
        ? range.from().toString()
        : range.from() + ".." + range.to();
  }

  /// `[1, 2]` is a column; for people that is `[1; 2]`.
  void matrix(List<List<Expr>> rows) {
    boolean column = rows.getFirst().size() == 1 && !style.human;
    text.append("[");
    for (int i = 0; i < rows.size(); i++) {
      text.append(i == 0 ? "" : column ? ", " : "; ");
      List<Expr> row = rows.get(i);
      for (int j = 0; j < row.size(); j++) {
        text.append(j == 0 ? "" : ", ").formula(row.get(j));
      }
    }
    text.append(rows.size() == 1 && !style.human ? "]'" : "]");
  }

  void indexSum(IndexSum sum) {
    if (style.human) {
      text.append("Σ_{" + sum.letter() + "=" + sum.from() + "}^" + bound(sum.to()) + " ");
      text.bracketedUnless(!(sum.body() instanceof Sum), sum.body());
    } else {
      text.append("sum(" + sum.letter() + " in " + sum.from() + ".." + sum.to() + ", ");
      text.formula(sum.body()).append(")");
    }
  }

  /// `[2 * x_{i}]_{i}`: not typed, only printed.
  void byEntries(ByEntries entries) {
    List<String> letters = entries.letters().stream().map(Name::spelling).toList();
    text.append("[").formula(entries.body()).append("]_{" + String.join(",", letters) + "}");
  }

  private static String bound(Index to) {
    String typed = to.toString();
    return typed.length() == 1 ? typed : "{" + typed + "}";
  }
}
