package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Entry;
import gradus.syntax.Fault;
import gradus.syntax.Mentions.Mention;
import gradus.syntax.Span;
import gradus.syntax.Statement.NameAdjoint;
import gradus.syntax.Written;
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
        Entry name = formulary.lexicon().whole(Lexicon.quantity(statement.name())).orElseThrow();
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
          .ifPresent(entry -> ranges.check(new Use(name, entry, typed, mention)));
    }
  }

  private void enter(Alias alias, Span span) {
    Span first = named.putIfAbsent(alias.partial(), span);
    if (first == null) {
      formulary.lexicon().stand(alias);
    } else {
      String what = "a name for '" + Spelling.of(alias.partial()) + "'";
      Report report = formulary.report();
      report.add(span, Fault.SAID_TWICE, what, report.line(first));
    }
  }
}
