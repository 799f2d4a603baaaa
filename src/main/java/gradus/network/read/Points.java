package gradus.network.read;

import gradus.expr.Expr.Number;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.Problem.Assignment;
import gradus.network.Problem.Point;
import gradus.network.name.Formulary;
import gradus.network.name.SymbolTable;
import gradus.network.name.SymbolTable.Kind;
import gradus.network.read.Bindings.Constraint;
import gradus.network.read.DataReader.Data;
import gradus.network.read.DataReader.Datum;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The data of a file: what holds for all points, and the points.
final class Points {
  private final SymbolTable lexicon;
  private final Diagnostics report;
  private final Map<Symbol, Datum> given = new LinkedHashMap<>();
  private final Map<Name, Name> functions = new LinkedHashMap<>();
  private final List<Map<Symbol, Datum>> own = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final Map<Name, Span> named = new HashMap<>();
  private final Map<Name, Integer> places = new HashMap<>();
  private final Set<Symbol> faulty = new HashSet<>();
  private final List<Set<Symbol>> ownFaulty = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private Map<Letter, Integer> sizes = Map.of();

  /// @param fixed letters that have numbers in the file
  Points(Formulary formulary, List<Statement> statements, Map<Letter, Integer> fixed) {
    this.lexicon = formulary.lexicon();
    this.report = formulary.report();
    DataReader reader = new DataReader(formulary);
    for (Statement statement : statements) {
      if (statement instanceof Statement.Given all) {
        Data data = reader.read(all.assignments());
        enter(data.values(), given, "");
        functions.putAll(data.functions());
        constraints.addAll(data.sizes());
        faulty.addAll(data.faulty());
      }
    }
    for (Statement statement : statements) {
      if (statement instanceof Statement.At at) {
        int faults = report.size();
        Data data = reader.read(at.assignments());
        enter(at, data);
        Map<Letter, Integer> own = sizes(data.sizes(), fixed);
        if (report.size() == faults) {
          agree(own, at.span());
        }
      }
    }
    if (sizes.isEmpty()) {
      sizes = sizes(List.of(), fixed);
    }
  }

  private void agree(Map<Letter, Integer> own, Span span) {
    if (sizes.isEmpty()) {
      sizes = own;
    } else if (!sizes.equals(own)) {
      report.add(span, Fault.UNSUPPORTED, "another size than at the first point");
    }
  }

  private Map<Letter, Integer> sizes(List<Constraint> own, Map<Letter, Integer> fixed) {
    List<Constraint> all = new ArrayList<>();
    fixed.forEach((letter, value) ->
        all.add(new Constraint(Index.of(letter), value, "the file", new Span(0, 0))));
    all.addAll(constraints);
    all.addAll(own);
    return Bindings.of(all, report);
  }

  /// What the data make of the letters.
  Map<Letter, Integer> sizes() {
    return sizes;
  }

  private void enter(Statement.At at, Data data) {
    Optional<Name> name = at.name().map(written -> Name.of(written.text()));
    name.ifPresent(typed -> enterName(typed, at));
    name.ifPresent(typed -> places.putIfAbsent(typed, points.size()));
    Map<Symbol, Datum> values = new LinkedHashMap<>();
    enter(data.values(), values, name.map(typed -> " at point '" + typed + "'").orElse(""));
    Map<Name, Name> fixed = new LinkedHashMap<>(functions);
    fixed.putAll(data.functions());
    ownFaulty.add(data.faulty());
    points.add(new Point(name, assignments(values), fixed));
    own.add(values);
    spans.add(at.span());
  }

  private void enterName(Name name, Statement.At at) {
    Span span = at.name().orElseThrow().span();
    Span first = named.putIfAbsent(name, span);
    if (first != null) {
      report.add(span, Fault.DEFINED_TWICE, name, report.line(first));
    }
  }

  private void enter(List<Datum> data, Map<Symbol, Datum> values, String where) {
    for (Datum datum : data) {
      Datum first = given.getOrDefault(datum.symbol(), values.get(datum.symbol()));
      if (first == null) {
        values.put(datum.symbol(), datum);
      } else if (!first.value().value().equals(datum.value().value())) {
        report.add(
            datum.span(),
            Fault.GIVEN_TWICE,
            Citation.of(datum.symbol()),
            where,
            Citation.of(first.value()),
            Citation.of(datum.value()));
      }
    }
  }

  /// What a rate is known by is no quantity of the network.
  private List<Assignment> assignments(Map<Symbol, Datum> values) {
    return values.values().stream()
        .filter(datum -> !(datum.symbol() instanceof Quantity q && lexicon.is(q, Kind.RATE)))
        .map(datum -> new Assignment(datum.symbol(), datum.value()))
        .toList();
  }

  List<Assignment> given() {
    return assignments(given);
  }

  /// The points of the file; without any, the one that the given values may make.
  List<Point> points() {
    return isImplicit() ? List.of(new Point(Optional.empty(), List.of(), functions)) : points;
  }

  boolean isImplicit() {
    return points.isEmpty();
  }

  List<Span> spans() {
    return isImplicit() ? List.of(new Span(0, 0)) : spans;
  }

  /// What is given at a point, but cannot be used.
  Set<Symbol> faulty(int index) {
    Set<Symbol> all = new HashSet<>(faulty);
    all.addAll(isImplicit() ? Set.of() : ownFaulty.get(index));
    return all;
  }

  /// Everything that has a value at some point.
  Stream<Symbol> symbols() {
    return Stream.concat(
        given.keySet().stream(), own.stream().flatMap(values -> values.keySet().stream()));
  }

  Optional<Integer> index(Name name) {
    return Optional.ofNullable(places.get(name));
  }

  List<Name> names() {
    return points.stream().map(Point::name).flatMap(Optional::stream).toList();
  }

  /// What is given at each point, also for all of them; without points, what is given.
  Stream<List<Datum>> together() {
    return isImplicit()
        ? Stream.of(List.copyOf(given.values()))
        : own.stream()
            .map(values ->
                Stream.concat(given.values().stream(), values.values().stream()).toList());
  }

  /// The different values of a symbol at some of the points.
  List<Number> values(Symbol symbol, List<Integer> indices) {
    Map<Rational, Number> values = new LinkedHashMap<>();
    Stream.concat(Stream.of(given), isImplicit() ? Stream.of() : indices.stream().map(own::get))
        .flatMap(data -> Stream.ofNullable(data.get(symbol)))
        .forEach(datum -> values.putIfAbsent(datum.value().value(), datum.value()));
    return List.copyOf(values.values());
  }
}
