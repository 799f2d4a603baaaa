package gradus.check.name;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Index;
import gradus.expr.Name;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of a network by their parts, to be found however they are written: `w_{1,2}^{(3)}`,
/// `w^3_{12}` and `W[3]_{1,2}` have the letter w, the label 3 and the indices 1 and 2.
///
/// A name is found by its exact letters before it is found by letters in another case, by its parts
/// in their places before it is found by its parts in other places; what fits two names in the same
/// degree is neither.
public final class Lexicon {
  private static final Pattern PARTS = Pattern.compile("_?([0-9]+|[^_0-9]+)");

  private static final int MOST_ASKED = 20_000;

  private final Map<String, List<Entity>> byLetters = new LinkedHashMap<>();

  /// What was found before: answers ask for the same names again and again.
  private final Map<Asked, Found> asked = new ConcurrentHashMap<>();

  /// A quantity of the network with all its entries.
  ///
  /// @param marks the parts of its name behind the letters: `1` of `z_1`, `s` of `w_s`
  public record Entity(
      String letters, List<String> marks, Quantity whole, int rows, int columns, int axes) {
    public Entity {
      marks = List.copyOf(marks);
    }

    public List<String> labels() {
      return whole.labels().stream().map(Index::toString).toList();
    }

    public boolean isScalar() {
      return axes == 0;
    }

    /// All its entries.
    public Sense.Grid grid() {
      List<Expr> entries = new ArrayList<>();
      for (int row = 1; row <= rows; row++) {
        for (int column = 1; column <= columns; column++) {
          entries.add(new Expr.Ref(entry(row, column)));
        }
      }
      return new Sense.Grid(rows, columns, entries);
    }

    /// Indices count from 1.
    public Quantity entry(int row, int column) {
      return switch (axes) {
        case 0 -> whole;
        case 1 -> whole.entry(List.of(Index.of(row)));
        default -> whole.entry(List.of(Index.of(row), Index.of(column)));
      };
    }
  }

  /// @param problem of numbers
  public Lexicon(Problem problem) {
    Map<Quantity, int[]> extents = new LinkedHashMap<>();
    problem.declarations().forEach(declaration -> measure(declaration.quantity(), extents));
    for (Definition definition : problem.graph().definitions()) {
      if (definition.symbol() instanceof Quantity quantity) {
        measure(quantity, extents);
      }
    }
    problem.aliases().forEach(alias -> measure(alias.name(), extents));
    extents.forEach(this::add);
  }

  private static void measure(Quantity quantity, Map<Quantity, int[]> extents) {
    Quantity whole = Quantity.of(quantity.name(), quantity.labels());
    int[] extent = extents.computeIfAbsent(whole, _ -> new int[quantity.indices().size()]);
    for (int i = 0; i < extent.length; i++) {
      extent[i] = Math.max(extent[i], quantity.indices().get(i).constant().orElse(0));
    }
  }

  private void add(Quantity whole, int[] extent) {
    List<String> parts = parts(whole.name());
    Entity entity =
        new Entity(
            parts.getFirst(),
            parts.subList(1, parts.size()),
            whole,
            extent.length > 0 ? extent[0] : 1,
            extent.length > 1 ? extent[1] : 1,
            extent.length);
    byLetters.computeIfAbsent(entity.letters, _ -> new ArrayList<>()).add(entity);
  }

