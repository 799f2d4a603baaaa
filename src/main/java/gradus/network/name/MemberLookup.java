package gradus.network.name;

import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Written;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The members of families: which one is meant by labels, and whether there is one.
///
/// Sizes are at least 1, and that is all that is known of a letter without a number.
public final class MemberLookup {
  private MemberLookup() {}

  /// Empty where a bound is no whole number in letters.
  public static Optional<Family> family(Written.Family written) {
    return Indices.all(List.of(written.from(), written.to()))
        .map(ends -> new Family(Name.of(written.letter()), ends.getFirst(), ends.getLast()));
  }

  /// The value of the letter for which `pattern` is `typed`: of `[k+1]` and `[3]` it is 2. Empty if
  /// there is none.
  static Optional<Index> value(List<Index> pattern, List<Index> typed, Family range) {
    if (pattern.size() != typed.size()) {
      return Optional.empty();
    }
    Optional<Index> value = Optional.empty();
    for (int i = 0; i < pattern.size(); i++) {
      Index label = pattern.get(i);
      Index offset = label.minus(range.index());
      Index meant = typed.get(i).minus(offset);
      boolean fits =
          label.mentions(range.letter())
              ? !offset.mentions(range.letter()) && value.filter(v -> !v.equals(meant)).isEmpty()
              : label.equals(typed.get(i));
      if (!fits) {
        return Optional.empty();
      }
      value = label.mentions(range.letter()) ? Optional.of(meant) : value;
    }
    return value;
  }

  /// False only if it lies outside for certain.
  static boolean mayBeIn(Index value, Family range) {
    return !isNegative(value.minus(range.from())) && !isNegative(range.to().minus(value));
  }

  /// For all sizes.
  public static boolean isNatural(Index index) {
    int sum = 0;
    for (Index.Term term : index.terms()) {
      if (term.coefficient() < 0 && !term.letters().isEmpty()) {
        return false;
      }
      sum += term.coefficient();
    }
    return sum >= 0;
  }

  /// For certain.
  private static boolean isNegative(Index index) {
    OptionalInt number = index.constant();
    return number.isPresent() && number.getAsInt() < 0;
  }
}
