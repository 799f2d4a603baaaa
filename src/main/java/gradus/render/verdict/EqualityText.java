package gradus.render.verdict;

import gradus.check.equal.Equality;
import gradus.check.equal.Equality.Different;
import gradus.check.equal.Equality.Equivalent;
import gradus.check.equal.Equality.Grounds;
import gradus.check.equal.Equality.Misshapen;
import gradus.check.equal.Equality.Reason;
import gradus.check.equal.Equality.Undecided;
import gradus.check.equal.Equality.Unreadable;
import gradus.check.equal.Equality.Witness;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.syntax.print.NumberText;
import gradus.syntax.print.PlainText;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.DiagnosticText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The verdict on two formulas in words.
public final class EqualityText {
  private static final int DIGITS = 10;
  private static final int ALL_DIGITS = 17;

  private EqualityText() {}

  /// For a terminal: the verdict, what carries it, and marks under what cannot be read.
  public static String of(Equality equality) {
    String diagnostics =
        equality instanceof Unreadable(var faults)
            ? faults.stream().map(DiagnosticText::of).collect(Collectors.joining())
            : message(equality) + "\n";
    return verdict(equality) + (equality instanceof Unreadable ? ":\n" : ": ") + diagnostics;
  }

  static String verdict(Equality equality) {
    return switch (equality) {
      case Equivalent _ -> "equivalent";
      case Different _, Misshapen _ -> "different";
      case Undecided _ -> "undecided";
      case Unreadable _ -> "unreadable";
    };
  }

  static String grounds(Grounds grounds) {
    return switch (grounds) {
      case SAME_FORM -> "same form";
      case EXACT -> "exact";
      case PROVED -> "proved";
      case SAMPLED -> "sampled";
    };
  }

  /// At most two sentences.
  public static String message(Equality equality) {
    return switch (equality) {
      case Equivalent(Grounds grounds) -> equal(grounds);
      case Different(_, Witness witness) -> different(witness);
      case Misshapen(Shape left, Shape right) ->
          "The left side is " + said(left) + " and the right side is " + said(right) + ".";
      case Undecided(Reason reason) -> undecided(reason);
      case Unreadable(var diagnostics) ->
          diagnostics.stream().map(EqualityText::place).collect(Collectors.joining(" "));
    };
  }

  private static String place(Diagnostic diagnostic) {
    String where = diagnostic.source().name();
    return "I could not read this: in '"
        + where
        + "', column "
        + diagnostic.column()
        + ", "
        + diagnostic.sentence()
        + ".";
  }

  private static String equal(Grounds grounds) {
    return switch (grounds) {
      case SAME_FORM -> "Both are the same formula.";
      case EXACT -> "Both are equal, by exact arithmetic.";
      case PROVED -> "Both are equal, and this is proved.";
      case SAMPLED -> "Both are equal at every point that was tried, and defined at the same ones.";
    };
  }

  private static String said(Shape shape) {
    return shape.isScalar() ? "a number" : shape.toString();
  }

  private static String undecided(Reason reason) {
    return switch (reason) {
      case NO_POINT -> "No values were found for which all the given facts hold.";
      case LEFT_NOWHERE_DEFINED -> "The left side has no value anywhere that was tried.";
      case RIGHT_NOWHERE_DEFINED -> "The right side has no value anywhere that was tried.";
      case CONSTANTS ->
          "Both agree in hundreds of digits, but whether constants of this kind are equal cannot be"
              + " decided.";
      case OUT_OF_REACH ->
          "Too few digits can be seen to tell: the values are too large, too small or too close.";
      case TOO_LONG -> "The formulas are too long to be compared.";
    };
  }

  private static String different(Witness witness) {
    boolean needsAll = digits(witness.left(), DIGITS).equals(digits(witness.right(), DIGITS));
    int shown = needsAll ? ALL_DIGITS : DIGITS;
    String values =
        (witness.at().isEmpty() ? "" : at(witness.at()) + ", ")
            + side("left", witness)
            + value(witness.left(), shown)
            + " and "
            + side("right", witness)
            + value(witness.right(), shown)
            + ".";
    String sentence = values.substring(0, 1).toUpperCase(Locale.ROOT) + values.substring(1);
    return needsAll && !Double.isNaN(witness.apart())
        ? sentence + " They are " + digits(Value.of(witness.apart()), 2) + " apart."
        : sentence;
  }

  /// `the left side`, `entry 2,1 of the left side`
  private static String side(String side, Witness witness) {
    String entry =
        witness.entry().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",", "entry ", ""));
    return (witness.entry().isEmpty() ? "" : entry + " of ") + "the " + side + " side ";
  }

  private static String at(Map<Quantity, Value> at) {
    return "at "
        + WitnessValues.of(at).stream()
            .filter(WitnessValues::isKnown)
            .map(values -> PlainText.of(values.name()) + " = " + typed(values))
            .collect(Collectors.joining(", "));
  }

  /// As it is typed: `[1, 2; 3, 4]`, a question mark for what may be anything.
  private static String typed(WitnessValues values) {
    String rows =
        values.rows().stream()
            .map(row ->
                row.stream()
                    .map(value -> value.isDefined() ? digits(value, ALL_DIGITS) : "?")
                    .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    return values.isNumber() ? rows : "[" + rows + "]";
  }

  private static String value(Value value, int digits) {
    return value instanceof Value.Undefined(Cause cause)
        ? "has no value" + because(cause)
        : "is " + digits(value, digits);
  }

  private static String because(Cause cause) {
    return switch (cause) {
      case OUTSIDE_DOMAIN -> " (a logarithm, root or power of a number that has none)";
      case DIVISION_BY_ZERO -> " (it divides by 0)";
      case NO_BRANCH -> " (none of its cases holds)";
      case TOO_LARGE -> " that could be written down";
      case MISSING -> "";
    };
  }

  /// Exact where that is short.
  private static String digits(Value value, int digits) {
    return switch (value) {
      case Value.Exact(Rational number) -> exact(number, digits);
      case Value.Approximate(double number) -> plain(Rational.of(number).toDecimal(digits));
      case Value.Undefined _ -> "undefined";
    };
  }

  private static String exact(Rational number, int digits) {
    boolean isShort = number.isFiniteDecimal() && number.toDecimal().precision() <= digits;
    return plain(isShort ? number.toDecimal() : number.toDecimal(digits));
  }

  private static String plain(BigDecimal number) {
    return NumberText.decimal(number.signum() == 0 ? number : number.stripTrailingZeros());
  }
}
