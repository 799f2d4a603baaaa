package gradus.syntax.resolve;

import gradus.expr.Condition;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Product;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Source;
import gradus.syntax.source.Span;
import gradus.syntax.written.LocalScope;
import gradus.syntax.written.Scope;
import gradus.syntax.written.Written;
import gradus.syntax.written.Written.Factor;
import gradus.syntax.written.Written.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One formula on its way from written to resolved. What cannot be resolved is reported, counted as
/// a failure and replaced by a zero, so that all faults of a formula are found.
final class Resolution {
  private static final Expr NOTHING = Formulas.ZERO;

  private final Scope scope;
  private final Failures failures;
  private final IndexRanges ranges;
  private final Conformability fitting;
  private final IndexResolution indices;
  private final EntryResolution entries;
  private final NameResolution names;
  private final PartialResolution partials;
  private final ProductResolution products;
  private final PowerResolution powers;
  private final CallResolution calls;

  /// @param ranges of the letters of the sums around this
  /// @param lettersAreFree whether a single letter without a meaning may be an index
  Resolution(Scope scope, Failures failures, IndexRanges ranges, boolean lettersAreFree) {
    this.scope = scope;
    this.failures = failures;
    this.ranges = ranges;
    this.fitting = new Conformability(failures);
    this.indices = new IndexResolution(scope, failures, lettersAreFree);
    this.entries = new EntryResolution(this, indices, ranges, scope.indexOrigin());
    this.names = new NameResolution(scope, this, indices, entries);
    this.partials = new PartialResolution(names, this);
    this.products = new ProductResolution(partials, this, fitting);
    this.powers = new PowerResolution(names, this, fitting);
    this.calls = new CallResolution(scope, this, fitting, indices);
  }

  Failures failures() {
    return failures;
  }

  Source source() {
    return failures.source();
  }

  Expr fault(Fault fault, Span span, Object... details) {
    return fault(fault.at(source(), span, details));
  }

  Expr fault(Diagnostic diagnostic) {
    failures.tell(diagnostic);
    return NOTHING;
  }

  Expr unsupported(String construct, Span span) {
    return fault(Fault.UNSUPPORTED, span, construct);
  }

  Expr partial(Written.Product product) {
    return partials.only(product);
  }

  /// Where a letter runs over a range.
  Resolution within(Name letter, Range range) {
    return new Resolution(
        new LocalScope(scope, letter), failures, ranges.and(letter, range), false);
  }

  List<ResolvedPart> parts(List<Written> formulas) {
    return formulas.stream().map(this::part).toList();
  }

  ResolvedPart part(Written written) {
    return ResolvedPart.of(formula(written), written.span());
  }

  Expr scalar(Written written) {
    ResolvedPart part = part(written);
    return fitting.isScalar(part) ? part.formula() : NOTHING;
  }

  /// Counted from 1.
  Expr classLabel(Written written) {
    return entries.classLabel(written);
  }

  /// Whether a quantity stands in an index.
  boolean isClassLabel(Written index) {
    return switch (index) {
      case Written.Name name -> names.isQuantity(name);
      case Written.Negated(Written value, _) -> isClassLabel(value);
      case Written.Sum(List<Term> terms, _) ->
          terms.stream().map(Term::value).anyMatch(this::isClassLabel);
      case Written.Product(List<Factor> factors, _) ->
          factors.stream().map(Factor::value).anyMatch(this::isClassLabel);
      case Written _ -> false;
    };
  }

  Expr formula(Written written, Shape expected) {
    return written instanceof Written.Matrix matrix
        ? new MatrixResolution(this, fitting).formula(matrix, expected)
        : formula(written);
  }

  Expr formula(Written written) {
    return switch (written) {
      case Written.Number(Rational value, boolean decimal, _) ->
          new Number(value, decimal ? Notation.DECIMAL : Notation.FRACTION);
      case Written.Name name -> names.formula(name);
      case Written.Sum sum -> sum(sum);
      case Written.Product product -> products.formula(product);
      case Written.Negated(Written value, _) -> negative(formula(value));
      case Written.Power power -> powers.formula(power);
      case Written.Transposed transposed -> transposed(transposed);
      case Written.Absolute(Written value, Span span) -> calls.absolute(value, span);
      case Written.Call call -> calls.formula(call);
      case Written.Cases(List<Written.Branch> branches, _) -> cases(branches);
      case Written.Matrix matrix -> formula(matrix, Shape.SCALAR);
      case Written.Entry(Written value, List<Written> at, Span span) ->
          entries.formula(part(value), at, span);
      case Written.Ranging ranging -> unsupported("a range here", ranging.span());
      case Written.Between between -> unsupported("a range here", between.span());
      case Written.All all -> unsupported("a whole row or column here", all.span());
      case Written.Option option ->
          unsupported("the option '" + option.name() + "'", option.span());
    };
  }

  private Expr sum(Written.Sum sum) {
    List<Expr> terms = new ArrayList<>();
    Optional<ResolvedPart> widest = Optional.empty();
    for (Term term : sum.terms()) {
      ResolvedPart part = part(term.value());
      if (widest.isEmpty()) {
        widest = Optional.of(part);
      } else if (fitting.goTogether(widest.get(), part)) {
        widest = Optional.of(Conformability.wider(widest.get(), part));
      } else {
        return NOTHING;
      }
      terms.add(term.negative() ? Formulas.negated(part.formula()) : part.formula());
    }
    return Formulas.sum(terms);
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

  private Expr transposed(Written.Transposed transposed) {
    if (transposed.value() instanceof Written.Name name && names.isFunction(name)) {
      return names.formula(name);
    }
    ResolvedPart value = part(transposed.value());
    return value.isScalar() ? value.formula() : Formulas.transposed(value.formula());
  }

  private Expr cases(List<Written.Branch> branches) {
    List<Branch> resolved = new ArrayList<>();
    List<ResolvedPart> values = new ArrayList<>();
    for (Written.Branch branch : branches) {
      List<Condition.Comparison> comparisons =
          branch.comparisons().stream()
              .map(c -> new Condition.Comparison(scalar(c.left()), c.relation(), scalar(c.right())))
              .toList();
      ResolvedPart value = part(branch.value());
      values.add(value);
      resolved.add(new Branch(value.formula(), new Condition(comparisons)));
    }
    return fitting.goTogether(values) ? new Expr.Cases(resolved) : NOTHING;
  }

  String text(Span span) {
    return failures.text(span);
  }

  Optional<Index> index(Written written) {
    return indices.of(written);
  }
}
