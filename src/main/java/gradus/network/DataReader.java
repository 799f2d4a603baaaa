package gradus.network;

import gradus.expr.Expr.Number;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Bindings.Constraint;
import gradus.network.Targets.Target;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads assignments: numbers and matrices to quantities and adjoints, functions to abstract
/// functions.
final class DataReader {
  private final Formulary formulary;
  private final Targets targets;
  private final FixedFunctions fixed;
  private final Report report;
  private final List<Constraint> sizes = new ArrayList<>();

  DataReader(Formulary formulary) {
    this.formulary = formulary;
    this.targets = new Targets(formulary);
    this.fixed = new FixedFunctions(formulary);
    this.report = formulary.report();
  }

  /// One value, and where it is given.
  ///
  /// @param whole what the symbol is an entry of, or the symbol itself
  record Datum(Symbol symbol, Symbol whole, Number value, Span span) {}

  /// @param faulty what is given, but cannot be used: it is not missing
  /// @param sizes what the values make of letters
  record Data(
      List<Datum> values, Map<Name, Name> functions, List<Constraint> sizes, Set<Symbol> faulty) {
    Data {
      values = List.copyOf(values);
      functions = Map.copyOf(functions);
      sizes = List.copyOf(sizes);
      faulty = Set.copyOf(faulty);
    }
  }

  Data read(List<Written.Assignment> assignments) {
    List<Datum> values = new ArrayList<>();
    Map<Name, Name> functions = new LinkedHashMap<>();
    Set<Symbol> faulty = new HashSet<>();
    sizes.clear();
    for (Written.Assignment assignment : assignments) {
      int faults = report.size();
      fixed
          .value(assignment.value())
          .ifPresentOrElse(
              function -> fixed.read(assignment, function, functions),
              () -> values.addAll(values(assignment)));
      if (report.size() > faults) {
        faulty.addAll(named(assignment));
      }
    }
    return new Data(values, functions, sizes, faulty);
  }

  private static List<Quantity> named(Written.Assignment assignment) {
    return assignment.names().stream()
        .filter(Written.Name.class::isInstance)
        .map(name -> Lexicon.quantity((Written.Name) name))
        .toList();
  }

  private List<Datum> values(Written.Assignment assignment) {
    Optional<Literal> literal = Literal.of(assignment.value(), formulary);
    List<Datum> values = new ArrayList<>();
    for (Written written : assignment.names()) {
      Optional<Target> target = targets.read(written);
      if (target.isPresent() && literal.isPresent()) {
        values.addAll(values(target.get(), literal.get(), written.span()));
      }
    }
    return values;
  }

  private List<Datum> values(Target target, Literal literal, Span span) {
    return switch (target) {
      case Target.Size(Letter letter) -> {
        enterSize(letter, literal, span);
        yield List.of();
      }
      case Target.Value(Symbol symbol, boolean negative) ->
          fitting(symbol, literal, span).stream()
              .flatMap(axes -> Literal.indices(axes).stream())
              .map(at -> datum(symbol, at, signed(literal.entry(at), negative), span))
              .toList();
    };
  }

  private void enterSize(Letter letter, Literal literal, Span span) {
    Rational value = literal.entry(List.of()).value();
    if (!literal.isNumber() || !value.isInteger() || value.numerator().bitLength() > 30) {
      report.add(span, Fault.NOT_A_WHOLE_NUMBER, Integer.MAX_VALUE);
    } else if (value.signum() <= 0) {
      report.add(span, Fault.SIZE_NOT_POSITIVE, letter);
    } else {
      sizes.add(
          new Constraint(Index.of(letter), value.numerator().intValueExact(), "this value", span));
    }
  }

  /// The axes of the value, where it can be one of the symbol.
  private Optional<List<Integer>> fitting(Symbol symbol, Literal literal, Span span) {
    Shape shape = symbol.shape();
    Optional<List<Integer>> axes = literal.axes(shape);
    if (literal.isNumber() && !shape.isScalar()) {
      Diagnostic number =
          Fault.NUMBER_FOR_MATRIX.at(report.source(), span, Spelling.of(symbol), shape);
      boolean mayBeOne = shape.axes().stream().allMatch(axis -> axis.constant().isEmpty());
      report.accept(
          mayBeOne ? number.suggesting("[" + Spelling.of(literal.entry(List.of())) + "]") : number);
      return Optional.empty();
    }
    if (axes.isEmpty() && shape.isScalar()) {
      tellMatrix(symbol, literal, span);
      return axes;
    }
    boolean fits = axes.isPresent() && areSizes(shape, axes.get());
    if (!fits) {
      report.add(span, Fault.VALUE_DOES_NOT_FIT, Spelling.of(symbol), shape, literal.shape(shape));
      return Optional.empty();
    }
    for (int i = 0; i < shape.axes().size(); i++) {
      sizes.add(new Constraint(shape.axes().get(i), axes.get().get(i), Spelling.of(symbol), span));
    }
    return axes;
  }

  /// A declared name may lack its shape; an entry has none.
  private void tellMatrix(Symbol symbol, Literal literal, Span span) {
    Diagnostic matrix =
        Fault.MATRIX_FOR_NUMBER.at(report.source(), span, Spelling.of(symbol), literal.shape());
    boolean isName = symbol instanceof Quantity quantity && !quantity.isEntry();
    report.accept(
        isName ? matrix.suggesting(Spelling.of(symbol) + " : " + literal.declared()) : matrix);
  }

  private static boolean areSizes(Shape shape, List<Integer> axes) {
    return IntStream.range(0, axes.size())
        .allMatch(i -> shape.axes().get(i).constant().orElse(axes.get(i)) == axes.get(i));
  }

  private static Number signed(Number number, boolean negative) {
    return negative ? new Number(number.value().negated(), number.notation()) : number;
  }

  private static Datum datum(Symbol symbol, List<Integer> at, Number number, Span span) {
    return new Datum(WrittenNames.entry(symbol, at), symbol, number, span);
  }
}
