package gradus.network.name;

import gradus.calculus.step.Derivation.Alias;
import gradus.expr.Expr;
import gradus.expr.Index.Letter;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.Problem;
import gradus.network.ScalarCheck;
import gradus.network.name.SymbolTable.Kind;
import gradus.syntax.source.Diagnostic;
import gradus.syntax.source.Fault;
import gradus.syntax.written.Statement;
import gradus.syntax.written.Statement.NameAdjoint;
import gradus.syntax.written.Written;
import java.util.Optional;

/// Reads derivatives: those asked for, given, or named.
public record Partials(Formulary formulary) {
  /// `dL/dw`, or the name of an adjoint.
  Optional<Partial> read(Written written) {
    return formulary
        .symbol(written)
        .flatMap(symbol ->
            switch (symbol) {
              case Partial partial -> checked(partial, written);
              case Quantity quantity -> named(quantity, written);
              case Symbol.Updated _ -> notAPartial(symbol, written);
            });
  }

  private Optional<Partial> named(Quantity quantity, Written written) {
    return formulary.lexicon().is(quantity, Kind.ALIAS)
        ? formulary.lexicon().alias(quantity).map(Alias::partial)
        : notAPartial(quantity, written);
  }

  private Optional<Partial> notAPartial(Symbol symbol, Written written) {
    Diagnostics report = formulary.report();
    Diagnostic fault = Fault.NOT_A_PARTIAL.at(report.source(), written.span(), Citation.of(symbol));
    report.accept(fault.suggesting("dL/d" + Citation.of(symbol)));
    return Optional.empty();
  }

  private Optional<Partial> checked(Partial partial, Written written) {
    if (partial.of().equals(partial.by())) {
      formulary.report().add(written.span(), Fault.PARTIAL_BY_ITSELF, Citation.of(partial.of()));
      return Optional.empty();
    }
    return Optional.of(Partial.total(partial.of(), partial.by()));
  }

  public Optional<Problem.Request> read(Statement.Request request) {
    return read(request.partial())
        .map(partial -> new Problem.Request(partial, request.byPaths(), request.entryByEntry()));
  }

  /// A letter that means nothing may stand in a request, for all its values; not in what has a
  /// name.
  private boolean hasKnownLetters(Partial partial, Written adjoint) {
    Optional<Letter> unknown =
        ScalarCheck.letters(new Expr.Ref(partial)).stream()
            .filter(letter -> !formulary.letters().containsKey(letter.name()))
            .filter(letter ->
                !formulary.lexicon().is(Quantity.of(letter.name(), letter.labels()), Kind.SIZE))
            .findFirst();
    unknown.ifPresent(letter -> formulary.report().add(adjoint.span(), Fault.UNKNOWN_NAME, letter));
    return unknown.isEmpty();
  }

  /// `name Err = -dE/dI`
  public Optional<Alias> read(NameAdjoint statement) {
    boolean negative = statement.adjoint() instanceof Written.Negated;
    Written adjoint =
        statement.adjoint() instanceof Written.Negated(Written value, _)
            ? value
            : statement.adjoint();
    Quantity name = SymbolTable.quantity(statement.name());
    return read(adjoint)
        .filter(partial -> hasKnownLetters(partial, adjoint))
        .map(partial -> new Alias(name.shaped(partial.shape()), negative, partial));
  }
}
