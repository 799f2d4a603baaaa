package gradus.calculus;

import gradus.expr.Condition.Comparison;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Symbol;
import java.util.List;
import java.util.stream.Collectors;

/// Formulas with indices as short text for tests.
final class IndexText {
  private IndexText() {}

  static String of(Expr expr) {
    return switch (expr) {
      case Expr.Number(var value, _) -> value.toString();
      case Expr.Ref(Symbol symbol) -> of(symbol);
      case Expr.Whole(Index value) -> value.toString();
      case Expr.Sum(List<Expr> terms) -> sum(terms);
      case Expr.Product(List<Expr> factors) ->
          factors.stream()
              .map(factor -> factor instanceof Expr.Sum ? "(" + of(factor) + ")" : of(factor))
              .collect(Collectors.joining(" "));
      case Expr.Power(Expr base, Expr exponent) ->
          (isSimple(base) ? of(base) : "(" + of(base) + ")") + "^" + of(exponent);
      case Expr.Call call ->
          call.function()
              + listed(call.labels())
              + "'".repeat(call.orders().stream().mapToInt(order -> order).sum())
              + call.arguments().stream()
                  .map(IndexText::of)
                  .collect(Collectors.joining(", ", "(", ")"));
      case Expr.Cases(List<Expr.Branch> branches) ->
          branches.stream()
              .map(b ->
                  of(b.value())
                      + (b.condition().isOtherwise()
                          ? " otherwise"
                          : " if "
                              + b.condition().comparisons().stream()
                                  .map(IndexText::of)
                                  .collect(Collectors.joining(" and "))))
              .collect(Collectors.joining("; ", "{", "}"));
      case Expr.Derivative(Expr body, Symbol.Quantity by) -> "d/d" + of(by) + "(" + of(body) + ")";
      case Expr.Apply(var operation, List<Expr> operands) ->
          operation.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
              + operands.stream().map(IndexText::of).collect(Collectors.joining(", ", "(", ")"));
      case Expr.Entry(Expr operand, List<Index> indices) -> of(operand) + entry(indices);
      case Expr.Matrix(var rows) -> rows.toString();
      case Expr.IndexSum(var letter, Index from, Index to, Expr body) ->
          "sum(%s in %s..%s, %s)".formatted(letter, from, to, of(body));
      case Expr.ByEntries(var letters, _, Expr body) -> "by " + letters + ": " + of(body);
      case Expr.Kronecker(Index left, Index right) -> "[%s = %s]".formatted(left, right);
    };
  }

  private static boolean isSimple(Expr expr) {
    return expr instanceof Expr.Ref || expr instanceof Expr.Call || expr instanceof Expr.Whole;
  }

  private static String of(Comparison comparison) {
    return of(comparison.left()) + " " + comparison.relation() + " " + of(comparison.right());
  }

  private static String sum(List<Expr> terms) {
    StringBuilder text = new StringBuilder();
    for (Expr term : terms) {
      boolean minus =
          term instanceof Expr.Product(List<Expr> factors)
              && Formulas.isNumber(factors.getFirst(), gradus.expr.Rational.MINUS_ONE);
      if (minus) {
        List<Expr> rest = ((Expr.Product) term).factors();
        text.append(text.isEmpty() ? "-" : " - ")
            .append(of(Formulas.product(rest.subList(1, rest.size()))));
      } else {
        text.append(text.isEmpty() ? "" : " + ").append(of(term));
      }
    }
    return text.toString();
  }

  static String of(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Quantity quantity ->
          quantity.name() + listed(quantity.labels()) + entry(quantity.indices());
      case Symbol.Partial(var of, var by, var reading) ->
          (reading == Symbol.Reading.TOTAL ? "d" : "D") + of(of) + "/d" + of(by);
      case Symbol.Updated(var quantity) -> of(quantity) + "+";
    };
  }

  private static String listed(List<Index> labels) {
    return labels.isEmpty()
        ? ""
        : labels.stream().map(Index::toString).collect(Collectors.joining(",", "[", "]"));
  }

  private static String entry(List<Index> indices) {
    return indices.isEmpty()
        ? ""
        : indices.size() == 1
            ? "_" + indices.getFirst()
            : indices.stream().map(Index::toString).collect(Collectors.joining(",", "_{", "}"));
  }
}
