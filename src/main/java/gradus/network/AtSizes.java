package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Family;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Fact;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A problem with numbers for its letters: families by their members, shapes in numbers, each
/// vector and matrix written out into its entries.
public final class AtSizes {
  /// More entries are not written out.
  private static final int MOST = 100_000;

  private final Problem problem;
  private final Numbers numbers;
  private final Report report;
  private final Map<Symbol, Fact> labels;
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Map<Quantity, Shape> shapes = new LinkedHashMap<>();
  private final Map<Symbol, Span> places = new HashMap<>();
  private boolean isOpen;

  private AtSizes(Problem problem, Map<Letter, Integer> sizes) {
    this.problem = problem;
    this.numbers = new Numbers(sizes);
    this.report = new Report(problem.origin().source());
    this.labels = new ClassLabels(problem.indexOrigin()).in(problem.graph());
    problem.declarations().forEach(this::declare);
    problem.graph().definitions().forEach(this::define);
  }

  /// The problem of numbers only that one is where the data tell every size: each vector and matrix
  /// written out into its entries. Empty where they leave a size open.
  public static Optional<Problem> ofData(Problem problem) {
    return problem.isScalar()
        ? Optional.of(problem)
        : of(problem, problem.sizes().bound()).problem();
  }

  /// Likewise with other sizes, without the data.
  public static Optional<Problem> chosen(Problem problem, Map<Letter, Integer> sizes) {
    return problem.isScalar() ? Optional.of(problem) : withoutData(problem, sizes).problem();
  }

  /// @param problem of scalars; empty where a letter has no number, or where there are faults
  record Reading(Optional<Problem> problem, List<Diagnostic> faults) {}

  static Reading of(Problem problem, Map<Letter, Integer> sizes) {
    return new AtSizes(problem, sizes).reading(true);
  }

  /// The data may be of other sizes.
  private static Reading withoutData(Problem problem, Map<Letter, Integer> sizes) {
    return new AtSizes(problem, sizes).reading(false);
  }

  private Reading reading(boolean hasData) {
    checkSize();
    if (isOpen || !report.isEmpty()) {
      return new Reading(Optional.empty(), report.sorted());
    }
    Scalars scalars = new Scalars(problem, declarations, definitions, new Running(shapes, numbers));
    places.forEach(scalars::place);
    Cycles.report(scalars.definitions(), scalars.places(), report);
    checkReferences(scalars);
    return new Reading(
        report.isEmpty() ? Optional.of(scalars.problem(hasData)) : Optional.empty(),
        report.sorted());
  }

  private void declare(Declaration declaration) {
    for (Numbers at : members(declaration.family())) {
      Quantity quantity = at.in(declaration.quantity());
      enter(quantity, declaration.quantity().shape(), new Span(0, 0));
      List<Fact> facts = facts(declaration).map(at::in).distinct().toList();
      declarations.add(new Declaration(quantity, declaration.role(), declaration.frozen(), facts));
    }
  }

  private Stream<Fact> facts(Declaration declaration) {
    return Stream.concat(
        declaration.facts().stream(), Stream.ofNullable(labels.get(declaration.quantity())));
  }

  private void define(Definition definition) {
    for (Numbers at : members(definition.family())) {
      Symbol symbol = at.in(definition.symbol());
      Expr formula = at.in(definition.formula());
      Span span = problem.origin().formula(definition.symbol());
      places.put(symbol, span);
      enter((Quantity) symbol, definition.symbol().shape(), span);
      isOpen |= !Typing.letters(formula).isEmpty();
      definitions.add(new Definition(symbol, formula));
    }
  }

  private List<Numbers> members(Optional<Family> family) {
    List<Numbers> members = family.map(numbers::members).orElse(List.of(numbers));
    isOpen |= members.isEmpty();
    return members;
  }

  private void enter(Quantity quantity, Shape typed, Span span) {
    shapes.put(quantity, quantity.shape());
    isOpen |= quantity.labels().stream().anyMatch(label -> label.constant().isEmpty());
    for (Index axis : quantity.shape().axes()) {
      isOpen |= axis.constant().isEmpty();
      if (axis.constant().orElse(1) < 1) {
        report.add(span, Fault.SIZE_NOT_POSITIVE, typed);
      }
    }
  }

  private void checkSize() {
    long entries =
        isOpen || !report.isEmpty()
            ? 0
            : shapes.values().stream()
                .mapToLong(shape ->
                    WrittenNames.axes(shape).stream()
                        .reduce(1, (a, b) -> Math.min(MOST + 1, a * b)))
                .sum();
    if (entries > MOST) {
      report.add(new Span(0, 0), Fault.TOO_MANY_ENTRIES, MOST);
    }
  }

  /// Letters cannot tell whether there is a third entry, or a member beyond the last.
  private void checkReferences(Scalars scalars) {
    for (Definition definition : scalars.definitions()) {
      for (Symbol used : Formulas.symbols(definition.formula())) {
        if (!scalars.isThere(used)) {
          Span span = scalars.places().getOrDefault(definition.symbol(), new Span(0, 0));
          report.add(span, Fault.NOT_AT_SIZES, Spelling.of(used));
        }
      }
    }
  }
}
