package gradus.check.world;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Value;
import gradus.expr.Value.Exact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Numbers as they are printed, with a few decimals.
///
/// A literal stands for any number that rounds to it, but only where a value is known that it is
/// the rounding of: `0.5` is a half unless something nearby was worked out.
public final class PrintedNumbers {
  private static final double SLACK = 1e-12;

  private final Functions functions;
  private final List<Double> values;
  private final Collection<Rational> before;
  private final DecimalPlaces decimals;

  /// @param values those that a literal may be the rounding of; what is one of them exactly is not
  /// @param before roundings that were printed before, as they become known
  PrintedNumbers(
      Functions functions,
      List<Double> values,
      Collection<Rational> before,
      DecimalPlaces decimals) {
    this.before = before;
    this.decimals = decimals;
    this.functions = functions;
    this.values = List.copyOf(values);
  }

  public enum Closeness {
    EXACT,
    /// At the digits printed.
    ROUNDED,
    /// The digits behind the last one printed are cut off.
    CUT,
    APART
  }

  /// @param left its exact value
  public Closeness closeness(Value left, Expr right, Value rightValue) {
    return closeness(left, right, rightValue, false);
  }

  /// @param loosely whether any decimal may be a rounding
  public Closeness closeness(Value left, Expr right, Value rightValue, boolean loosely) {
    return closeness(left, right, rightValue, loosely, Map.of());
  }

  /// @param names the values of what the right side has besides literals
  public Closeness closeness(
      Value left, Expr right, Value rightValue, boolean loosely, Map<Symbol, Value> names) {
    if (left instanceof Exact(Rational a)
        && rightValue instanceof Exact(Rational b)
        && a.equals(b)) {
      return Closeness.EXACT;
    }
    double l = left.doubleValue();
    double r = rightValue.doubleValue();
    if (Double.isNaN(l) || Double.isNaN(r)) {
      return Closeness.APART;
    }
    double apart = Math.abs(l - r);
    boolean inexact = !(left instanceof Exact) || !(rightValue instanceof Exact);
    if (inexact && apart <= 1e-12 * Math.max(Math.abs(l), Math.abs(r))) {
      return Closeness.EXACT;
    }
    double tolerance = tolerance(right, l, loosely, names);
    if (apart <= tolerance * (1 + 1e-9) + SLACK * Math.abs(r)) {
      return Closeness.ROUNDED;
    }
    boolean cut =
        right instanceof Expr.Number && apart < 2 * tolerance && Math.abs(r) < Math.abs(l);
    return cut ? Closeness.CUT : Closeness.APART;
  }

  /// How far a side with these literals may be from its exact value.
  private double tolerance(Expr side, double exact, boolean loosely, Map<Symbol, Value> names) {
    if (side instanceof Expr.Number number) {
      return half(number, exact);
    }
    return spread(side, loosely, names);
  }

  /// Half a unit of the last decimal; of a whole number only where it is a small part of it.
  private double half(Expr.Number number, double exact) {
    int places = Math.max(0, decimals.of(number.value()));
    double half = 0.5 * StrictMath.pow(10, -places);
    boolean whole = number.notation() != Notation.DECIMAL;
    if (whole) {
      boolean fraction = !number.value().isInteger();
      return fraction || Math.abs(exact) < 100 ? 0 : half;
    }
    return half;
  }

  /// How far a side moves if its literals are what they were rounded from.
  public double spread(Expr side) {
    return spread(side, false, Map.of());
  }

  private double spread(Expr side, boolean loosely, Map<Symbol, Value> names) {
    List<Expr.Number> literals = new ArrayList<>();
    Formulas.visit(
        side,
        part -> {
          if (part instanceof Expr.Number number
              && (isRounding(number) || isLong(number, loosely))) {
            literals.add(number);
          }
        });
    double at = Evaluation.of(side, functions, names).doubleValue();
    double spread = 0;
    for (Expr.Number literal : literals.stream().distinct().toList()) {
      double half = 0.5 * StrictMath.pow(10, -decimals.of(literal.value()));
      Expr.Number moved = Expr.Number.of(literal.value().plus(Rational.of(half)));
      double there =
          Evaluation.of(Formulas.replace(side, literal, moved), functions, names).doubleValue();
      spread += Double.isNaN(there) ? 0 : Math.abs(there - at);
    }
    return spread;
  }

  /// Nobody is given a number of five decimals.
  private boolean isLong(Expr.Number number, boolean loosely) {
    int scale = decimals.of(number.value());
    return scale > 4 || loosely && scale > 0;
  }

  private boolean isRounding(Expr.Number number) {
    int scale = decimals.of(number.value());
    if (scale <= 0) {
      return false;
    }
    double half = 0.5 * StrictMath.pow(10, -scale) * (1 + 1e-9);
    double literal = Math.abs(number.value().doubleValue());
    boolean given =
        values.stream().anyMatch(value -> Math.abs(Math.abs(value) - literal) <= 1e-12 * literal);
    if (given && !before.contains(number.value())) {
      return false;
    }
    return values.stream()
        .mapToDouble(Math::abs)
        .anyMatch(value ->
            Math.abs(value - literal) <= half && Math.abs(value - literal) > 1e-12 * literal);
  }
}
