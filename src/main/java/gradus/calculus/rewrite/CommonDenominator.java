package gradus.calculus.rewrite;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A formula put over one common denominator, so that its fractions cancel: `(1-y)/(1-p)*p*(1-p) -
/// y/p*p*(1-p)` is `p - y`. Sums, products and integer powers are opened, everything else is an
/// atom; that is true entry by entry too.
///
/// Limits: where a cancelled factor is 0 the formula had no value, and its continuation is taken;
/// powers above [#HIGHEST] and more than [#LARGEST] operations are left alone.
public final class CommonDenominator {
  public static final int LARGEST = 60;
  private static final int HIGHEST = 4;

  private final List<Expr> atoms;

  private CommonDenominator(Set<Expr> atoms) {
    this.atoms = List.copyOf(atoms);
  }

  /// The formula without its fractions; empty where one is left, or it would become longer, or lose
  /// its shape.
  public static Optional<Expr> cancelled(Expr formula) {
    if (Formulas.takesMore(formula, LARGEST) || !divides(formula)) {
      return Optional.empty();
    }
    Set<Expr> atoms = new LinkedHashSet<>();
    collect(formula, atoms);
    CommonDenominator common = new CommonDenominator(atoms);
    return common
        .fraction(formula)
        .map(fraction -> Simplifier.simplified(common.formula(common.chosen(fraction).cancelled())))
        .filter(whole -> !divides(whole))
        .filter(whole -> Formulas.operations(whole) <= Formulas.operations(formula))
        .filter(whole -> Shapes.of(whole).equals(Shapes.of(formula)));
  }

  /// Whether something other than a number or a size stands below a fraction bar.
  public static boolean divides(Expr formula) {
    return Formulas.anyMatch(
        formula,
        part ->
            part instanceof Power(Expr base, Number(Rational exponent, _))
                && exponent.signum() < 0
                && !Formulas.isConstant(base));
  }

  private static void collect(Expr expr, Set<Expr> atoms) {
    switch (expr) {
      case Number _ -> {}
      case Sum(List<Expr> terms) -> terms.forEach(term -> collect(term, atoms));
      case Product(List<Expr> factors) -> factors.forEach(factor -> collect(factor, atoms));
      case Power(Expr base, Expr exponent) when exponentOf(exponent).isPresent() ->
          collect(base, atoms);
      default -> atoms.add(expr);
    }
  }

  private static OptionalInt exponentOf(Expr exponent) {
    return exponent instanceof Number(Rational value, _)
            && value.isInteger()
            && Math.abs(value.doubleValue()) <= HIGHEST
        ? OptionalInt.of((int) value.doubleValue())
        : OptionalInt.empty();
  }

  /// Empty where something is divided by 0, and where it grows too large: nothing so large cancels.
  private Optional<RationalFunction> fraction(Expr expr) {
    return switch (expr) {
      case Number(Rational value, _) ->
          Optional.of(RationalFunction.of(Polynomial.constant(atoms.size(), value)));
      case Sum(List<Expr> terms) ->
          terms.stream()
              .map(this::fraction)
              .reduce((left, right) -> left.flatMap(l -> right.flatMap(l::plus)))
              .orElseThrow();
      case Product(List<Expr> factors) ->
          factors.stream()
              .map(this::fraction)
              .reduce((left, right) -> left.flatMap(l -> right.flatMap(l::times)))
              .orElseThrow();
      case Power(Expr base, Expr exponent) when exponentOf(exponent).isPresent() -> {
        int power = exponentOf(exponent).getAsInt();
        Optional<RationalFunction> inner = fraction(base);
        yield (power < 0 ? inner.flatMap(RationalFunction::reciprocal) : inner)
            .flatMap(f -> f.power(Math.abs(power)));
      }
      default ->
          Optional.of(RationalFunction.of(Polynomial.atom(atoms.size(), atoms.indexOf(expr))));
    };
  }

  /// `p .* onehot(y)` is `p_y * onehot(y)`, and `onehot(y)^2` is `onehot(y)`.
  private RationalFunction chosen(RationalFunction fraction) {
    Polynomial numerator = Polynomial.constant(atoms.size(), Rational.ZERO);
    for (Map.Entry<List<Integer>, Rational> term : fraction.numerator().terms().entrySet()) {
      List<Integer> exponents = new ArrayList<>(term.getKey());
      for (int i = 0; i < atoms.size(); i++) {
        if (exponents.get(i) > 0
            && atoms.get(i) instanceof Apply(Operation.OneHot _, List<Expr> label)) {
          exponents.set(i, 1);
          choose(label.getFirst(), exponents);
        }
      }
      numerator = numerator.plus(Polynomial.term(exponents, term.getValue()));
    }
    return new RationalFunction(numerator, fraction.divisors());
  }

  private void choose(Expr label, List<Integer> exponents) {
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.get(i) instanceof Apply(Operation operation, List<Expr> operands)
          && operation == Plain.CHOSEN
          && operands.getLast().equals(label)
          && atoms.contains(operands.getFirst())) {
        int whole = atoms.indexOf(operands.getFirst());
        exponents.set(i, exponents.get(i) + exponents.get(whole));
        exponents.set(whole, 0);
      }
    }
  }

  private Expr formula(RationalFunction fraction) {
    if (fraction.numerator().isZero()) {
      return Formulas.ZERO;
    }
    List<Expr> factors = new ArrayList<>();
    Polynomial rest = fraction.numerator();
    List<Integer> common = rest.common();
    Rational content = content(rest);
    factors.add(Number.of(content));
    rest = rest.dividedBy(Polynomial.term(common, content)).orElseThrow();
    factors.add(atoms(common));
    if (rest.terms().size() > 1) {
      factors.add(sum(rest));
    }
    fraction
        .divisors()
        .forEach((divisor, exponent) -> factors.add(new Power(sum(divisor), Number.of(-exponent))));
    return Formulas.product(factors);
  }

  /// What all coefficients are multiples of, if they are the same but for their signs; negative
  /// where all are.
  private static Rational content(Polynomial polynomial) {
    Rational first = polynomial.leadingCoefficient();
    boolean same =
        polynomial.terms().values().stream()
            .allMatch(value -> value.equals(first) || value.equals(first.negated()));
    boolean negative = polynomial.terms().values().stream().allMatch(v -> v.signum() < 0);
    Rational size = same ? (first.signum() < 0 ? first.negated() : first) : Rational.ONE;
    return negative ? size.negated() : size;
  }

  private Expr sum(Polynomial polynomial) {
    List<Expr> positive = new ArrayList<>();
    List<Expr> negative = new ArrayList<>();
    polynomial
        .terms()
        .forEach((exponents, coefficient) ->
            (coefficient.signum() < 0 ? negative : positive)
                .add(Formulas.product(Number.of(coefficient), atoms(exponents))));
    positive.addAll(negative);
    return Formulas.sum(positive);
  }

  private Expr atoms(List<Integer> exponents) {
    List<Expr> factors = new ArrayList<>();
    for (int i = 0; i < exponents.size(); i++) {
      if (exponents.get(i) > 0) {
        factors.add(new Power(atoms.get(i), Number.of(exponents.get(i))));
      }
    }
    return Formulas.product(factors);
  }
}
