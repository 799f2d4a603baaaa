package gradus.syntax.print;

import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Number;
import gradus.expr.Shapes;
import gradus.syntax.print.PlainText.Style;
import java.util.List;
import java.util.stream.IntStream;

/// Calls and cases on their way to text: `g'(z)`, `{z if z > 0; 0 otherwise}`.
record CallPrinter(FormulaPrinter out, Style style) {
  void call(Call call) {
    boolean bars = call.function().key().equals("abs") && !call.isDerivative();
    if (bars && Shapes.isScalar(call)) {
      out.list('|', call.arguments(), '|');
      return;
    }
    out.append(call.function().spelling());
    new NamePrinter(out, style).labels(call.labels());
    out.append(orders(call));
    out.list('(', style.human ? VariadicCalls.arguments(call) : call.arguments(), ')');
  }

  /// `g''` where only the first argument can be meant, else `max^(0,1)`.
  private static String orders(Call call) {
    List<Integer> orders = call.orders();
    boolean onlyFirst =
        IntStream.range(1, orders.size())
            .allMatch(i -> orders.get(i) == 0 && call.arguments().get(i) instanceof Number);
    return onlyFirst || !call.isDerivative()
        ? "'".repeat(orders.isEmpty() ? 0 : orders.getFirst())
        : "^(" + String.join(",", orders.stream().map(String::valueOf).toList()) + ")";
  }

  void cases(List<Branch> branches) {
    out.append("{");
    for (int i = 0; i < branches.size(); i++) {
      out.append(i == 0 ? "" : "; ");
      out.formula(branches.get(i).value());
      condition(branches.get(i).condition());
    }
    out.append("}");
  }

  private void condition(Condition condition) {
    out.append(condition.isOtherwise() ? " otherwise" : " if ");
    comparisons(condition);
  }

  void comparisons(Condition condition) {
    for (int i = 0; i < condition.comparisons().size(); i++) {
      Comparison comparison = condition.comparisons().get(i);
      out.append(i == 0 ? "" : " and ");
      out.formula(comparison.left());
      out.append(" " + style.relation(comparison.relation()) + " ");
      out.formula(comparison.right());
    }
  }
}
