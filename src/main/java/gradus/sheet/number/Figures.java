package gradus.sheet.number;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Value;
import gradus.expr.Value.Approximate;
import gradus.expr.Value.Exact;
import gradus.expr.Value.Undefined;
import gradus.network.Problem;
import gradus.network.Problem.Assignment;
import gradus.sheet.DerivationChain.Relation;
import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How values are printed: as the data were typed, decimals as decimals and fractions as fractions,
/// to a number of significant digits.
public final class Figures {
  /// Digits of a rounded value where the caller asks for none.
  private static final int DIGITS = 6;

  /// Exact numbers up to this many digits are printed in full.
  private static final int LONGEST_EXACT = 10;

  /// Among decimals, a fraction such as 1/3 stays one only up to this many digits.
  private static final int LONGEST_FRACTION = 2;

  private final Notation notation;
  private final OptionalInt digits;

  private Figures(Notation notation, OptionalInt digits) {
    this.notation = notation;
    this.digits = digits;
  }

  /// @param digits significant digits asked for; empty: exact values in full where they are short
  public static Figures of(Problem problem, OptionalInt digits) {
    boolean decimal =
        problem.rounding().everywhere().isPresent()
            || !problem.rounding().places().isEmpty()
            || data(problem).anyMatch(number -> number.notation() != Notation.FRACTION);
    return new Figures(decimal ? Notation.DECIMAL : Notation.FRACTION, digits);
  }

  private static Stream<Number> data(Problem problem) {
    Stream<Assignment> assignments =
        Stream.concat(
            problem.given().stream(),
            problem.points().stream().flatMap(point -> point.assignments().stream()));
    return Stream.concat(
        assignments.map(Assignment::value),
        problem.descents().stream().flatMap(descent -> descent.rate().stream()));
  }

  /// A value as it is printed, and whether that is the value itself.
  public record Figure(Expr number, boolean exact) {
    public Relation relation() {
      return exact ? Relation.EQUAL : Relation.APPROXIMATELY;
    }
  }

  public Figure figure(Value value) {
    return switch (value) {
      case Exact(Rational number) -> exact(number);
      case Approximate(double number) -> rounded(Rational.of(number));
      case Undefined _ -> new Figure(Formulas.ref("undefined"), true);
    };
  }

  private Figure exact(Rational number) {
    boolean asFraction =
        number.isInteger()
            ? number.digits() <= LONGEST_EXACT
            : notation == Notation.FRACTION
                ? number.digits() <= LONGEST_EXACT
                : !number.isFiniteDecimal() && number.digits() <= LONGEST_FRACTION;
    if (asFraction && (number.isInteger() || digits.isEmpty() || notation == Notation.FRACTION)) {
      return new Figure(Number.of(number), true);
    }
    if (number.isFiniteDecimal()
        && number.toDecimal().precision() <= digits.orElse(LONGEST_EXACT)) {
      return new Figure(new Number(number, Notation.DECIMAL), true);
    }
    return rounded(number);
  }

  private Figure rounded(Rational number) {
    BigDecimal shown = number.toDecimal(digits.orElse(DIGITS));
    return new Figure(new Number(Rational.of(shown), Notation.APPROXIMATE), false);
  }
}
