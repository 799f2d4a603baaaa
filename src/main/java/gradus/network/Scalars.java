package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.calculus.Function;
import gradus.calculus.Functions;
import gradus.calculus.WrittenOut;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.network.Problem.Declaration;
import gradus.network.Problem.Descent;
import gradus.network.Problem.Fact;
import gradus.network.Problem.Request;
import gradus.network.Problem.Rounding;
import gradus.network.Problem.Sizes;
import gradus.network.Problem.Task;
import gradus.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes a problem whose sizes and labels are all numbers out into one of scalars: each vector and
/// matrix becomes its entries, `W` the quantities `W_{1,1}`, `W_{1,2}`, …, row by row.
final class Scalars {
  private final Problem problem;

  private Scalars(Problem problem) {
    this.problem = problem;
  }

  static Problem of(Problem problem) {
    return new Scalars(problem).written();
  }

  private Problem written() {
    Map<Symbol, Span> formulas = new HashMap<>();
    Graph graph = graph(formulas);
    return new Problem(
        problem.title(),
        new Sizes(List.of(), Map.of()),
        problem.declarations().stream().flatMap(Scalars::declarations).toList(),
        functions(graph),
        problem.ownFunctions(),
        graph,
        problem.loss(),
        problem.lossOverPoints(),
        problem.aliases().stream().flatMap(Scalars::aliases).toList(),
        problem.conventions(),
        problem.layout(),
        problem.indexOrigin(),
        problem.given(),
        problem.points(),
        problem.descents().stream().map(Scalars::descent).toList(),
        rounding(),
        requests(problem.requests()),
        problem.tasks().stream().map(this::task).toList(),
        new Origin(
            problem.origin().source(),
            problem.origin().statements(),
            formulas,
            problem.origin().points(),
            problem.origin().descents()));
  }

  private Graph graph(Map<Symbol, Span> formulas) {
    List<Definition> definitions = new ArrayList<>();
    for (Definition definition : problem.graph().definitions()) {
      for (List<Integer> at : Literal.indices(WrittenNames.axes(definition.symbol().shape()))) {
        Symbol entry = WrittenNames.entry(definition.symbol(), at);
        formulas.put(entry, problem.origin().formula(definition.symbol()));
        Expr formula = WrittenOut.of(definition.formula(), at);
        definitions.add(new Definition(entry, LabelledCalls.named(formula)));
      }
    }
    return Graph.of(definitions);
  }

  /// A function with a label is abstract unless the file says what it is.
  private Functions functions(Graph graph) {
    Functions functions = problem.functions();
    for (Definition definition : graph.definitions()) {
      for (Name name : LabelledCalls.in(definition.formula())) {
        if (functions.named(name).isEmpty()) {
          Function family = functions.named(LabelledCalls.family(name)).orElseThrow();
          functions = functions.with(Function.abstracted(name, family.parameters()));
        }
      }
    }
    return functions;
  }

  private static Stream<Declaration> declarations(Declaration declaration) {
    List<Fact> facts = declaration.facts();
    return WrittenNames.entries(declaration.quantity()).stream()
        .map(entry -> new Declaration(entry, declaration.role(), declaration.frozen(), facts));
  }

  private static Stream<Alias> aliases(Alias alias) {
    return Literal.indices(WrittenNames.axes(alias.partial().shape())).stream()
        .map(at ->
            new Alias(
                alias.name().entry(Literal.indexed(at)),
                alias.negative(),
                (Partial) WrittenNames.entry(alias.partial(), at)));
  }

  private static Descent descent(Descent descent) {
    return new Descent(
        descent.rateName(),
        descent.rate(),
        descent.moved().stream().flatMap(moved -> WrittenNames.entries(moved).stream()).toList(),
        descent.points(),
        descent.times(),
        descent.showLast());
  }

  private Rounding rounding() {
    Map<Symbol, Integer> places = new HashMap<>();
    problem
        .rounding()
        .places()
        .forEach((symbol, digits) -> {
          for (List<Integer> at : Literal.indices(WrittenNames.axes(symbol.shape()))) {
            places.put(WrittenNames.entry(symbol, at), digits);
          }
        });
    return new Rounding(problem.rounding().everywhere(), places);
  }

  private Task task(Task task) {
    return new Task(task.label(), task.points(), task.text(), requests(task.requests()));
  }

  private List<Request> requests(List<Request> requests) {
    Map<Partial, Request> written = new LinkedHashMap<>();
    RunningEntries running = new RunningEntries(problem);
    for (Request request : requests) {
      for (Partial partial : running.of(request.partial())) {
        written.merge(
            partial,
            new Request(partial, request.byPaths()),
            (first, again) -> new Request(partial, first.byPaths() || again.byPaths()));
      }
    }
    return List.copyOf(written.values());
  }
}
