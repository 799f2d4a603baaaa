package gradus.network.read;

import gradus.calculus.step.Derivation.Alias;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Citation;
import gradus.network.Diagnostics;
import gradus.network.name.FamilyRanges;
import gradus.network.name.Formulary;
import gradus.network.name.NameUse;
import gradus.network.name.Partials;
import gradus.network.name.SymbolTable;
import gradus.network.name.SymbolTable.Entry;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import gradus.syntax.written.Mentions.Mention;
import gradus.syntax.written.Statement.NameAdjoint;
import gradus.syntax.written.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads names of adjoints into the lexicon.
final class Aliases {
  private final Formulary formulary;
  private final Map<Partial, Span> named = new HashMap<>();

  Aliases(Formulary formulary) {
    this.formulary = formulary;
  }

  void read(List<NameAdjoint> statements) {
    for (NameAdjoint statement : statements) {
      if (formulary.lexicon().isEnteredAt(statement.name())) {
        Entry name =
            formulary.lexicon().whole(SymbolTable.quantity(statement.name())).orElseThrow();
        Optional<Alias> alias = new Partials(formulary.within(name.family())).read(statement);
        alias.ifPresent(read -> checkRange(read, name, statement.adjoint().span()));
        alias.ifPresent(read -> enter(read, statement.span()));
      }
    }
  }

  /// A family of names is one of adjoints that are all there.
  private void checkRange(Alias alias, Entry name, Span span) {
    FamilyRanges ranges = new FamilyRanges(formulary.lexicon(), formulary.report(), _ -> false);
    for (Quantity quantity : alias.partial().quantities()) {
      Quantity typed = quantity.whole();
      Mention mention =
          new Mention(
              new Written.Name(typed.name().spelling(), List.of(), List.of(), span), List.of());
      formulary
          .lexicon()
          .whole(typed)
          .ifPresent(entry -> ranges.check(new NameUse(name, entry, typed, mention)));
    }
  }

  private void enter(Alias alias, Span span) {
    Span first = named.putIfAbsent(alias.partial(), span);
    if (first == null) {
      formulary.lexicon().stand(alias);
    } else {
      String what = "a name for '" + Citation.of(alias.partial()) + "'";
      Diagnostics report = formulary.report();
      report.add(span, Fault.SAID_TWICE, what, report.line(first));
    }
  }
}
