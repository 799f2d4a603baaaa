package gradus.sheet;

import gradus.calculus.Entries;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Index;
import gradus.expr.IndexedNames;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Definitions entry by entry, with letters for the indices: `a_j = Σ_i W_ij z_i`.
final class EntryForm {
  private static final List<String> OF_VECTORS = List.of("j", "i", "m", "l", "r", "s", "p", "q");
  private static final List<String> OF_MATRICES = List.of("i", "j", "m", "l", "r", "s", "p", "q");

  private final Set<Name> taken = new HashSet<>();

  EntryForm(Graph graph) {
    taken.addAll(IndexedNames.letters(graph));
    for (Definition definition : graph.definitions()) {
      add(definition.symbol());
      Formulas.symbols(definition.formula()).forEach(this::add);
      definition.family().ifPresent(family -> taken.add(family.letter()));
    }
  }

  private void add(Symbol symbol) {
    if (symbol instanceof Quantity quantity) {
      taken.add(quantity.name());
      Stream.of(quantity.labels(), quantity.shape().axes())
          .flatMap(List::stream)
          .flatMap(index -> index.letters().stream())
          .forEach(letter -> taken.add(letter.name()));
    }
  }

  Definition of(Definition definition) {
    if (!(definition.symbol() instanceof Quantity quantity) || quantity.shape().isScalar()) {
      return new Definition(
          definition.symbol(),
          Entries.of(definition.formula(), List.of(), taken),
          definition.family());
    }
    List<Index> at = letters(definition, quantity.shape().axes().size());
    return new Definition(
        quantity.entry(at), Entries.of(definition.formula(), at, taken), definition.family());
  }

  /// Those of the file where it defines entry by entry.
  private List<Index> letters(Definition definition, int count) {
    Expr formula = definition.formula();
    Stream<Name> letters =
        formula instanceof ByEntries byEntries && byEntries.letters().size() == count
            ? byEntries.letters().stream()
            : (count == 1 ? OF_VECTORS : OF_MATRICES)
                .stream().map(Name::of).filter(letter -> !taken.contains(letter)).limit(count);
    return letters.map(Index::of).toList();
  }
}
