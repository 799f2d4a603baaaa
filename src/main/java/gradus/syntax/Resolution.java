package gradus.syntax;

import gradus.expr.Condition;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.syntax.Written.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One formula on its way from written to resolved. What cannot be resolved is reported, counted as
/// a failure and replaced by a zero, so that all faults of a formula are found.
final class Resolution {
  private static final Expr NOTHING = Formulas.ZERO;

  private final Source source;
  private final Consumer<Diagnostic> diagnostics;
  private final NameResolution names;
  private final CallResolution calls;
  private final ProductResolution products;
  private boolean failed;

  Resolution(Source source, Scope scope, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.names = new NameResolution(scope, this);
    this.calls = new CallResolution(scope, this);
    this.products = new ProductResolution(names, this);
  }

  boolean hasFailed() {
    return failed;
  }

  Source source() {
    return source;
  }

  Expr fault(Fault fault, Span span, Object... details) {
    return fault(fault.at(source, span, details));
  }

  Expr fault(Diagnostic diagnostic) {
    failed = true;
    diagnostics.accept(diagnostic);
    return NOTHING;
  }

  Expr unsupported(String construct, Span span) {
    return fault(Fault.UNSUPPORTED, span, construct);
  }

  Expr partial(Written.Product product) {
    return products.onlyPartial(product);
  }

  List<Expr> all(List<Written> formulas) {
    return formulas.stream().map(this::formula).toList();
  }

  Expr formula(Written written) {
    return switch (written) {
      case Written.Number(Rational value, boolean decimal, _) ->
          new Number(value, decimal ? Notation.DECIMAL : Notation.FRACTION);
      case Written.Name name -> names.formula(name);
      case Written.Sum(List<Term> terms, _) ->
          Formulas.sum(terms.stream().map(this::term).toList());
      case Written.Product product -> products.formula(product);
      case Written.Negated(Written value, _) -> negative(formula(value));
      case Written.Power power -> power(power);
      case Written.Transposed transposed -> transposed(transposed);
      case Written.Absolute(Written value, Span span) -> calls.absolute(value, span);
      case Written.Call call -> calls.formula(call);
      case Written.Cases(List<Written.Branch> branches, _) ->
          new Expr.Cases(branches.stream().map(this::branch).toList());
      case Written.Matrix matrix -> unsupported("a vector or matrix", matrix.span());
      case Written.Ranging ranging -> unsupported("a sum over an index", ranging.span());
      case Written.All all -> unsupported("a whole row or column", all.span());
      case Written.Option option ->
          unsupported("the option '" + option.name() + "'", option.span());
    };
  }

  private Expr term(Term term) {
    Expr value = formula(term.value());
    return term.negative() ? Formulas.negated(value) : value;
  }

  /// A sign before a literal belongs to it, also where the literal begins a product: `-3*x`.
  private static Expr negative(Expr value) {
    return switch (value) {
      case Number(Rational number, Notation notation) when number.signum() >= 0 ->
          new Number(number.negated(), notation);
      case Product(List<Expr> factors)
          when factors.getFirst() instanceof Number(Rational number, Notation notation)
              && number.signum() > 0 -> {
        List<Expr> signed = new ArrayList<>(factors);
        signed.set(0, new Number(number.negated(), notation));
        yield new Product(signed);
      }
      default -> Formulas.negated(value);
    };
  }

  private Expr power(Written.Power power) {
    if (power.entrywise()) {
      return unsupported("the entry-by-entry power '.^'", power.span());
    }
    if (power.exponent() instanceof Written.Name exponent && names.isTransposeSign(exponent)) {
      String base = text(new Span(power.span().start(), exponent.span().start()));
      return fault(
          Fault.TRANSPOSE_AS_POWER
              .at(source, power.span())
              .suggesting(base.replaceFirst("\\s*\\^\\s*$", "'")));
    }
    if (power.base() instanceof Written.Name base && names.isEulersNumber(base)) {
      formula(power.exponent());
      String exponent = text(power.exponent().span());
      return fault(
          Fault.UNKNOWN_NAME.at(source, base.span(), "e").suggesting("exp(" + exponent + ")"));
    }
    return new Power(formula(power.base()), formula(power.exponent()));
  }

  private Expr transposed(Written.Transposed transposed) {
    return transposed.value() instanceof Written.Name name && names.isFunction(name)
        ? names.formula(name)
        : unsupported("a transpose", transposed.span());
  }

  private Branch branch(Written.Branch branch) {
    List<Condition.Comparison> comparisons =
        branch.comparisons().stream()
            .map(c -> new Condition.Comparison(formula(c.left()), c.relation(), formula(c.right())))
            .toList();
    return new Branch(formula(branch.value()), new Condition(comparisons));
  }

  String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }
}