  /// `w`, `1` of `w_1` and of `w1`; `W`, `xh` of `W_xh`.
  static List<String> parts(Name name) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PARTS.matcher(name.key());
    while (matcher.find()) {
      parts.add(matcher.group(1));
    }
    return parts.isEmpty() ? List.of(name.key()) : parts;
  }

  /// Of six digits at most.
  public static boolean isNumber(String part) {
    return !part.isEmpty()
        && part.length() <= 6
        && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Two indices glued together.
  public static boolean isPair(String part) {
    return part.length() == 2 && isNumber(part);
  }

  /// What has exactly these letters.
  public Stream<Entity> called(String letters) {
    return byLetters.getOrDefault(letters, List.of()).stream();
  }

  /// @param letters with hats and bars as suffix
  /// @param subs subscripts, split at commas, one digit each where the network has it so
  /// @param labels superscripts
  public Found find(String letters, List<String> subs, List<String> labels) {
    if (asked.size() >= MOST_ASKED) {
      asked.clear();
    }
    return asked.computeIfAbsent(
        new Asked(letters, List.copyOf(subs), List.copyOf(labels)),
        _ -> search(letters, subs, labels));
  }

  private record Asked(String letters, List<String> subs, List<String> labels) {}

  private Found search(String letters, List<String> subs, List<String> labels) {
    Found exact = find(byLetters.getOrDefault(letters, List.of()), subs, labels);
    if (exact.isFound()) {
      return exact;
    }
    List<Entity> similar = new ArrayList<>();
    byLetters.forEach((key, entities) -> {
      if (!key.equals(letters) && folded(key).equals(folded(letters))) {
        similar.addAll(entities);
      }
    });
    Found folded = find(similar, subs, labels);
    boolean entries = folded.near().filter(near -> near.axes() > 0).isPresent();
    Found row = row(letters, similar, subs, labels);
    if (row.isFound() && !folded.isFound()) {
      return row;
    }
    boolean meant = folded.isFound() ? !folded.loosely() : entries && !exact.isKnown();
    return meant ? folded : exact;
  }

  /// `x_i` where X holds a sample in each row: that row, standing.
  private static Found row(
      String letters, List<Entity> similar, List<String> subs, List<String> labels) {
    boolean one = subs.size() == 1 && isNumber(subs.getFirst());
    if (!one || !letters.equals(folded(letters)) || similar.size() != 1) {
      return Found.NONE;
    }
    Entity entity = similar.getFirst();
    int row = Integer.parseInt(subs.getFirst());
    boolean fits =
        entity.axes() == 2
            && entity.rows() > 1
            && entity.columns() > 1
            && entity.marks().isEmpty()
            && entity.labels().equals(labels)
            && row >= 1
            && row <= entity.rows();
    return fits ? new Found(Optional.of(entity), row, 0, true, Optional.empty()) : Found.NONE;
  }

  private static String folded(String letters) {
    return letters.toLowerCase(Locale.ROOT);
  }

  /// Whether names with these letters have parts that an index letter can stand for.
  public boolean isIndexed(String letters) {
    return entities().stream()
        .filter(entity -> folded(entity.letters()).equals(folded(letters)))
        .anyMatch(entity ->
            entity.axes() > 0
                || !entity.labels().isEmpty()
                || entity.marks().stream().anyMatch(mark -> mark.matches("[0-9]+")));
  }

  /// Whether names with these letters are counted, above or below.
  public boolean isCounted(String letters) {
    return isLabelled(letters)
        || called(letters)
            .anyMatch(entity -> entity.marks().stream().anyMatch(mark -> mark.matches("[0-9]+")));
  }

  /// Whether names with these letters have layers.
  public boolean isLabelled(String letters) {
    return called(letters).anyMatch(entity -> !entity.labels().isEmpty());
  }

  /// The last of the layers with these letters.
  public Optional<Sense.Grid> last(String letters) {
    return byLetters.getOrDefault(letters, List.of()).stream()
        .filter(entity -> entity.labels().size() == 1)
        .max(
            Comparator.comparingInt(
                entity -> entity.whole().labels().getFirst().constant().orElse(-1)))
        .map(Entity::grid);
  }

  /// Whether there is such a layer of several entries.
  public boolean hasLayer(String letters, List<String> labels) {
    return !labels.isEmpty()
        && called(letters).anyMatch(entity -> entity.axes() > 0 && entity.labels().equals(labels));
  }

  /// Whether something is called exactly so.
  public boolean has(String letters) {
    return byLetters.containsKey(letters);
  }

  public boolean isKnown(String letters) {
    return find(letters, List.of(), List.of()).isKnown();
  }

  /// @param entity without it there is no such name
  /// @param row 0 where the whole is meant
  /// @param column 0 where the whole row is meant
  /// @param loosely whether a part was dropped or moved
  public record Found(
      Optional<Entity> entity, int row, int column, boolean loosely, Optional<Entity> near) {
    static final Found NONE = new Found(Optional.empty(), 0, 0, false, Optional.empty());

    public boolean isFound() {
      return entity.isPresent();
    }

    /// Whether something has these letters.
    public boolean isKnown() {
      return isFound() || near.isPresent();
    }
  }

  private static Found find(List<Entity> entities, List<String> subs, List<String> labels) {
    if (entities.isEmpty()) {
      return Found.NONE;
    }
    for (Fit fit : Fit.values()) {
      List<Found> found =
          entities.stream()
              .flatMap(entity -> fit.of(entity, subs, labels).stream())
              .distinct()
              .toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
    }
    Optional<Entity> near =
        entities.stream()
            .filter(entity -> entity.labels().equals(labels))
            .findFirst()
            .or(() -> Optional.of(entities.getFirst()));
    return new Found(Optional.empty(), 0, 0, false, near);
  }

  public List<Entity> entities() {
    return byLetters.values().stream().flatMap(List::stream).toList();
  }

  /// The largest label, index or size: how far an index letter need run.
  public int longest() {
    int longest = 1;
    for (Entity entity : entities()) {
      longest = Math.max(longest, Math.max(entity.rows(), entity.columns()));
      for (Index label : entity.whole().labels()) {
        longest = Math.max(longest, label.constant().orElse(0));
      }
    }
    return Math.max(longest, longestFamily());
  }

  /// The numbers `w_1`, `w_2`, … that have nothing but a count behind their letters, from 1 on (or
  /// from 0) without a gap.
  public List<Quantity> family(String letters) {
    Map<String, Quantity> counted = new HashMap<>();
    for (Entity entity : byLetters.getOrDefault(letters, List.of())) {
      if (entity.isScalar() && entity.labels().isEmpty() && entity.marks().size() == 1) {
        counted.put(entity.marks().getFirst(), entity.whole());
      }
    }
    List<Quantity> members = new ArrayList<>();
    int first = counted.containsKey("0") ? 0 : 1;
    for (int i = first; counted.containsKey(String.valueOf(i)); i++) {
      members.add(counted.get(String.valueOf(i)));
    }
    return members.size() == counted.size() ? members : List.of();
  }

  /// The last number of `h_0`, `h_1`, … where none is left out.
  private int longestFamily() {
    int longest = 0;
    for (List<Entity> entities : byLetters.values()) {
      Set<String> numbers =
          entities.stream()
              .filter(entity -> entity.marks().size() == 1)
              .map(entity -> entity.marks().getFirst())
              .collect(Collectors.toSet());
      int last = numbers.contains("1") ? 1 : 0;
      while (numbers.contains(String.valueOf(last + 1))) {
        last++;
      }
      longest = Math.max(longest, last);
    }
    return longest;
  }
}
