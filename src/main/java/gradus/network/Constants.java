package gradus.network;

import gradus.calculus.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values of formulas without names. A value keeps the notation in which it is typed.
record Constants(Formulary formulary) {
  Optional<Number> number(Expr formula, Span span) {
    Optional<Symbol> named = Formulas.symbols(formula).stream().findFirst();
    if (named.isPresent()) {
      formulary.report().add(span, Fault.NOT_A_CONSTANT, Spelling.of(named.get()));
      return Optional.empty();
    }
    return switch (Evaluation.of(formula, formulary.functions(), Map.of())) {
      case Value.Exact(Rational exact) -> Optional.of(new Number(exact, notation(formula, exact)));
      case Value.Approximate(double number) ->
          Optional.of(new Number(Rational.of(number), Notation.APPROXIMATE));
      case Value.Undefined _ -> {
        tellUndefined(formula, span);
        yield Optional.empty();
      }
    };
  }

  /// A number with a decimal point among the typed ones makes the value a decimal, if it can be.
  private static Notation notation(Expr formula, Rational value) {
    List<Expr> decimals = new ArrayList<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Number(_, Notation notation) && notation == Notation.DECIMAL) {
            decimals.add(part);
          }
        });
    return decimals.isEmpty() || !value.isFiniteDecimal() ? Notation.FRACTION : Notation.DECIMAL;
  }

  private void tellUndefined(Expr formula, Span span) {
    Trouble.Search search = new Trouble.Search(formulary.functions(), Map.of());
    String what = Spelling.of(formula);
    search
        .in(formula)
        .ifPresentOrElse(
            trouble -> new Explanation(formulary.report()).tell(span, what, trouble, search, ""),
            () -> formulary.report().add(span, Fault.NOT_A_CONSTANT, what));
  }
}
