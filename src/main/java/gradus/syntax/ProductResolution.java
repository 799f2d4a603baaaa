package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.syntax.Written.Factor;
import gradus.syntax.Written.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Products, quotients, fractions, and the partial derivatives among them.
final class ProductResolution {
  private final NameResolution names;
  private final Resolution resolution;

  ProductResolution(NameResolution names, Resolution resolution) {
    this.names = names;
    this.resolution = resolution;
  }

  Expr formula(Written.Product product) {
    List<Expr> factors = new ArrayList<>();
    List<Factor> written = product.factors();
    for (int i = 0; i < written.size(); i++) {
      Optional<Expr> partial =
          i + 1 < written.size() ? partial(written.get(i), written.get(i + 1)) : Optional.empty();
      if (partial.isPresent()) {
        factors.add(partial.get());
        i++;
      } else if (i == 1) {
        addSecond(factors, written.get(1));
      } else {
        factors.add(factor(written.get(i)));
      }
    }
    return Formulas.product(factors);
  }

  /// `3/4` is a number, and `1/x` is the reciprocal without the factor 1.
  private void addSecond(List<Expr> factors, Factor second) {
    Expr factor = factor(second);
    boolean divides = second.operator() == Operator.DIVIDED_BY;
    if (divides
        && isInteger(factors.getFirst())
        && second.value() instanceof Written.Number(Rational divisor, boolean decimal, _)
        && !decimal
        && !divisor.isZero()) {
      Rational numerator = ((Number) factors.getFirst()).value();
      factors.set(0, Number.of(numerator.dividedBy(divisor)));
    } else if (divides && factors.getFirst().equals(Formulas.ONE)) {
      factors.set(0, factor);
    } else {
      factors.add(factor);
    }
  }

  private static boolean isInteger(Expr expr) {
    return expr instanceof Number(Rational value, Notation notation)
        && notation == Notation.FRACTION
        && value.isInteger();
  }

  private Expr factor(Factor factor) {
    return switch (factor.operator()) {
      case TIMES -> resolution.formula(factor.value());
      case DIVIDED_BY -> new Power(resolution.formula(factor.value()), Formulas.MINUS_ONE);
      case ENTRYWISE_TIMES ->
          resolution.unsupported("the entry-by-entry product '.*'", factor.value().span());
      case ENTRYWISE_DIVIDED_BY ->
          resolution.unsupported("the entry-by-entry quotient './'", factor.value().span());
    };
  }

  /// `dL` and `/ dw`, or `-dL` and `/ dw`.
  private Optional<Expr> partial(Factor top, Factor bottom) {
    if (bottom.operator() != Operator.DIVIDED_BY) {
      return Optional.empty();
    }
    if (top.value() instanceof Written.Negated(Written.Name inner, _)) {
      return partial(new Factor(top.operator(), inner), bottom).map(Formulas::negated);
    }
    if (!(top.value() instanceof Written.Name of) || !NameResolution.isDifferential(of)) {
      return Optional.empty();
    }
    return switch (bottom.value()) {
      case Written.Name by when names.isPartial(of, by) ->
          Optional.of(
              top.operator() == Operator.TIMES
                  ? names.partial(of, by)
                  : needsBrackets(of, by, by.span()));
      case Written.Power(Written.Name by, _, _, Span end) when names.isPartial(of, by) ->
          Optional.of(needsBrackets(of, by, end));
      case Written.Transposed(Written.Name by, Span end) when names.isPartial(of, by) ->
          Optional.of(needsBrackets(of, by, end));
      default -> Optional.empty();
    };
  }

  /// `dL/dw'` is meant as `(dL/dw)'`, `x/dL/dw` as `x/(dL/dw)`.
  private Expr needsBrackets(Written.Name of, Written.Name by, Span end) {
    Span partial = of.span().to(by.span());
    String rest = resolution.text(new Span(by.span().end(), end.end()));
    return resolution.fault(
        Fault.PARTIAL_NEEDS_BRACKETS
            .at(resolution.source(), partial.to(end))
            .suggesting("(" + resolution.text(partial) + ")" + rest));
  }

  /// A product that must be a partial derivative.
  Expr onlyPartial(Written.Product product) {
    List<Factor> factors = product.factors();
    boolean shaped =
        factors.size() == 2
            && factors.get(1).operator() == Operator.DIVIDED_BY
            && factors.get(0).value() instanceof Written.Name of
            && factors.get(1).value() instanceof Written.Name by
            && NameResolution.isDifferential(of)
            && NameResolution.isDifferential(by);
    return shaped
        ? names.partial(
            (Written.Name) factors.get(0).value(), (Written.Name) factors.get(1).value())
        : resolution.fault(Fault.NOT_A_SYMBOL, product.span());
  }
}
