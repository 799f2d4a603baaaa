package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import gradus.syntax.Indices;
import gradus.syntax.Nearest;
import gradus.syntax.Span;
import gradus.syntax.Statement;
import gradus.syntax.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every name of a file, each with one meaning.
final class Lexicon {
  enum Kind {
    DECLARED,
    DEFINED,
    /// Stands for an adjoint.
    ALIAS,
    FUNCTION,
    /// Known as the rate of a descent only.
    RATE
  }

  record Entry(Quantity quantity, Kind kind, Span span) {
    /// Whether formulas can refer to it.
    boolean isQuantity() {
      return switch (kind) {
        case DECLARED, DEFINED, ALIAS -> true;
        case FUNCTION, RATE -> false;
      };
    }
  }

  private final Map<Quantity, Entry> entries = new LinkedHashMap<>();
  private final Map<Quantity, Alias> aliases = new LinkedHashMap<>();
  private final Report report;

  private Lexicon(Report report) {
    this.report = report;
  }

  /// Enters every name that the statements bring; the first meaning of a name counts.
  static Lexicon of(List<Statement> statements, Report report) {
    Lexicon lexicon = new Lexicon(report);
    statements.forEach(lexicon::enterNames);
    statements.forEach(lexicon::enterRate);
    return lexicon;
  }

  private void enterNames(Statement statement) {
    switch (statement) {
      case Statement.Declare declare -> declare.names().forEach(name -> enter(name, Kind.DECLARED));
      case Statement.Define define -> enter(define.name(), Kind.DEFINED);
      case Statement.NameAdjoint alias -> enter(alias.name(), Kind.ALIAS);
      case Statement.Function function -> enter(function.name(), Kind.FUNCTION);
      case Statement.Network _,
          Statement.Size _,
          Statement.LossOverPoints _,
          Statement.Convention _,
          Statement.Layout _,
          Statement.IndexFrom _,
          Statement.Given _,
          Statement.At _,
          Statement.Descend _,
          Statement.Round _,
          Statement.Derive _,
          Statement.Task _ -> {}
    }
  }

  private void enter(Written.Name name, Kind kind) {
    Quantity quantity = quantity(name);
    Entry first = entries.putIfAbsent(quantity, new Entry(quantity, kind, name.span()));
    if (first != null) {
      report.add(name.span(), Fault.DEFINED_TWICE, Spelling.of(quantity), report.line(first.span));
    }
  }

  private void enterRate(Statement statement) {
    if (statement instanceof Statement.Descend descend) {
      descend
          .rateName()
          .ifPresent(name -> {
            Quantity rate = quantity(name);
            entries.putIfAbsent(rate, new Entry(rate, Kind.RATE, name.span()));
          });
    }
  }

  /// A name with its literal labels.
  static Quantity quantity(Written.Name name) {
    return Quantity.of(Name.of(name.text()), Indices.all(name.labels()).orElse(List.of()));
  }

  Optional<Entry> entry(Quantity quantity) {
    return Optional.ofNullable(entries.get(quantity));
  }

  /// Whether this is the place where the name got its meaning.
  boolean isEnteredAt(Written.Name name) {
    Entry entry = entries.get(quantity(name));
    return entry != null && entry.span.equals(name.span());
  }

  boolean is(Quantity quantity, Kind kind) {
    return entry(quantity).filter(entry -> entry.kind == kind).isPresent();
  }

  List<Name> names(Kind... kinds) {
    return entries.values().stream()
        .filter(entry -> List.of(kinds).contains(entry.kind))
        .map(entry -> called(entry.quantity))
        .toList();
  }

  /// With its labels, as it is typed.
  private static Name called(Quantity quantity) {
    return quantity.labels().isEmpty() ? quantity.name() : Name.of(Spelling.of(quantity));
  }

  void stand(Alias alias) {
    aliases.put(alias.name(), alias);
  }

  Optional<Alias> alias(Quantity quantity) {
    return Optional.ofNullable(aliases.get(quantity));
  }

  List<Alias> aliases() {
    return List.copyOf(aliases.values());
  }

  /// Finds a name that must be known, or reports it.
  Optional<Entry> known(Written.Name name) {
    Quantity quantity = quantity(name);
    Optional<Entry> entry = entry(quantity);
    if (entry.isEmpty()) {
      Diagnostic diagnostic =
          Fault.UNKNOWN_NAME.at(report.source(), name.span(), Spelling.of(quantity));
      report.accept(diagnostic.suggesting(Nearest.to(called(quantity), names(Kind.values()))));
    }
    return entry;
  }
}
