package gradus.syntax;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A vector or matrix by the formula of its entries. How far a letter runs is what it indexes: `a_j
/// = sum(i in 1..n, W_{i,j} * x_i)` has as many entries as W has columns.
///
/// Limit: a letter must stand by itself in one index at least; `x_{i+1}` tells no range.
record EntryDefinition(Source source, Scope scope, Consumer<Diagnostic> diagnostics) {
  Optional<Expr> formula(Written written, List<Written> indices) {
    Failures failures = new Failures(source, diagnostics);
    List<Name> letters = letters(indices, failures);
    if (failures.any()) {
      return Optional.empty();
    }
    Failures unheard = new Failures(source, _ -> {});
    Expr draft = resolution(letters, IndexRanges.NONE, unheard).formula(written);
    IndexRanges ranges = IndexRanges.NONE;
    List<Index> axes = new ArrayList<>();
    int shift = 1 - scope.indexOrigin();
    for (int i = 0; i < letters.size() && !unheard.any(); i++) {
      Index index = Index.of(letters.get(i)).plus(shift);
      List<Index> lengths = new IndexedAxes(index).in(draft);
      if (isOne(lengths, indices.get(i), failures)) {
        Index length = lengths.getFirst();
        axes.add(length);
        ranges = ranges.and(letters.get(i), new Range(Index.of(1 - shift), length.plus(-shift)));
      }
    }
    Expr entry = resolution(letters, ranges, failures).scalar(written);
    if (Bounds.isTooDeep(entry)) {
      failures.tell(Fault.TOO_DEEP.at(source, written.span(), Written.DEEPEST));
    }
    return failures.any()
        ? Optional.empty()
        : Optional.of(
            Formulas.byEntries(letters, new Shape(axes), countedFromOne(entry, letters, shift)));
  }

  private static Expr countedFromOne(Expr entry, List<Name> letters, int shift) {
    Expr counted = entry;
    for (Name letter : letters) {
      counted = Indexing.with(counted, letter, Index.of(letter).plus(-shift));
    }
    return counted;
  }

  private Resolution resolution(List<Name> letters, IndexRanges ranges, Failures failures) {
    Scope inside = scope;
    for (Name letter : letters) {
      inside = new LocalScope(inside, letter);
    }
    return new Resolution(inside, failures, ranges, false);
  }

  private List<Name> letters(List<Written> indices, Failures failures) {
    Set<Name> letters = new HashSet<>();
    List<Name> inOrder = new ArrayList<>();
    for (Written index : indices) {
      if (!(index instanceof Written.Name typed)
          || !typed.labels().isEmpty()
          || !typed.entries().isEmpty()) {
        failures.tell(
            Fault.UNSUPPORTED.at(source, index.span(), "an entry with a definition of its own"));
        return List.of();
      }
      Name letter = Name.of(typed.text());
      if (scope.isTaken(letter) || !letters.add(letter)) {
        failures.tell(
            Fault.ENTRY_LETTER_TAKEN.at(source, index.span(), letter).suggesting(other(letters)));
      }
      inOrder.add(letter);
    }
    return inOrder;
  }

  private Optional<String> other(Set<Name> letters) {
    return Stream.of("i", "j", "l", "m", "q", "r")
        .filter(free -> !scope.isTaken(Name.of(free)) && !letters.contains(Name.of(free)))
        .findFirst();
  }

  private boolean isOne(List<Index> lengths, Written letter, Failures failures) {
    String text = failures.text(letter.span());
    if (lengths.isEmpty()) {
      failures.tell(Fault.ENTRY_LETTER_UNUSED.at(source, letter.span(), text));
    } else if (lengths.size() > 1) {
      failures.tell(
          Fault.ENTRY_LETTER_RANGES.at(
              source, letter.span(), text, lengths.get(0), lengths.get(1)));
    }
    return lengths.size() == 1;
  }
}
