package gradus.calculus.family;

import gradus.calculus.indices.Ranges;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Index.Term;
import gradus.expr.Operation.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Labels in the order that they have where the letters are large: 2 before `L - 1` before L.
///
/// For small letters it may be another; [#ranges] tells what holds for them too.
///
/// @param least the least value of a letter, 1 for those not named
public record Order(Map<Letter, Integer> least) {
  public Order {
    least = Map.copyOf(least);
  }

  /// The sign of `left - right`.
  public int compare(Index left, Index right) {
    Index difference = left.minus(right);
    int sign = 0;
    int constant = 0;
    for (Term term : difference.terms()) {
      int own = Integer.signum(term.coefficient());
      if (term.letters().isEmpty()) {
        constant = own;
      } else if (sign == -own) {
        throw new Refusal.Found(new Refusal.Undecided(left, right));
      } else {
        sign = own;
      }
    }
    return sign == 0 ? constant : sign;
  }

  public boolean isEmpty(Range range) {
    return compare(range.from(), range.to()) > 0;
  }

  public boolean meet(Range one, Range other) {
    return compare(one.from(), other.to()) <= 0 && compare(other.from(), one.to()) <= 0;
  }

  /// Whether the whole of `inner` lies in `outer`.
  public boolean covers(Range outer, Range inner) {
    return compare(outer.from(), inner.from()) <= 0 && compare(inner.to(), outer.to()) <= 0;
  }

  /// From the first label of either to the last.
  public Range hull(Range one, Range other) {
    return new Range(
        compare(one.from(), other.from()) <= 0 ? one.from() : other.from(),
        compare(one.to(), other.to()) >= 0 ? one.to() : other.to());
  }

  /// What is known of the letters.
  public Ranges ranges() {
    return new Ranges(Map.of(), least);
  }

  /// With the least values at which a range is not empty: `1..L-1` has L at least 2.
  public Order notEmpty(Range range) {
    Index length = range.to().minus(range.from());
    List<Term> letters = length.terms().stream().filter(term -> !term.letters().isEmpty()).toList();
    int constant =
        length.terms().stream()
            .filter(term -> term.letters().isEmpty())
            .mapToInt(Term::coefficient)
            .sum();
    if (letters.size() != 1
        || letters.getFirst().coefficient() != 1
        || letters.getFirst().letters().size() != 1) {
      return this;
    }
    Map<Letter, Integer> more = new HashMap<>(least);
    more.merge(letters.getFirst().letters().getFirst(), Math.max(1, -constant), Math::max);
    return new Order(more);
  }
}
