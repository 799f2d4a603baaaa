package gradus.check.sense;

import gradus.check.name.Cut;
import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names and functions that an answer, or whoever gives the exercise, brings along.
public final class Glossary {
  private final Map<String, Meaning> names = new LinkedHashMap<>();
  private final Map<String, Body> functions = new HashMap<>();
  private final Map<Expr, Cut> cuts = new HashMap<>();
  private Set<Quantity> varying = Set.of();
  private int version;

  /// The index letters with which names were introduced entry by entry, by their letters.
  private final Map<String, String> indexed = new HashMap<>();

  private final Set<String> ambiguous = new HashSet<>();
  private final Set<Guess> shown = new HashSet<>();

  /// What a notation is taken for that need not be meant so. As long as the answer has not shown
  /// that it means it, in a line that is right, nothing said with it is wrong.
  ///
  /// @param name what was taken so, where it holds of that name only
  public record Guess(Kind kind, String name) {
    public enum Kind {
      /// `dw` for the derivative of the loss by w.
      ADJOINT_BY_D,
      /// `\overline{w}` for the same.
      ADJOINT_BY_BAR,
      /// `x_i` for a row of X.
      ROW,
      /// `CE` for the loss.
      LOSS
    }

    static final Guess ADJOINT_BY_D = new Guess(Kind.ADJOINT_BY_D, "");
    static final Guess ADJOINT_BY_BAR = new Guess(Kind.ADJOINT_BY_BAR, "");
    static final Guess ROW = new Guess(Kind.ROW, "");

    static Guess loss(String name) {
      return new Guess(Kind.LOSS, name);
    }
  }

  /// A function by its formula: `g(z) = max(0, z)`; or by the one that it is another name for.
  public sealed interface Body {
    record Formula(Quantity parameter, Expr formula) implements Body {}

    record Named(Name function) implements Body {}
  }

  /// @param otherwise what it means under a convention that reads it otherwise
  private record Meaning(Sense.Grid plainly, Map<ReadingConvention, Sense.Grid> otherwise) {}

  public void name(Written name, Sense.Grid meaning) {
    name(name, meaning, Map.of());
  }

  public void name(Written name, Sense.Grid meaning, Map<ReadingConvention, Sense.Grid> otherwise) {
    names.put(name.key(), new Meaning(meaning, Map.copyOf(otherwise)));
    version++;
  }

  public void forget(Written name) {
    names.remove(name.key());
    version++;
  }

  public void function(Written name, Body body) {
    functions.put(name.key(), body);
    version++;
  }

  /// Another one whenever something that is written may mean something else than before.
  public int version() {
    return version;
  }

  /// The same with one more name.
  public Glossary with(Written name, Sense.Grid meaning) {
    Glossary more = copy();
    more.name(name, meaning);
    return more;
  }

  /// For an equation between changes: what changes freely in it.
  public Glossary with(Set<Quantity> changing) {
    Glossary more = copy();
    more.varying = Collections.unmodifiableSet(new LinkedHashSet<>(changing));
    return more;
  }

  private Glossary copy() {
    Glossary more = new Glossary();
    more.names.putAll(names);
    more.functions.putAll(functions);
    more.indexed.putAll(indexed);
    more.ambiguous.addAll(ambiguous);
    more.shown.addAll(shown);
    more.varying = varying;
    return more;
  }

  /// `δ_k = …` for every k. With another index letter the same letters may name something else:
  /// then nothing that is said with them is wrong.
  public void index(String letters, String index) {
    version++;
    String before = indexed.putIfAbsent(letters, index);
    if (before != null && !before.equals(index)) {
      ambiguous.add(letters);
    }
  }

  /// What is introduced may be meant otherwise.
  public void doubt(String letters) {
    ambiguous.add(letters);
    version++;
  }

  /// Whether names with these letters were introduced with this label.
  public boolean hasLabel(String letters, List<String> labels) {
    String end = "^" + String.join(",", labels);
    return isIndexed(letters)
        && names.keySet().stream()
            .anyMatch(key -> key.startsWith(letters + "_") && key.endsWith(end));
  }

  /// Whether names with these letters were introduced with any label.
  boolean isLabelled(String letters) {
    return isIndexed(letters)
        && names.keySet().stream()
            .anyMatch(key -> key.startsWith(letters + "_") && !key.endsWith("^"));
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
    version += shown.addAll(guesses) ? 1 : 0;
  }

  public boolean isShown(Guess guess) {
    return shown.contains(guess);
  }

  public boolean isVarying() {
    return !varying.isEmpty();
  }

  /// Empty where names with a d are derivatives.
  Set<Quantity> varying() {
    return varying;
  }

  boolean isNamed(Written name) {
    return names.containsKey(name.key());
  }

  Optional<Sense.Grid> named(Written name, Interpreter sensing) {
    return Optional.ofNullable(names.get(name.key()))
        .or(() -> Optional.ofNullable(names.get(sized(name, sensing).key())))
        .map(meaning ->
            Arrays.stream(ReadingConvention.values())
                .filter(meaning.otherwise::containsKey)
                .filter(sensing::is)
                .findFirst()
                .map(meaning.otherwise::get)
                .orElse(meaning.plainly));
  }

  /// `δ^L` for `δ^3` of three layers.
  private static Written sized(Written name, Interpreter sensing) {
    return new Written(
        name.letters(),
        name.subs().stream().map(part -> sized(part, sensing)).toList(),
        name.labels().stream().map(part -> sized(part, sensing)).toList());
  }

  private static String sized(String part, Interpreter sensing) {
    return sensing.lettered(part).map(String::valueOf).orElse(part);
  }

  /// What one differentiates by that is no name of the network; worked out once.
  Cut cut(Expr formula, Graph graph) {
    return cuts.computeIfAbsent(formula, f -> Cut.of(f, besides(f), graph));
  }

  /// All entries of the name that a formula is an entry of.
  private List<Expr> besides(Expr formula) {
    return names.values().stream()
        .map(meaning -> meaning.plainly().entries())
        .filter(entries -> entries.contains(formula))
        .findFirst()
        .orElse(List.of(formula));
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
