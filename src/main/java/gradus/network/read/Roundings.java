package gradus.network.read;

import gradus.calculus.step.Derivation.Alias;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.Problem.Rounding;
import gradus.network.name.SymbolTable;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Statement.Round;
import gradus.syntax.written.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads to how many places values are rounded.
final class Roundings {
  private final SymbolTable lexicon;
  private final Diagnostics report;
  private final Map<Symbol, Integer> places = new HashMap<>();
  private final Map<Optional<Quantity>, Span> said = new HashMap<>();
  private Optional<Integer> everywhere = Optional.empty();

  Roundings(SymbolTable lexicon, Diagnostics report) {
    this.lexicon = lexicon;
    this.report = report;
  }

  Rounding read(List<Round> statements) {
    for (Round round : statements) {
      round.name().ifPresentOrElse(name -> enter(name, round), () -> enterEverywhere(round));
    }
    return new Rounding(everywhere, places);
  }

  private void enterEverywhere(Round round) {
    if (isFirst(Optional.empty(), "'round'", round.span())) {
      everywhere = Optional.of(round.places());
    }
  }

  /// The name of an adjoint rounds the adjoint.
  private void enter(Written.Name name, Round round) {
    Optional<Quantity> quantity = lexicon.known(name).map(SymbolTable.Entry::quantity);
    if (quantity.isPresent()
        && isFirst(quantity, "'round' for '" + Citation.of(quantity.get()) + "'", name.span())) {
      places.put(quantity.get(), round.places());
      lexicon
          .alias(quantity.get())
          .map(Alias::partial)
          .ifPresent(partial -> places.put(partial, round.places()));
    }
  }

  private boolean isFirst(Optional<Quantity> quantity, String what, Span span) {
    Span first = said.putIfAbsent(quantity, span);
    if (first != null) {
      report.add(span, Fault.SAID_TWICE, what, report.line(first));
    }
    return first == null;
  }
}
