package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Expr.Number;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Entry;
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

/// Reads assignments: numbers to quantities and adjoints, functions to abstract functions.
final class DataReader {
  private final Formulary formulary;
  private final Partials partials;
  private final FixedFunctions fixed;
  private final Report report;

  DataReader(Formulary formulary) {
    this.formulary = formulary;
    this.partials = new Partials(formulary);
    this.fixed = new FixedFunctions(formulary);
    this.report = formulary.report();
  }

  /// One value, and where it is given.
  record Datum(Symbol symbol, Number value, Span span) {}

  /// @param faulty what is given, but cannot be used: it is not missing
  record Data(List<Datum> values, Map<Name, Name> functions, Set<Symbol> faulty) {
    Data(List<Datum> values, Map<Name, Name> functions, Set<Symbol> faulty) {
      this.values = List.copyOf(values);
      this.functions = Map.copyOf(functions);
      this.faulty = Set.copyOf(faulty);
    }
  }

  Data read(List<Written.Assignment> assignments) {
    List<Datum> values = new ArrayList<>();
    Map<Name, Name> functions = new LinkedHashMap<>();
    Set<Symbol> faulty = new HashSet<>();
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
    return new Data(values, functions, faulty);
  }

  private static List<Quantity> named(Written.Assignment assignment) {
    return assignment.names().stream()
        .filter(Written.Name.class::isInstance)
        .map(name -> Lexicon.quantity((Written.Name) name))
        .toList();
  }

  private List<Datum> values(Written.Assignment assignment) {
    Optional<Number> number = formulary.number(assignment.value());
    List<Datum> values = new ArrayList<>();
    for (Written name : assignment.names()) {
      Optional<Symbol> symbol = symbol(name);
      if (number.isPresent() && symbol.isPresent()) {
        values.add(datum(symbol.get(), number.get(), name.span()));
      }
    }
    return values;
  }

  private Optional<Symbol> symbol(Written written) {
    return written instanceof Written.Name name
        ? formulary.lexicon().known(name).flatMap(entry -> symbol(entry, name))
        : partials.read(written).map(partial -> partial);
  }

  private Optional<Symbol> symbol(Entry entry, Written.Name name) {
    return switch (entry.kind()) {
      case DECLARED, DEFINED, RATE, ALIAS -> Optional.of(entry.quantity());
      case FUNCTION -> {
        report.accept(
            Fault.NUMBER_FOR_FUNCTION
                .at(report.source(), name.span(), entry.quantity().name())
                .suggesting(name.text() + " = relu"));
        yield Optional.empty();
      }
    };
  }

  /// What is given for a name of an adjoint is given for the adjoint.
  private Datum datum(Symbol symbol, Number number, Span span) {
    if (symbol instanceof Quantity quantity) {
      Optional<Alias> alias = formulary.lexicon().alias(quantity);
      if (alias.isPresent()) {
        Partial partial = alias.get().partial();
        Number value = new Number(number.value().negated(), number.notation());
        return new Datum(partial, alias.get().negative() ? value : number, span);
      }
    }
    return new Datum(symbol, number, span);
  }
}
