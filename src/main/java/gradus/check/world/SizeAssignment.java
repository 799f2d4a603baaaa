package gradus.check.world;

import gradus.expr.Family;
import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.network.Problem;
import gradus.network.Problem.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the letters for sizes are where an answer is judged: as the data have it, or distinct
/// numbers of at least 2, so that shapes which do not fit are seen.
public record SizeAssignment(Map<Letter, Integer> values, Origin origin) {
  private static final int LAYERS = 3;
  private static final Pattern SHAPE = Pattern.compile("(\\d+)×(\\d+)");

  enum Origin {
    DATA,
    CHOICE,
    /// In descending order, one more each, with one layer more.
    SECOND_CHOICE
  }

  static SizeAssignment ofData(Problem problem) {
    return new SizeAssignment(problem.sizes().bound(), Origin.DATA);
  }

  static SizeAssignment chosen(Problem problem, Origin origin) {
    return new SizeAssignment(new Choosing(problem, origin == Origin.CHOICE).values(), origin);
  }

  boolean isSecond() {
    return origin == Origin.SECOND_CHOICE;
  }

  /// Those that the data fix.
  public Set<Integer> fixed() {
    return origin == Origin.DATA ? Set.copyOf(values.values()) : Set.of();
  }

  /// By their letters, those of layers with the label in brackets.
  Map<String, Integer> byName() {
    Map<String, Integer> names = new LinkedHashMap<>();
    values.forEach(
        (letter, size) -> names.put(letter.name().key() + labels(letter, "[", "]"), size));
    return names;
  }

  private static String labels(Letter letter, String before, String behind) {
    return letter.labels().isEmpty()
        ? ""
        : letter.labels().stream()
            .map(Object::toString)
            .collect(Collectors.joining(",", before, behind));
  }

  /// Shapes in letters, where the numbers were nobody's: `2×3` as `n×d`.
  public String said(String text) {
    if (origin == Origin.DATA) {
      return text;
    }
    Map<Integer, String> letters = new HashMap<>();
    values.forEach((letter, size) ->
        letters.putIfAbsent(size, letter.name().spelling() + labels(letter, "_", "")));
    return SHAPE
        .matcher(text)
        .replaceAll(shape -> said(shape, 1, letters) + "×" + said(shape, 2, letters));
  }

  private static String said(MatchResult shape, int side, Map<Integer, String> letters) {
    int size = Integer.parseInt(shape.group(side));
    String oneLess = letters.get(size - 1);
    return letters.getOrDefault(
        size, oneLess == null || size < 3 ? shape.group(side) : "(" + oneLess + "+1)");
  }

  private static final class Choosing {
    private final Problem problem;
    private final boolean first;
    private final Set<Integer> taken;
    private final int step;

    Choosing(Problem problem, boolean first) {
      this.problem = problem;
      this.first = first;
      taken =
          problem.sizes().letters().stream()
              .flatMap(size -> size.value().stream())
              .collect(Collectors.toCollection(HashSet::new));
      step = isAnyDerived() ? 2 : 1;
    }

    Map<Letter, Integer> values() {
      int layers = first ? LAYERS : LAYERS + 1;
      Set<Letter> counts = counts();
      Map<Letter, Integer> values = new LinkedHashMap<>();
      Set<Letter> open = new LinkedHashSet<>();
      for (Size size : problem.sizes().letters()) {
        if (size.value().isPresent()) {
          values.put(size.letter(), size.value().get());
        } else if (counts.contains(size.letter())) {
          values.put(size.letter(), layers);
          taken.add(layers);
        } else if (size.family().isPresent()) {
          Name name = size.letter().name();
          for (int k = 0; k <= layers; k++) {
            open.add(new Letter(name, List.of(Index.of(k))));
          }
        } else {
          open.add(size.letter());
        }
      }
      List<Integer> numbers = numbers(open.size());
      int at = 0;
      for (Letter letter : open) {
        values.put(letter, numbers.get(first ? at : open.size() - 1 - at));
        at++;
      }
      return values;
    }

    private List<Integer> numbers(int count) {
      return Stream.iterate(first ? 2 : 3, n -> n + step)
          .filter(n -> !taken.contains(n))
          .limit(count)
          .toList();
    }

    /// Letters that families run to.
    private Set<Letter> counts() {
      return Stream.of(
              problem.declarations().stream().flatMap(d -> d.family().stream()),
              problem.graph().definitions().stream().flatMap(d -> d.family().stream()),
              problem.sizes().letters().stream().flatMap(size -> size.family().stream()))
          .flatMap(families -> families)
          .map(Family::to)
          .flatMap(index -> index.letters().stream())
          .collect(Collectors.toSet());
    }

    /// Whether there are sizes as `d+1`, which are to be distinct too.
    private boolean isAnyDerived() {
      return problem.declarations().stream()
          .flatMap(declaration -> declaration.quantity().shape().axes().stream())
          .anyMatch(axis -> axis.terms().size() > 1);
    }
  }
}
