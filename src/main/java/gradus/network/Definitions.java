package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Kind;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import gradus.syntax.Statement.Define;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The graph of a file's definitions. What is faulty is left out and remembered, so that it is not
/// reported again as missing.
final class Definitions {
  private final Formulary formulary;
  private final Report report;
  private final Map<Symbol, Definition> sound = new LinkedHashMap<>();
  private final Map<Symbol, Span> places = new HashMap<>();
  private final Map<Quantity, Define> written = new HashMap<>();
  private final Map<Quantity, Shape> expected = new HashMap<>();
  private final Set<Symbol> faulty = new HashSet<>();
  private Optional<Quantity> loss = Optional.empty();

  Definitions(Formulary formulary, List<Define> statements) {
    this.formulary = formulary;
    this.report = formulary.report();
    List<Define> entered =
        statements.stream()
            .filter(define -> formulary.lexicon().isEnteredAt(define.name()))
            .toList();
    entered.forEach(this::enter);
    Dependencies dependencies = new Dependencies(formulary.lexicon(), entered, report);
    dependencies.circular().forEach(this::fail);
    dependencies
        .ordered()
        .forEach(define -> {
          expectShapes(define, dependencies.recursions());
          read(define);
        });
  }

  /// Before the first family of a circle is read, all of them get the shapes that their start makes
  /// them.
  private void expectShapes(Define define, Recursions recursions) {
    Set<Quantity> group = new LinkedHashSet<>(recursions.group(Lexicon.quantity(define.name())));
    group.removeAll(faulty);
    if (group.isEmpty() || expected.keySet().containsAll(group)) {
      return;
    }
    Map<Quantity, Define> formulas = new LinkedHashMap<>();
    group.forEach(family -> formulas.put(family, Objects.requireNonNull(written.get(family))));
    FamilyShapes members = new FamilyShapes(formulary, formulas);
    members
        .shapes()
        .ifPresentOrElse(
            expected::putAll,
            () -> {
              tellShape(define, members.fault());
              group.forEach(this::fail);
            });
    group.forEach(family ->
        Optional.ofNullable(expected.get(family))
            .ifPresent(shape -> formulary.lexicon().shape(family, shape)));
  }

  /// Other faults may be what keeps the shapes from being known.
  private void tellShape(Define define, Optional<Diagnostic> fault) {
    if (fault.isPresent()) {
      report.accept(fault.get());
    } else if (report.isEmpty()) {
      report.add(
          define.name().span(),
          Fault.SHAPE_OF_FAMILY,
          Spelling.of(Lexicon.quantity(define.name())));
    }
  }

  private void enter(Define define) {
    Quantity quantity = Lexicon.quantity(define.name());
    places.put(quantity, define.formula().span());
    written.put(quantity, define);
    if (define.loss()) {
      enterLoss(quantity, define);
    }
  }

  private void fail(Symbol symbol) {
    faulty.add(symbol);
    if (symbol instanceof Quantity quantity) {
      formulary.lexicon().fail(quantity);
    }
  }

  Graph graph() {
    return Graph.of(sound.values());
  }

  Optional<Quantity> loss() {
    return loss;
  }

  /// Where the formula of each definition stands.
  Map<Symbol, Span> places() {
    return places;
  }

  Set<Symbol> faulty() {
    return faulty;
  }

  private void read(Define define) {
    Quantity quantity = Lexicon.quantity(define.name());
    Optional<Family> family = formulary.lexicon().whole(quantity).flatMap(Lexicon.Entry::family);
    formulary
        .within(family)
        .formula(define)
        .filter(formula -> isOfQuantities(formula, define) && hasSoundConstants(quantity, formula))
        .filter(_ -> !faulty.contains(quantity))
        .ifPresentOrElse(formula -> add(quantity, formula, family, define), () -> fail(quantity));
  }

  private void add(Quantity name, Expr formula, Optional<Family> family, Define define) {
    Quantity quantity = name.shaped(Shapes.of(formula));
    Shape shape = expected.getOrDefault(name, quantity.shape());
    if (!shape.equals(quantity.shape())) {
      report.add(define.name().span(), Fault.SHAPE_OF_FAMILY, Spelling.of(name));
    }
    formulary.lexicon().shape(quantity, quantity.shape());
    sound.put(quantity, new Definition(quantity, formula, family));
    if (define.loss() && !quantity.shape().isScalar()) {
      Diagnostic matrix =
          Fault.LOSS_NOT_SCALAR.at(
              report.source(), define.name().span(), Spelling.of(quantity), quantity.shape());
      report.accept(matrix.suggesting("sum(…) or norm2(…)^2 around it"));
    }
  }

  private void enterLoss(Quantity quantity, Define define) {
    loss.ifPresent(first ->
        report.add(
            define.name().span(),
            Fault.SECOND_LOSS,
            Spelling.of(first),
            report.line(places.getOrDefault(first, define.span()))));
    loss = loss.or(() -> Optional.of(quantity));
  }

  private boolean isOfQuantities(Expr formula, Define define) {
    Optional<Symbol> derivative =
        Formulas.symbols(formula).stream()
            .filter(symbol ->
                symbol instanceof Partial
                    || (symbol instanceof Quantity q && formulary.lexicon().is(q, Kind.ALIAS)))
            .findFirst();
    derivative.ifPresent(symbol ->
        report.add(define.formula().span(), Fault.DERIVATIVE_IN_FORMULA, Spelling.of(symbol)));
    return derivative.isEmpty();
  }

  /// `log(0)` or `9^9^9^9` has no value at any point.
  private boolean hasSoundConstants(Quantity quantity, Expr formula) {
    Trouble.Search search = new Trouble.Search(formulary.functions(), Map.of());
    Optional<Trouble> trouble =
        constants(formula).stream().map(search::in).flatMap(Optional::stream).findFirst();
    trouble.ifPresent(found ->
        new Explanation(report)
            .tell(
                places.getOrDefault(quantity, new Span(0, 0)),
                Spelling.of(new Definition(quantity, formula)),
                found,
                search,
                ""));
    return trouble.isEmpty();
  }

  /// The largest parts that no name occurs in, nor anything with entries or letters.
  private static List<Expr> constants(Expr formula) {
    if (formula instanceof Number) {
      return List.of();
    }
    if (Formulas.isConstant(formula) && Typing.isOfNumbers(formula)) {
      return List.of(formula);
    }
    return Formulas.children(formula).stream().flatMap(part -> constants(part).stream()).toList();
  }
}
