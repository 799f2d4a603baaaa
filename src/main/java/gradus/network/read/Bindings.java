package gradus.network.read;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Index.Term;
import gradus.network.Diagnostics;
import gradus.syntax.source.Fault;
import gradus.syntax.source.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What data make of size letters: a value of 3 rows for `X : n x d` makes n = 3.
final class Bindings {
  /// @param by what has that size: `X`
  record Constraint(Index size, int value, String by, Span span) {}

  private record Bound(int value, String by) {}

  private final Diagnostics report;
  private final Map<Letter, Bound> bound = new LinkedHashMap<>();
  private final Set<Letter> impossible = new HashSet<>();

  private Bindings(Diagnostics report) {
    this.report = report;
  }

  /// The letters that the constraints determine, taken one after the other as often as one of them
  /// tells a new letter. A size that two of them contradict is reported.
  static Map<Letter, Integer> of(List<Constraint> constraints, Diagnostics report) {
    Bindings bindings = new Bindings(report);
    int known;
    do {
      known = bindings.bound.size();
      constraints.forEach(bindings::solve);
    } while (bindings.bound.size() > known);
    constraints.forEach(bindings::check);
    return bindings.values();
  }

  private Map<Letter, Integer> values() {
    Map<Letter, Integer> values = new LinkedHashMap<>();
    bound.forEach((letter, value) -> values.put(letter, value.value));
    return values;
  }

  private Index known(Index size) {
    return size.with(letter -> {
      Bound value = bound.get(letter);
      return value == null ? Index.of(letter) : Index.of(value.value);
    });
  }

  /// `2*d + 1 = 7`, where all letters but d have numbers.
  private void solve(Constraint constraint) {
    Index rest = known(constraint.size).minus(Index.of(constraint.value));
    List<Term> unknown = rest.terms().stream().filter(term -> !term.letters().isEmpty()).toList();
    if (unknown.size() == 1 && unknown.getFirst().letters().size() == 1) {
      Term term = unknown.getFirst();
      Letter letter = term.letters().getFirst();
      int constant = rest.minus(new Index(List.of(term))).constant().orElseThrow();
      int value = -constant / term.coefficient();
      if (value >= 1 && value * term.coefficient() == -constant) {
        bound.put(letter, new Bound(value, constraint.by));
      } else {
        report.add(
            constraint.span, Fault.SIZE_CANNOT_BE, constraint.size, constraint.value, letter);
        impossible.add(letter);
        bound.put(letter, new Bound(1, constraint.by));
      }
    }
  }

  private void check(Constraint constraint) {
    Index known = known(constraint.size);
    Set<Letter> letters = constraint.size.letters();
    if (known.constant().isPresent()
        && !known.is(constraint.value)
        && !letters.isEmpty()
        && letters.stream().noneMatch(impossible::contains)) {
      Bound first = bound.get(letters.iterator().next());
      report.add(
          constraint.span,
          Fault.SIZE_BOUND_TWICE,
          constraint.size,
          known,
          first == null ? "the file" : first.by,
          constraint.value,
          constraint.by);
    }
  }
}
