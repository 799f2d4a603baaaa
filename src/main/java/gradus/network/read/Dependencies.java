package gradus.network.read;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Graph;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Diagnostics;
import gradus.network.name.DefinitionCycles;
import gradus.network.name.FamilyRanges;
import gradus.network.name.NameUse;
import gradus.network.name.Recursions;
import gradus.network.name.SymbolTable;
import gradus.network.name.SymbolTable.Entry;
import gradus.network.name.SymbolTable.Kind;
import gradus.syntax.source.Span;
import gradus.syntax.written.Mentions;
import gradus.syntax.written.Mentions.Mention;
import gradus.syntax.written.Statement.Define;
import gradus.syntax.written.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which definitions use which, by the names in their written formulas: so that each is resolved
/// after those whose shapes it needs, wherever they stand in the file.
final class Dependencies {
  private final SymbolTable lexicon;
  private final Map<Symbol, Define> statements = new LinkedHashMap<>();
  private final Map<Symbol, Set<Expr>> references = new LinkedHashMap<>();
  private final Recursions recursions;
  private final Set<Symbol> circular = new LinkedHashSet<>();
  private final List<Definition> sound;

  Dependencies(SymbolTable lexicon, List<Define> statements, Diagnostics report) {
    this.lexicon = lexicon;
    for (Define define : statements) {
      Symbol symbol = SymbolTable.quantity(define.name());
      this.statements.put(symbol, define);
      references.put(symbol, new LinkedHashSet<>());
    }
    List<NameUse> uses = statements.stream().flatMap(define -> uses(define).stream()).toList();
    this.recursions = new Recursions(uses);
    FamilyRanges ranges = new FamilyRanges(lexicon, report, recursions::isWithin);
    uses.forEach(ranges::check);
    uses.forEach(this::refer);
    this.sound = withoutCycles(report);
  }

  /// What is defined through itself.
  Set<Symbol> circular() {
    return circular;
  }

  /// The families that use themselves, each with those through which it does.
  Recursions recursions() {
    return recursions;
  }

  /// Each after those that it uses; those on circles come last.
  List<Define> ordered() {
    Set<Symbol> order = new LinkedHashSet<>();
    Graph.of(sound).definitions().forEach(definition -> order.add(definition.symbol()));
    order.addAll(circular);
    List<Define> ordered = new ArrayList<>();
    order.forEach(symbol -> Optional.ofNullable(statements.get(symbol)).ifPresent(ordered::add));
    return ordered;
  }

  private List<Definition> withoutCycles(Diagnostics report) {
    Map<Symbol, Span> places = new LinkedHashMap<>();
    statements.forEach((symbol, define) -> places.put(symbol, define.formula().span()));
    List<Definition> definitions = new ArrayList<>();
    references.forEach(
        (symbol, used) -> definitions.add(new Definition(symbol, new Expr.Sum(List.copyOf(used)))));
    circular.addAll(DefinitionCycles.report(definitions, places, report));
    for (List<Quantity> loop : recursions.unsound()) {
      if (loop.stream().noneMatch(circular::contains)) {
        DefinitionCycles.tell(loop, places, report);
        circular.addAll(loop);
      }
    }
    definitions.removeIf(definition -> circular.contains(definition.symbol()));
    return definitions;
  }

  /// A family that uses other members of itself needs no order; the starts beside it come first.
  private void refer(NameUse use) {
    boolean isOther = recursions.isWithin(use) && use.offset().orElse(0) != 0;
    if (!isOther && use.used().kind() == Kind.DEFINED) {
      references(use.user().quantity()).add(new Ref(use.used().quantity()));
    }
    if (use.used().family().isPresent()) {
      referToStarts(use);
    }
  }

  /// Also before those through which the user uses itself: their shapes follow from one start.
  private void referToStarts(NameUse use) {
    Set<Quantity> users = new LinkedHashSet<>(recursions.group(use.user().quantity()));
    users.add(use.user().quantity());
    for (Entry start : lexicon.labelled(use.typed().name())) {
      users.stream()
          .filter(user -> start.kind() == Kind.DEFINED)
          .filter(user -> !recursions.reaches(start.quantity(), user))
          .forEach(user -> references(user).add(new Ref(start.quantity())));
    }
  }

  private Set<Expr> references(Quantity user) {
    return references.computeIfAbsent(user, _ -> new LinkedHashSet<>());
  }

  private List<NameUse> uses(Define define) {
    Entry user = lexicon.whole(SymbolTable.quantity(define.name())).orElseThrow();
    List<NameUse> found = new ArrayList<>();
    for (Mention mention : Mentions.in(define.formula())) {
      Quantity typed = SymbolTable.quantity(mention.name());
      entry(mention.name(), typed)
          .ifPresent(entry -> found.add(new NameUse(user, entry, typed, mention)));
    }
    return found;
  }

  /// `z_1` where nothing is called that may be an entry of `z`.
  private Optional<Entry> entry(Written.Name name, Quantity typed) {
    int index = name.text().lastIndexOf('_');
    return lexicon
        .whole(typed)
        .or(() ->
            index > 0
                ? lexicon.whole(
                    Quantity.of(name.text().substring(0, index)).labelled(typed.labels()))
                : Optional.empty())
        .filter(Entry::isQuantity);
  }
}
