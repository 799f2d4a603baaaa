package gradus.check;

import gradus.calculus.Evaluation;
import gradus.calculus.Functions;
import gradus.calculus.UnitSum;
import gradus.check.StandIns.Values;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.syntax.BuiltIn;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Known;
import gradus.syntax.KnownReader;
import gradus.syntax.Resolver;
import gradus.syntax.Source;
import gradus.syntax.Span;
import gradus.syntax.Written;
import gradus.syntax.Written.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns what is written of names into facts.
final class FactsReader {
  private static final int MOST_CHOICES = 64;
  private static final Functions RULE_PAGE = Functions.rulePage();
  private static final Facts NONE = Facts.none(RULE_PAGE);

  private final Source source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Name> declared = new HashSet<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final Map<Quantity, Range> ranges = new LinkedHashMap<>();
  private final List<Facts.Choice> choices = new ArrayList<>();
  private final ShapingReader shapes;
  private final List<Definition> definitions = new ArrayList<>();
  private Functions functions = RULE_PAGE;

  private FactsReader(Source source) {
    this.source = source;
    shapes = new ShapingReader(source, diagnostics::add);
  }

  record Outcome(Facts facts, Set<Name> declared, Shaping shaping, List<Diagnostic> diagnostics) {}

  static Outcome read(Source source) {
    if (source.text().isBlank()) {
      return new Outcome(NONE, Set.of(), Shaping.NONE, List.of());
    }
    KnownReader.Outcome read = KnownReader.read(source);
    if (!read.diagnostics().isEmpty()) {
      return new Outcome(NONE, Set.of(), Shaping.NONE, read.diagnostics());
    }
    FactsReader reader = new FactsReader(source);
    reader.read(read.known());
    return new Outcome(
        reader.facts(), reader.declared, reader.shapes.shaping(), reader.diagnostics);
  }

  private Facts facts() {
    return new Facts(comparisons, ranges, choices, inOrder(), functions);
  }

  private void read(List<Known> known) {
    known.forEach(this::declare);
    for (Known one : known) {
      switch (one) {
        case Known.Compared(List<Written.Comparison> written, _) -> {
          if (functionBounded(written).isEmpty()) {
            written.forEach(this::compare);
          }
        }
        case Known.Stated(Written.Name name, List<Fact> facts, _, _) ->
            facts.forEach(fact -> state(name, fact));
        case Known.Mentioned _ -> {}
      }
    }
  }

  // ---- names and functions ----------------------------------------------------------------------

  private void declare(Known known) {
    switch (known) {
      case Known.Compared(List<Written.Comparison> written, _) -> {
        functionBounded(written).ifPresent(call -> addFunction(call, values(written)));
        written.forEach(c -> declareName(c.left()));
        written.forEach(c -> declareName(c.right()));
      }
      case Known.Stated(Written.Name name, _, List<Written> shape, _) -> {
        declareName(name);
        shapes.declare(name, shape);
      }
      case Known.Mentioned(Written.Call call, _, _) -> addFunction(call, Values.ANY);
      case Known.Mentioned(Written.Name name, List<Written> shape, _) -> {
        declareName(name);
        shapes.declare(name, shape);
      }
      case Known.Mentioned(Written other, _, _) -> fault(Fault.NOT_A_FACT, other.span());
    }
  }

  private void declareName(Written written) {
    if (written instanceof Written.Name name) {
      declared.add(Name.of(name.text()));
    }
  }

  /// The function in `0 < g(z) < 1`, if it is none that the language names.
  private static Optional<Written.Call> functionBounded(List<Written.Comparison> comparisons) {
    return comparisons.stream()
        .flatMap(c -> List.of(c.left(), c.right()).stream())
        .filter(Written.Call.class::isInstance)
        .map(Written.Call.class::cast)
        .filter(call -> !BuiltIn.isFunction(call.function().text()))
        .findFirst();
  }

