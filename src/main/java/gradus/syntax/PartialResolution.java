package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Written.Factor;
import gradus.syntax.Written.Operator;
import java.util.List;
import java.util.Optional;

/// Partial derivatives: `dL/dw`, `da[k]_j/dW[k]_{i,j}`.
final class PartialResolution {
  private final NameResolution names;
  private final Resolution resolution;

  PartialResolution(NameResolution names, Resolution resolution) {
    this.names = names;
    this.resolution = resolution;
  }

  /// Whether `dL` beside `dw` is read as a partial: neither is a name, but what follows the d of
  /// one of them is. The other is a misspelling then.
  private boolean isPartial(Written.Name top, Written.Name bottom) {
    return top.isDifferential()
        && bottom.isDifferential()
        && !names.isQuantity(top)
        && !names.isQuantity(bottom)
        && (names.isQuantity(withoutD(top)) || names.isQuantity(withoutD(bottom)));
  }

  private static Written.Name withoutD(Written.Name name) {
    Span span = new Span(name.span().start() + 1, name.span().end());
    return new Written.Name(name.text().substring(1), name.labels(), name.entries(), span);
  }

  /// `dL` and `/ dw`, or `-dL` and `/ dw`.
  Optional<Expr> formula(Factor top, Factor bottom) {
    if (bottom.operator() != Operator.DIVIDED_BY) {
      return Optional.empty();
    }
    if (top.value() instanceof Written.Negated(Written.Name inner, _)) {
      return formula(new Factor(top.operator(), inner), bottom).map(Formulas::negated);
    }
    if (!(top.value() instanceof Written.Name of) || !of.isDifferential()) {
      return Optional.empty();
    }
    return switch (bottom.value()) {
      case Written.Name by when isPartial(of, by) ->
          Optional.of(
              top.operator() == Operator.TIMES || top.operator() == Operator.ENTRYWISE_TIMES
                  ? partial(of, by)
                  : needsBrackets(of, by, by.span()));
      case Written.Power(Written.Name by, _, _, Span end) when isPartial(of, by) ->
          Optional.of(needsBrackets(of, by, end));
      case Written.Transposed(Written.Name by, Span end) when isPartial(of, by) ->
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
  Expr only(Written.Product product) {
    List<Factor> factors = product.factors();
    boolean shaped =
        factors.size() == 2
            && factors.get(1).operator() == Operator.DIVIDED_BY
            && factors.get(0).value() instanceof Written.Name of
            && factors.get(1).value() instanceof Written.Name by
            && of.isDifferential()
            && by.isDifferential();
    return shaped
        ? partial((Written.Name) factors.get(0).value(), (Written.Name) factors.get(1).value())
        : resolution.fault(Fault.NOT_A_SYMBOL, product.span());
  }

  private Expr partial(Written.Name top, Written.Name bottom) {
    Expr of = ofPartial(top);
    Expr by = ofPartial(bottom);
    Optional<Quantity> quantity = quantity(of);
    Optional<Quantity> variable = quantity(by);
    if (quantity.isPresent() && variable.isPresent()) {
      return new Ref(Partial.total(quantity.get(), variable.get()));
    }
    Span span = top.span().to(bottom.span());
    return resolution.failures().within(span)
        ? Formulas.ZERO
        : resolution.fault(Fault.NOT_A_SYMBOL, span);
  }

  /// A quantity, or an entry of one.
  static Optional<Quantity> quantity(Expr formula) {
    return switch (formula) {
      case Ref(Quantity quantity) -> Optional.of(quantity);
      case Entry(Ref(Quantity quantity), var indices) -> Optional.of(quantity.entry(indices));
      default -> Optional.empty();
    };
  }

  /// A misspelt `delta` in `delta/dw` is named whole, a misspelt `Lss` in `dLss/dw` without its d.
  private Expr ofPartial(Written.Name differential) {
    Written.Name name = withoutD(differential);
    boolean whole = !names.isOfKnownName(name) && names.isNearToOne(differential);
    return whole ? names.unknown(differential, differential.text()) : names.formula(name);
  }
}
