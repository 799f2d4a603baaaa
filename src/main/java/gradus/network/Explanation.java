package gradus.network;

import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;

/// Puts into words why a formula has no value.
public record Explanation(Diagnostics report) {
  /// @param what the formula, perhaps with the name it defines
  /// @param where the point, empty for a constant formula
  public void tell(Span span, String what, Trouble trouble, Trouble.Search search, String where) {
    Expr part = trouble.part();
    switch (trouble.cause()) {
      case DIVISION_BY_ZERO ->
          report.add(span, Fault.DIVISION_BY_ZERO, what, where, equation(divisor(part), search));
      case TOO_LARGE -> report.add(span, Fault.TOO_LARGE, what, where, Citation.of(part));
      case NO_BRANCH, MISSING -> report.add(span, Fault.NO_BRANCH, what, where);
      case OUTSIDE_DOMAIN ->
          report.add(
              span,
              Fault.OUTSIDE_DOMAIN,
              what,
              where,
              operand(Formulas.children(part).getFirst(), search),
              part instanceof Call call ? call.function() : "the power",
              needs(part));
    }
  }

  private static Expr divisor(Expr part) {
    return part instanceof Power(Expr base, _) ? base : part;
  }

  /// `h_1 = 0`, or just the number where the operand is one.
  private static String equation(Expr operand, Trouble.Search search) {
    String value = Citation.of(search.valueOf(operand));
    return operand instanceof Expr.Number ? value : Citation.of(operand) + " = " + value;
  }

  private static String operand(Expr operand, Trouble.Search search) {
    return operand instanceof Expr.Number
        ? "its argument is " + Citation.of(operand)
        : equation(operand, search) + " there";
  }

  private static String needs(Expr part) {
    return switch (part) {
      case Call call when call.function().key().equals("log") -> "a positive number";
      case Call _ -> "a number that is not negative";
      case Expr _ -> "a base that is not negative";
    };
  }
}