  /// What the comparisons say about the function in them; only bounds by 0 and 1 are made use of.
  private static Values values(List<Written.Comparison> comparisons) {
    boolean atLeastZero = false;
    boolean atMostOne = false;
    for (Written.Comparison c : comparisons) {
      Written low = isUpwards(c.relation()) ? c.left() : c.right();
      Written high = isUpwards(c.relation()) ? c.right() : c.left();
      atLeastZero |= isNumber(low, Rational.ZERO);
      atMostOne |= isNumber(high, Rational.ONE);
    }
    return !atLeastZero ? Values.ANY : atMostOne ? Values.PROBABILITY : Values.POSITIVE;
  }

  private static boolean isUpwards(Relation relation) {
    return relation == Relation.LESS || relation == Relation.AT_MOST;
  }

  private static boolean isNumber(Written written, Rational value) {
    return written instanceof Written.Number number && number.value().equals(value);
  }

  private void addFunction(Written.Call call, Values values) {
    Name name = Name.of(call.function().text());
    if (RULE_PAGE.named(name).isPresent() || RULE_PAGE.loss(name).isPresent()) {
      fault(Fault.FUNCTION_EXISTS, call.function().span(), name);
      return;
    }
    List<Name> parameters = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      parameters.add(Name.of("argument " + i));
    }
    if (parameters.isEmpty()) {
      fault(Fault.FUNCTION_WITHOUT_PARAMETERS, call.span(), name);
    } else {
      functions = functions.with(StandIns.of(name, parameters, values));
    }
  }

  // ---- facts ------------------------------------------------------------------------------------

  private void compare(Written.Comparison written) {
    if (shapes.takes(written)) {
      return;
    }
    if (written.relation() == Relation.EQUAL) {
      define(written);
      return;
    }
    Optional<Expr> left = resolved(written.left());
    Optional<Expr> right = resolved(written.right());
    if (left.isPresent() && right.isPresent()) {
      add(new Comparison(left.get(), written.relation(), right.get()));
    }
  }

  private void define(Written.Comparison written) {
    if (written.left() instanceof Written.Name name) {
      define(name, written.right());
    } else if (written.right() instanceof Written.Name name) {
      define(name, written.left());
    } else {
      equate(written);
    }
  }

  private void define(Written.Name name, Written formula) {
    Optional<Expr> resolved = resolved(formula);
    if (resolved(name).orElse(null) instanceof Ref(Symbol symbol) && resolved.isPresent()) {
      boolean twice = definitions.stream().anyMatch(d -> d.symbol().equals(symbol));
      if (twice) {
        fault(Fault.DEFINED_TWICE, name.span(), name.text(), 1);
      } else {
        definitions.add(new Definition(symbol, resolved.get()));
      }
    }
  }

  /// `sum(y) = 1`; other equations are not solved.
  private void equate(Written.Comparison written) {
    Optional<Expr> left = resolved(written.left());
    Optional<Expr> right = resolved(written.right());
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    Span both = written.left().span().to(written.right().span());
    Optional<UnitSum> sum =
        unitSum(left.get(), right.get()).or(() -> unitSum(right.get(), left.get()));
    if (sum.isPresent()) {
      shapes.unitSum(sum.get(), both);
    } else {
      diagnostics.add(
          Fault.UNSOLVED_EQUATION.at(source, both).suggesting("q = 1 - p or sum(y) = 1"));
    }
  }

  private static Optional<UnitSum> unitSum(Expr sum, Expr value) {
    return value.equals(Formulas.ONE)
            && sum instanceof Apply(Operation.Total(Along along), List<Expr> operands)
            && operands.getFirst() instanceof Ref(Quantity quantity)
        ? Optional.of(new UnitSum(quantity, along))
        : Optional.empty();
  }

  /// That two sides differ leaves nothing but a null set out.
  private void add(Comparison comparison) {
    if (comparison.relation() == Relation.UNEQUAL || bounds(comparison)) {
      return;
    }
    comparisons.add(comparison);
  }

  private boolean bounds(Comparison c) {
    boolean upwards = isUpwards(c.relation());
    if (c.left() instanceof Ref(Quantity name) && constant(c.right()).isPresent()) {
      bound(name, constant(c.right()).get().doubleValue(), upwards);
      return true;
    }
    if (c.right() instanceof Ref(Quantity name) && constant(c.left()).isPresent()) {
      bound(name, constant(c.left()).get().doubleValue(), !upwards);
      return true;
    }
    return false;
  }

  private void bound(Quantity name, double value, boolean above) {
    Range range = ranges.getOrDefault(name, Range.ALL);
    ranges.put(name, above ? range.below(value) : range.above(value));
  }

  private void state(Written.Name name, Fact fact) {
    if (!(resolved(name).orElse(null) instanceof Ref(Quantity quantity))) {
      return;
    }
    switch (fact) {
      case Fact.OneHot(Span span) -> shapes.oneHot(quantity, span);
      case Fact.OneOf(List<Written> values, Span span) -> choose(quantity, values, span);
      case Fact.Within(Written from, Written to, Span span) -> within(quantity, from, to, span);
      case Fact.Bound(Relation relation, Written value, _) ->
          resolved(value)
              .ifPresent(bound -> add(new Comparison(new Ref(quantity), relation, bound)));
    }
  }

  private void choose(Quantity quantity, List<Written> written, Span span) {
    List<Rational> values = written.stream().flatMap(value -> number(value).stream()).toList();
    if (values.size() > MOST_CHOICES) {
      fault(Fault.TOO_MANY_CHOICES, span, MOST_CHOICES);
    } else if (values.size() == written.size()) {
      choices.add(Facts.Choice.of(quantity, values));
    }
  }

  private void within(Quantity quantity, Written from, Written to, Span span) {
    Optional<Rational> low = number(from);
    Optional<Rational> high = number(to);
    if (low.isEmpty() || high.isEmpty()) {
      return;
    }
    Rational length = high.get().minus(low.get());
    if (length.signum() < 0 || length.compareTo(Rational.of(MOST_CHOICES)) >= 0) {
      fault(Fault.TOO_MANY_CHOICES, span, MOST_CHOICES);
      return;
    }
    List<Rational> values = new ArrayList<>();
    for (Rational value = low.get();
        value.compareTo(high.get()) <= 0;
        value = value.plus(Rational.ONE)) {
      values.add(value);
    }
    choices.add(Facts.Choice.of(quantity, values));
  }

  private Optional<Rational> number(Written written) {
    Optional<Rational> number =
        resolved(written)
            .flatMap(this::constant)
            .filter(Value.Exact.class::isInstance)
            .map(value -> ((Value.Exact) value).number());
    if (number.isEmpty()) {
      fault(Fault.NOT_A_NUMBER, written.span());
    }
    return number;
  }

  private Optional<Value> constant(Expr formula) {
    return Formulas.isConstant(formula)
        ? Optional.of(Evaluation.of(formula, functions, Map.of())).filter(Value::isDefined)
        : Optional.empty();
  }

  private Optional<Expr> resolved(Written written) {
    return new Resolver(source, new Names(functions, declared, shapes.shaping()), diagnostics::add)
        .resolve(written);
  }

  private void fault(Fault fault, Span span, Object... details) {
    diagnostics.add(fault.at(source, span, details));
  }

  /// Each definition after those it uses; what is defined by itself is a fault.
  private List<Definition> inOrder() {
    List<Definition> ordered = new ArrayList<>();
    List<Definition> rest = new ArrayList<>(definitions);
    while (!rest.isEmpty()) {
      Set<Symbol> waiting = new HashSet<>();
      rest.forEach(definition -> waiting.add(definition.symbol()));
      List<Definition> ready =
          rest.stream().filter(d -> !Formulas.mentions(d.formula(), waiting::contains)).toList();
      if (ready.isEmpty()) {
        Symbol first = rest.getFirst().symbol();
        fault(Fault.CYCLE, new Span(0, source.text().length()), name(first), source.text());
        return List.of();
      }
      ordered.addAll(ready);
      rest.removeAll(ready);
    }
    return ordered;
  }

  private static String name(Symbol symbol) {
    return symbol instanceof Quantity quantity ? quantity.name().spelling() : "";
  }
}
