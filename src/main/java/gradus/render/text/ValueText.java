package gradus.render.text;

import gradus.expr.Expr.Notation;
import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.network.Problem;
import gradus.network.Problem.Assignment;
import gradus.syntax.print.NumberText;
import java.math.BigDecimal;
import java.util.stream.Stream;

/// Values as a reader of a table wants them: exact where that is short, else rounded.
///
/// @param fractions whether the data are typed as fractions, so that values are as well
/// @param digits significant digits of what is rounded
record ValueText(boolean fractions, int digits) {
  private static final int LONGEST_EXACT = 12;

  static ValueText of(Problem problem, int digits) {
    return new ValueText(
        data(problem).anyMatch(ValueText::isFraction)
            && data(problem).noneMatch(ValueText::isDecimal),
        digits);
  }

  private static Stream<Assignment> data(Problem problem) {
    return Stream.concat(
        problem.given().stream(),
        problem.points().stream().flatMap(point -> point.assignments().stream()));
  }

  private static boolean isFraction(Assignment assignment) {
    return assignment.value().notation() == Notation.FRACTION
        && !assignment.value().value().isInteger();
  }

  private static boolean isDecimal(Assignment assignment) {
    return assignment.value().notation() == Notation.DECIMAL;
  }

  String of(Value value) {
    return switch (value) {
      case Value.Exact(Rational number) -> exact(number);
      case Value.Approximate(double number) -> plain(Rational.of(number).toDecimal(digits));
      case Value.Undefined _ -> "undefined";
    };
  }

  private String exact(Rational number) {
    if (fractions && number.digits() <= LONGEST_EXACT) {
      return number.toString();
    }
    if (number.isFiniteDecimal() && number.toDecimal().precision() <= LONGEST_EXACT) {
      return plain(number.toDecimal());
    }
    return plain(number.toDecimal(digits));
  }

  private static String plain(BigDecimal number) {
    return NumberText.decimal(number.stripTrailingZeros());
  }
}
