package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.syntax.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Formulas of matrices for the messages of tests, every inner operation in brackets.
public final class ShapedText {
  private ShapedText() {}

  public static String of(Expr expr) {
    return switch (expr) {
      case Expr.Sum(List<Expr> terms) -> joined(terms, " + ");
      case Expr.Product(List<Expr> factors) -> joined(factors, " .* ");
      case Expr.Power(Expr base, Expr exponent) -> inner(base) + "^" + inner(exponent);
      case Expr.Apply(Operation operation, List<Expr> operands)
          when operation == Plain.MATRIX_PRODUCT ->
          joined(operands, " * ");
      case Expr.Apply(Operation operation, List<Expr> operands) when operation == Plain.TRANSPOSE ->
          inner(operands.getFirst()) + "'";
      case Expr.Apply(Operation operation, List<Expr> operands) ->
          operation.toString().toLowerCase(Locale.ROOT)
              + operands.stream().map(ShapedText::of).collect(Collectors.joining(", ", "(", ")"));
      case Expr.Call call ->
          call.function()
              + "'".repeat(call.orders().getFirst())
              + call.arguments().stream()
                  .map(ShapedText::of)
                  .collect(Collectors.joining(", ", "(", ")"));
      case Expr.Ref(var symbol) -> PlainText.of(symbol);
      case Expr.Derivative(Expr body, var by) -> "d/d" + PlainText.of(by) + " (" + of(body) + ")";
      case Expr.Entry(Expr operand, var indices) -> inner(operand) + "_" + indices;
      case Expr.Number _, Expr.Whole _ -> PlainText.of(expr);
      default ->
          expr.getClass().getSimpleName()
              + Formulas.children(expr).stream()
                  .map(ShapedText::of)
                  .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String joined(List<Expr> parts, String separator) {
    return parts.stream().map(ShapedText::inner).collect(Collectors.joining(separator));
  }

  private static String inner(Expr expr) {
    String text = of(expr);
    return text.contains(" ") ? "(" + text + ")" : text;
  }
}
