package gradus.calculus.indices;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Index.Term;
import gradus.expr.Name;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of letters: an index lies in its range, every other letter is a size and at least
/// 1, or what is said to be its least value.
///
/// An answer of `false` means "not surely", never "surely not".
public record Ranges(Map<Name, Range> indices, Map<Letter, Integer> least) {
  public static final Ranges NONE = new Ranges(Map.of(), Map.of());

  public Ranges {
    indices = Map.copyOf(indices);
    least = Map.copyOf(least);
  }

  public Ranges with(Name letter, Index from, Index to) {
    Map<Name, Range> more = new HashMap<>(indices);
    more.put(letter, new Range(from, to));
    return new Ranges(more, least);
  }

  /// With a position inside a shape: letters that stand alone along an axis lie in it.
  public Ranges with(List<Index> position, Shape shape) {
    Ranges all = this;
    for (int axis = 0; axis < position.size(); axis++) {
      Optional<Name> letter = alone(position.get(axis));
      if (letter.isPresent()) {
        all = all.with(letter.get(), Index.ONE, shape.axes().get(axis));
      }
    }
    return all;
  }

  private static Optional<Name> alone(Index index) {
    return index.letters().stream()
        .map(Letter::name)
        .filter(name -> index.equals(Index.of(name)))
        .findFirst();
  }

  public boolean surelyInside(Index index, Index from, Index to) {
    return surelyAtMost(from, index) && surelyAtMost(index, to);
  }

  public boolean surelyDifferent(Index left, Index right) {
    return surelyAtMost(left.plus(1), right) || surelyAtMost(right.plus(1), left);
  }

  public boolean surelyAtMost(Index left, Index right) {
    Index difference = right.minus(left);
    for (int round = 0; round <= indices.size(); round++) {
      Index before = difference;
      difference = before.with(letter -> atWorst(letter, coefficient(letter, before)));
    }
    return leastValue(difference) >= 0;
  }

  /// With which a letter counts, 0 where it is not a term by itself.
  private static int coefficient(Letter letter, Index index) {
    return index.terms().stream()
        .filter(term -> term.letters().equals(List.of(letter)))
        .mapToInt(Term::coefficient)
        .findFirst()
        .orElse(0);
  }

  private Index atWorst(Letter letter, int coefficient) {
    Range range = letter.labels().isEmpty() ? indices.get(letter.name()) : null;
    return range == null || coefficient == 0
        ? Index.of(letter)
        : coefficient > 0 ? range.from() : range.to();
  }

  /// Below every value that an index in sizes can have; -1 where none is known.
  private int leastValue(Index index) {
    int sum = 0;
    for (Term term : index.terms()) {
      boolean unbounded = term.coefficient() < 0 && !term.letters().isEmpty();
      boolean ofIndex = term.letters().stream().anyMatch(this::isIndex);
      if (unbounded || ofIndex) {
        return -1;
      }
      sum += term.coefficient() * leastValue(term.letters());
    }
    return sum;
  }

  private int leastValue(List<Letter> letters) {
    return letters.stream()
        .mapToInt(letter -> least.getOrDefault(letter, 1))
        .reduce(1, (a, b) -> a * b);
  }

  private boolean isIndex(Letter letter) {
    return letter.labels().isEmpty() && indices.containsKey(letter.name());
  }
}
