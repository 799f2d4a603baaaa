package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Family;
import gradus.expr.Symbol.Partial;
import gradus.network.Lexicon.Entry;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import gradus.syntax.Statement.NameAdjoint;
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
        Optional<Family> family =
            formulary.lexicon().whole(Lexicon.quantity(statement.name())).flatMap(Entry::family);
        new Partials(formulary.within(family))
            .read(statement)
            .ifPresent(alias -> enter(alias, statement.span()));
      }
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
