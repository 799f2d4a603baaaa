package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Index;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.network.Problem.Fact;
import gradus.syntax.PlainText;
import java.util.stream.Collectors;

/// What diagnostics cite, in the notation that users type.
final class Spelling {
  private Spelling() {}

  static String of(Symbol symbol) {
    return PlainText.of(symbol);
  }

  static String of(Expr formula) {
    return PlainText.of(formula);
  }

  static String of(Definition definition) {
    return of(definition.symbol()) + " = " + of(definition.formula());
  }

  static String of(Value value) {
    return switch (value) {
      case Value.Exact(Rational number) -> of(Number.of(number));
      case Value.Approximate(double number) ->
          of(new Number(Rational.of(number), Notation.APPROXIMATE));
      case Value.Undefined _ -> "undefined";
    };
  }

  static String of(Fact fact) {
    return switch (fact) {
      case Fact.OneOf(var values) ->
          values.stream().map(Rational::toString).collect(Collectors.joining(", ", "in {", "}"));
      case Fact.Within(Index from, Index to) -> "in " + from + ".." + to;
      case Fact.OneHot() -> "one-hot";
      case Fact.Bound(var relation, Rational value) ->
          switch (relation) {
                case LESS -> "< ";
                case AT_MOST -> "<= ";
                case EQUAL -> "= ";
                case UNEQUAL -> "!= ";
                case AT_LEAST -> ">= ";
                case GREATER -> "> ";
              }
              + value;
    };
  }

  /// A name for one member of a family: `z_L` for `z[L]`.
  static String nameOf(Quantity member) {
    String label = member.labels().getLast().toString();
    return member.name() + "_" + (label.matches("[\\p{L}0-9]+") ? label : "end");
  }
}
