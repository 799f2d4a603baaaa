package gradus.network;

import gradus.calculus.Evaluation;
import gradus.calculus.WrittenOut;
import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Formulas;
import gradus.expr.Index.Letter;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Value;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Values of formulas without names. A value keeps the notation in which it is typed.
record Constants(Formulary formulary) {
  /// A formula with more entries, or longer sums, is not written out.
  private static final int LONGEST = 10_000;

  /// The value of a formula of one number.
  Optional<Number> number(Expr formula, Span span) {
    Optional<String> variable = variable(formula);
    if (variable.isPresent() || !Shapes.isScalar(formula)) {
      formulary
          .report()
          .add(span, Fault.NOT_A_CONSTANT, variable.orElseGet(() -> Spelling.of(formula)));
      return Optional.empty();
    }
    Expr ofNumbers = Typing.isOfNumbers(formula) ? formula : WrittenOut.of(formula, List.of());
    return value(ofNumbers, span);
  }

  /// The entries of a vector or matrix, row by row.
  Optional<List<List<Number>>> rows(Expr formula, Span span) {
    Shape shape = Shapes.of(formula);
    int height = shape.rows().constant().orElse(LONGEST);
    int width = shape.columns().constant().orElse(LONGEST);
    Optional<String> variable = variable(formula);
    if (variable.isPresent() || (long) height * width > LONGEST) {
      formulary
          .report()
          .add(span, Fault.NOT_A_CONSTANT, variable.orElseGet(() -> Spelling.of(formula)));
      return Optional.empty();
    }
    List<List<Number>> rows = new ArrayList<>();
    for (int i = 1; i <= height; i++) {
      List<Number> row = new ArrayList<>();
      for (int j = 1; j <= width; j++) {
        List<Integer> at = List.of(i, j).subList(0, shape.axes().size());
        value(WrittenOut.of(formula, at), span).ifPresent(row::add);
      }
      if (row.size() < width) {
        return Optional.empty();
      }
      rows.add(row);
    }
    return Optional.of(rows);
  }

  /// What keeps a formula from having one value: a name, a letter, a sum that is too long.
  private static Optional<String> variable(Expr formula) {
    Stream<String> names =
        Stream.concat(
            Formulas.symbols(formula).stream().map(Spelling::of),
            Typing.letters(formula).stream().map(Letter::toString));
    return Stream.concat(names, longSums(formula)).findFirst();
  }

  private static Stream<String> longSums(Expr formula) {
    List<String> sums = new ArrayList<>();
    Formulas.visit(
        formula,
        part -> {
          if (part instanceof Expr.IndexSum sum
              && sum.to().minus(sum.from()).constant().orElse(LONGEST) >= LONGEST) {
            sums.add(Spelling.of(sum));
          }
        });
    return sums.stream();
  }

  private Optional<Number> value(Expr formula, Span span) {
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
    boolean isDecimal =
        Formulas.anyMatch(
            formula,
            part -> part instanceof Number(_, Notation typed) && typed == Notation.DECIMAL);
    return isDecimal && value.isFiniteDecimal() ? Notation.DECIMAL : Notation.FRACTION;
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
