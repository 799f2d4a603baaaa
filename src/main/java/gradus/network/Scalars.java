package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.calculus.Function;
import gradus.calculus.Functions;
import gradus.calculus.WrittenOut;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Register;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem.Assignment;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Descent;
import gradus.network.Problem.Point;
import gradus.network.Problem.Request;
import gradus.network.Problem.Rounding;
import gradus.network.Problem.Sizes;
import gradus.network.Problem.Task;
import gradus.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Writes a problem in numbers out into one of scalars: each vector and matrix becomes its entries,
/// `W` the quantities `W_{1,1}`, `W_{1,2}`, …, row by row.
final class Scalars {
  private final Problem problem;
  private final Running running;
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Map<Symbol, Span> places = new HashMap<>();
  private final Set<Symbol> there = new HashSet<>();

  /// @param declared and `defined`, all members of families, with shapes and labels in numbers
  Scalars(Problem problem, List<Declaration> declared, List<Definition> defined, Running running) {
    this.problem = problem;
    this.running = running;
    declared.forEach(this::declare);
    defined.forEach(this::define);
    declarations.forEach(declaration -> there.add(declaration.quantity()));
    definitions.forEach(definition -> there.add(definition.symbol()));
  }

  private void declare(Declaration declaration) {
    for (Quantity entry : WrittenNames.entries(declaration.quantity())) {
      declarations.add(
          new Declaration(entry, declaration.role(), declaration.frozen(), declaration.facts()));
    }
  }

  private void define(Definition definition) {
    for (List<Integer> at : Literal.indices(WrittenNames.axes(definition.symbol().shape()))) {
      Expr formula = WrittenOut.of(definition.formula(), at);
      Symbol entry = WrittenNames.entry(definition.symbol(), at);
      definitions.add(new Definition(entry, LabelledCalls.named(formula)));
    }
  }

  /// Where the formula of which an entry is one stands.
  void place(Symbol whole, Span span) {
    for (List<Integer> at : Literal.indices(WrittenNames.axes(whole.shape()))) {
      places.put(WrittenNames.entry(whole, at), span);
    }
  }

  List<Definition> definitions() {
    return definitions;
  }

  Map<Symbol, Span> places() {
    return places;
  }

  boolean isThere(Symbol symbol) {
    return there.contains(symbol);
  }

  Problem problem(boolean hasData) {
    return new Problem(
        problem.title(),
        new Sizes(List.of(), Map.of()),
        Register.of(declarations, Declaration::quantity),
        functions(),
        ownFunctions(),
        Graph.of(definitions),
        problem.loss(),
        problem.lossOverPoints(),
        problem.aliases().stream().flatMap(this::aliases).toList(),
        problem.conventions(),
        problem.layout(),
        problem.indexOrigin(),
        hasData ? assignments(problem.given()) : List.of(),
        hasData ? problem.points().stream().map(this::point).toList() : List.of(),
        hasData ? problem.descents().stream().map(this::descent).toList() : List.of(),
        rounding(),
        requests(problem.requests()),
        problem.tasks().stream().map(this::task).toList(),
        new Origin(
            problem.origin().source(),
            places,
            problem.origin().points(),
            problem.origin().descents(),
            problem.origin().openSize()));
  }

  /// A function with a label is abstract unless the file says what it is.
  private Functions functions() {
    Functions functions = problem.functions();
    for (Name name : labelledFunctions()) {
      if (functions.named(name).isEmpty()) {
        Function family = functions.named(LabelledCalls.family(name)).orElseThrow();
        functions = functions.with(Function.abstracted(name, family.parameters()));
      }
    }
    return functions;
  }

  private Set<Name> labelledFunctions() {
    Set<Name> names = new LinkedHashSet<>();
    definitions.forEach(definition -> names.addAll(LabelledCalls.in(definition.formula())));
    return names;
  }

  /// Of a family of functions, those that are called.
  private List<Name> ownFunctions() {
    Set<Name> names = new LinkedHashSet<>();
    for (Name name : problem.ownFunctions()) {
      Name family = LabelledCalls.family(name);
      if (family.equals(name)) {
        names.add(name);
      } else {
        labelledFunctions().stream()
            .filter(called -> LabelledCalls.family(called).equals(family))
            .forEach(names::add);
      }
    }
    return List.copyOf(names);
  }

  /// The name of an entry has the indices of the derivative, and of a member its label.
  private Stream<Alias> aliases(Alias alias) {
    return running.members(alias.name(), alias.partial()).stream()
        .flatMap(at -> {
          Partial partial = at.in(alias.partial());
          Quantity name = at.in(alias.name());
          return running.with(at).entries(partial).stream()
              .map(entry ->
                  new Alias(name.entry(indices(entry)), alias.negative(), (Partial) entry));
        });
  }

  private static List<Index> indices(Symbol symbol) {
    return symbol.quantities().stream().flatMap(quantity -> quantity.indices().stream()).toList();
  }

  private Point point(Point point) {
    return new Point(point.name(), assignments(point.assignments()), point.functions());
  }

  /// An axis of length 1 has no index any more.
  private List<Assignment> assignments(List<Assignment> assignments) {
    return assignments.stream()
        .flatMap(assignment ->
            running.entries(assignment.symbol()).stream()
                .map(entry -> new Assignment(entry, assignment.value())))
        .toList();
  }

  private Descent descent(Descent descent) {
    return new Descent(
        descent.rateName(),
        descent.rate(),
        descent.moved().stream()
            .flatMap(moved -> running.entries(moved).stream())
            .map(Quantity.class::cast)
            .toList(),
        descent.points(),
        descent.times(),
        descent.showLast());
  }

  private Rounding rounding() {
    Map<Symbol, Integer> digits = new HashMap<>();
    problem
        .rounding()
        .places()
        .forEach((symbol, number) ->
            running.entries(symbol).forEach(entry -> digits.put(entry, number)));
    return new Rounding(problem.rounding().everywhere(), digits);
  }

  private Task task(Task task) {
    return new Task(task.label(), task.points(), task.text(), requests(task.requests()));
  }

  private List<Request> requests(List<Request> requests) {
    Map<Symbol, Request> written = new LinkedHashMap<>();
    for (Request request : requests) {
      for (Symbol entry : running.entries(request.partial())) {
        written.merge(
            entry,
            new Request((Partial) entry, request.byPaths()),
            (first, again) -> new Request(first.partial(), first.byPaths() || again.byPaths()));
      }
    }
    return List.copyOf(written.values());
  }
}
