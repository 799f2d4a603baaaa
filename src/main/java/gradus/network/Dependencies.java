package gradus.network;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Lexicon.Entry;
import gradus.network.Lexicon.Kind;
import gradus.syntax.Mentions;
import gradus.syntax.Span;
import gradus.syntax.Statement.Define;
import gradus.syntax.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which definitions use which, by the names in their written formulas: so that each is resolved
/// after those whose shapes it needs, wherever they stand in the file.
final class Dependencies {
  private final Lexicon lexicon;
  private final Report report;
  private final Map<Symbol, Define> statements = new LinkedHashMap<>();
  private final Map<Symbol, Definition> uses = new LinkedHashMap<>();
  private final Set<Symbol> circular;

  Dependencies(Lexicon lexicon, List<Define> statements, Report report) {
    this.lexicon = lexicon;
    this.report = report;
    for (Define define : statements) {
      this.statements.put(Lexicon.quantity(define.name()), define);
    }
    this.statements.forEach(
        (symbol, define) -> uses.put(symbol, new Definition(symbol, used(define.formula()))));
    this.circular = cutCycles();
  }

  /// What is defined through itself.
  Set<Symbol> circular() {
    return circular;
  }

  /// Each after those that it uses; those on circles come last.
  List<Define> ordered() {
    Set<Symbol> order = new LinkedHashSet<>();
    Graph.of(uses.values()).definitions().forEach(definition -> order.add(definition.symbol()));
    order.addAll(circular);
    List<Define> ordered = new ArrayList<>();
    order.forEach(symbol -> Optional.ofNullable(statements.get(symbol)).ifPresent(ordered::add));
    return ordered;
  }

  private Set<Symbol> cutCycles() {
    Map<Symbol, Span> places = new LinkedHashMap<>();
    statements.forEach((symbol, define) -> places.put(symbol, define.formula().span()));
    Set<Symbol> onCircles = Cycles.report(uses.values(), places, report);
    uses.keySet().removeAll(onCircles);
    return onCircles;
  }

  private Expr used(Written formula) {
    List<Expr> references = new ArrayList<>();
    for (Quantity quantity : new LinkedHashSet<>(defined(formula))) {
      references.add(new Ref(quantity));
    }
    return new Expr.Sum(references);
  }

  private Collection<Quantity> defined(Written formula) {
    return Mentions.of(formula).stream()
        .flatMap(name -> entry(name).stream())
        .filter(entry -> entry.kind() == Kind.DEFINED)
        .map(Entry::quantity)
        .toList();
  }

  /// `z_1` where nothing is called that may be an entry of `z`.
  private Optional<Entry> entry(Written.Name name) {
    int index = name.text().lastIndexOf('_');
    Quantity quantity = Lexicon.quantity(name);
    return lexicon
        .whole(quantity)
        .or(() ->
            index > 0
                ? lexicon.whole(
                    Quantity.of(name.text().substring(0, index)).labelled(quantity.labels()))
                : Optional.empty());
  }
}
