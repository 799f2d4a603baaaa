package gradus.network;

import gradus.calculus.Derivation.Alias;
import gradus.expr.Symbol.Partial;
import gradus.syntax.Fault;
import gradus.syntax.Span;
import gradus.syntax.Statement.NameAdjoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads names of adjoints into the lexicon.
final class Aliases {
  private final Formulary formulary;
  private final Map<Partial, Span> named = new HashMap<>();

  Aliases(Formulary formulary) {
    this.formulary = formulary;
  }

  void read(List<NameAdjoint> statements) {
    Partials partials = new Partials(formulary);
    for (NameAdjoint statement : statements) {
      if (formulary.lexicon().isEnteredAt(statement.name())) {
        partials.read(statement).ifPresent(alias -> enter(alias, statement.span()));
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
