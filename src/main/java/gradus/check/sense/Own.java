package gradus.check.sense;

import gradus.expr.Expr;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names and functions that an answer, or whoever gives the exercise, brings along.
public final class Own {
  private final Map<String, Meaning> names = new LinkedHashMap<>();
  private final Map<String, Body> functions = new HashMap<>();

  /// The index letters with which names were introduced entry by entry, by their letters.
  private final Map<String, String> indexed = new HashMap<>();

  private final Set<String> ambiguous = new HashSet<>();
  private final Set<Guess> shown = EnumSet.noneOf(Guess.class);

  /// What a notation is taken for that need not be meant so. As long as the answer has not shown
  /// that it means it, in a line that is right, nothing said with it is wrong.
  public enum Guess {
    /// `dw` for the derivative of the loss by w.
    ADJOINT_BY_D,
    /// `x_i` for a row of X.
    ROW,
    /// `∂CE` for the loss.
    LOSS
  }

  /// A function by its formula: `g(z) = max(0, z)`; or by the one that it is another name for.
  public sealed interface Body {
    record Formula(Quantity parameter, Expr formula) implements Body {}

    record Named(Name function) implements Body {}
  }

  /// @param otherwise what it means under a convention that reads it otherwise
  private record Meaning(Sense.Grid plainly, Map<Convention, Sense.Grid> otherwise) {}

  public void name(Written name, Sense.Grid meaning) {
    name(name, meaning, Map.of());
  }

  public void name(Written name, Sense.Grid meaning, Map<Convention, Sense.Grid> otherwise) {
    names.put(name.key(), new Meaning(meaning, Map.copyOf(otherwise)));
  }

  public void function(Written name, Body body) {
    functions.put(name.key(), body);
  }

  /// The same with one more name.
  public Own with(Written name, Sense.Grid meaning) {
    Own more = new Own();
    more.names.putAll(names);
    more.functions.putAll(functions);
    more.indexed.putAll(indexed);
    more.ambiguous.addAll(ambiguous);
    more.shown.addAll(shown);
    more.name(name, meaning);
    return more;
  }

  /// `δ_k = …` for every k. With another index letter the same letters may name something else:
  /// then nothing that is said with them is wrong.
  public void index(String letters, String index) {
    String before = indexed.putIfAbsent(letters, index);
    if (before != null && !before.equals(index)) {
      ambiguous.add(letters);
    }
  }

  public boolean isIndexed(String letters) {
    return indexed.containsKey(letters);
  }

  /// Whether a name was introduced with this very index letter.
  public boolean isIndexed(String letters, String index) {
    return index.equals(indexed.get(letters));
  }

  boolean isAmbiguous(String letters) {
    return ambiguous.contains(letters);
  }

  public void show(Set<Guess> guesses) {
    shown.addAll(guesses);
  }

  boolean isShown(Guess guess) {
    return shown.contains(guess);
  }

  boolean isNamed(Written name) {
    return names.containsKey(name.key());
  }

  Optional<Sense.Grid> named(Written name, Sensing sensing) {
    return Optional.ofNullable(names.get(name.key()))
        .map(meaning ->
            Arrays.stream(Convention.values())
                .filter(meaning.otherwise::containsKey)
                .filter(sensing::is)
                .findFirst()
                .map(meaning.otherwise::get)
                .orElse(meaning.plainly));
  }

  Optional<Body> function(Written name) {
    return Optional.ofNullable(functions.get(name.key()));
  }

  /// A name by its parts, however it was set.
  public record Written(String letters, List<String> subs, List<String> labels) {
    public Written {
      subs = List.copyOf(subs);
      labels = List.copyOf(labels);
    }

    String key() {
      return letters + "_" + String.join("", subs) + "^" + String.join(",", labels);
    }
  }
}
