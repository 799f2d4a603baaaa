package gradus.network.read;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Function.Kink;
import gradus.calculus.rule.Functions;
import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Name;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.Problem.Convention;
import gradus.network.name.Formulary;
import gradus.network.name.SymbolTable;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Synonyms;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides derivatives on kinks.
final class Conventions {
  private final SymbolTable lexicon;
  private final Diagnostics report;
  private final List<Convention> read = new ArrayList<>();
  private final Map<Name, Span> places = new HashMap<>();

  Conventions(SymbolTable lexicon, Diagnostics report) {
    this.lexicon = lexicon;
    this.report = report;
  }

  List<Convention> conventions() {
    return read;
  }

  /// The functions under one more convention.
  Functions read(Statement.Convention statement, Functions functions) {
    Name name = Name.of(statement.function().text());
    Optional<Function> function = functions.named(name);
    if (function.isEmpty()) {
      report.accept(
          Fault.UNKNOWN_FUNCTION
              .at(report.source(), statement.function().span(), name)
              .suggesting(Synonyms.function(name, functions.names())));
    } else if (function.get().kink().isEmpty()) {
      report.add(statement.function().span(), Fault.NO_KINK, name);
    } else {
      Formulary formulary = new Formulary(lexicon, functions, report);
      boolean sound = isOnKink(statement, function.get().kink().get(), formulary);
      return sound && isFirst(name, statement) ? decided(name, statement, formulary) : functions;
    }
    return functions;
  }

  private boolean isFirst(Name name, Statement.Convention statement) {
    Span first = places.putIfAbsent(name, statement.span());
    if (first != null) {
      report.add(
          statement.span(),
          Fault.SAID_TWICE,
          "the convention for '" + name + "'",
          report.line(first));
    }
    return first == null;
  }

  /// `relu'(0)` names the place of the kink, `max' at a tie` that of two arguments.
  private boolean isOnKink(Statement.Convention statement, Kink kink, Formulary formulary) {
    Optional<Number> place =
        kink.where().right() instanceof Number number ? Optional.of(number) : Optional.empty();
    Optional<Number> said = statement.at().flatMap(formulary::number);
    boolean unreadable = statement.at().isPresent() && said.isEmpty();
    boolean same = said.map(Number::value).equals(place.map(Number::value));
    if (!unreadable && !same) {
      report.add(
          statement.at().map(Written::span).orElse(statement.span()),
          Fault.KINK_ELSEWHERE,
          statement.function().text(),
          place.map(Citation::of).orElse("a tie of its arguments"));
    }
    return same;
  }

  private Functions decided(Name name, Statement.Convention statement, Formulary formulary) {
    Optional<Number> value = statement.value().flatMap(formulary::number);
    if (statement.value().isPresent() && value.isEmpty()) {
      return formulary.functions();
    }
    Optional<Expr> used = value.map(number -> number);
    read.add(new Convention(name, used));
    return formulary.functions().withConvention(name, used);
  }
}
