package gradus.network.name;

import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.network.name.SymbolTable.Entry;
import gradus.syntax.written.Indices;
import gradus.syntax.written.Mentions.Mention;
import gradus.syntax.written.Written;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One name in the formula of a definition: what is used there, and of a family which members.
///
/// @param typed with its labels, in the letters of the user
public record NameUse(Entry user, Entry used, Quantity typed, Mention mention) {
  /// Of two families, how far the member used is ahead of the user: of `z[k-1]` in `a[k]` it is -1.
  public OptionalInt offset() {
    return user.family().isPresent() && value().isPresent()
        ? value().get().minus(user.family().get().index()).constant()
        : OptionalInt.empty();
  }

  /// Which member is used, as a value of the letter of its family.
  Optional<Index> value() {
    return used.value(typed);
  }

  /// The members used while all letters run, from the first to the last; the same where none runs.
  Optional<Ends> ends() {
    Optional<Ends> ends = value().map(value -> new Ends(value, value));
    for (Written.Ranging sum : mention.sums()) {
      Optional<Family> range =
          Indices.all(List.of(sum.from(), sum.to()))
              .map(
                  bounds -> new Family(Name.of(sum.letter()), bounds.getFirst(), bounds.getLast()));
      ends = ends.flatMap(inner -> range.map(inner::over));
    }
    return ends.map(inner -> user.family().map(inner::over).orElse(inner));
  }

  record Ends(Index first, Index last) {
    /// While that letter runs as well.
    private Ends over(Family range) {
      boolean falls =
          first.terms().stream()
              .anyMatch(term ->
                  term.coefficient() < 0 && new Index(List.of(term)).mentions(range.letter()));
      Index start = falls ? range.to() : range.from();
      Index end = falls ? range.from() : range.to();
      return new Ends(first.with(range.letter(), start), last.with(range.letter(), end));
    }

    boolean isOne() {
      return first.equals(last);
    }
  }
}
