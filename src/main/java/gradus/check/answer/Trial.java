package gradus.check.answer;

import gradus.check.sense.Convention;
import gradus.check.sense.Lexicon;
import gradus.check.sense.Own;
import gradus.check.sense.Scene;
import gradus.check.sense.Sense.Cause;
import gradus.check.sense.Sense.Grid;
import gradus.check.sense.Sense.Nothing;
import gradus.check.sense.Sensing;
import gradus.check.sense.Sensing.Reading;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.answer.Link;
import gradus.syntax.answer.Notated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A link read under some conventions: once, or for all numbers of its free index letters for which
/// it has a meaning.
///
/// @param met conventions under which it may mean something else
/// @param guessed whether a name may be meant otherwise
/// @param trouble why it means nothing; then there are no pairs
record Trial(List<Sided> pairs, Set<Convention> met, Optional<Nothing> trouble, boolean guessed) {
  private static final int MOST_LETTERS = 4;
  private static final int MOST_PAIRS = 240;
  private static final int LONGEST = 12;
  private static final int LONGEST_SIDE = 40_000;

  static Trial of(Link link, Scene scene, Own own, Set<Convention> conventions) {
    Trial trial = plain(link, scene, own, conventions);
    return trial
        .unnamed()
        .map(name -> ofEach(name, link, scene, own, conventions))
        .filter(each -> !each.pairs.isEmpty())
        .orElse(trial);
  }

  private static Trial plain(Link link, Scene scene, Own own, Set<Convention> conventions) {
    return reader(link, scene, own, conventions).trial();
  }

  private static Reader reader(Link link, Scene scene, Own own, Set<Convention> conventions) {
    Set<Convention> left = EnumSet.noneOf(Convention.class);
    left.addAll(conventions);
    if (left.remove(Convention.ASSIGNMENT)) {
      left.add(Convention.NEW_STATE);
    }
    Set<Convention> right = EnumSet.noneOf(Convention.class);
    right.addAll(conventions);
    right.remove(Convention.ASSIGNMENT);
    return new Reader(link, scene, own, conventions, left, right);
  }

  /// The link read as another was that differs from it on one side: under its conventions, with its
  /// index letters.
  static Optional<Sided> at(Link link, Scene scene, Own own, Sided like, boolean onRight) {
    Reader reader = reader(link, scene, own, like.conventions());
    return onRight ? reader.atRight(like) : reader.atLeft(like);
  }

  boolean isArithmetic() {
    return pairs.stream().allMatch(Sided::isArithmetic);
  }

  /// The letters of an unknown name without scripts.
  private Optional<String> unnamed() {
    return trouble
        .filter(nothing -> nothing.cause() == Cause.UNKNOWN_NAME)
        .map(Nothing::subject)
        .filter(_ -> pairs.isEmpty());
  }

  /// `w ← w - η ∂L/∂w` says it of each name with that letter.
  private static Trial ofEach(
      String letters, Link link, Scene scene, Own own, Set<Convention> conventions) {
    List<Sided> pairs = new ArrayList<>();
    Set<Convention> met = EnumSet.noneOf(Convention.class);
    for (Lexicon.Entity entity : scene.lexicon().entities()) {
      boolean meant = entity.letters().equals(letters) && scene.moved();
      if (meant && pairs.size() < MOST_PAIRS) {
        Own.Written name = new Own.Written(letters, List.of(), List.of());
        Trial trial = plain(link, scene, own.with(name, entity.grid()), conventions);
        pairs.addAll(trial.pairs);
        met.addAll(trial.met);
        if (trial.pairs.isEmpty()) {
          return trial;
        }
      }
    }
    return new Trial(pairs, met, Optional.empty(), false);
  }

  private record Reader(
      Link link,
      Scene scene,
      Own own,
      Set<Convention> conventions,
      Set<Convention> leftWay,
      Set<Convention> rightWay) {

    Trial trial() {
      Notated left = link.left().tree().orElseThrow();
      Notated right = link.right().tree().orElseThrow();
      Reading l = Sensing.read(left, scene, own, leftWay, Map.of());
      Reading r = Sensing.read(right, scene, own, rightWay, Map.of());
      Set<Quantity> varying = new Varying(scene).of(l.changes(), r.changes());
      if (!varying.isEmpty() && !own.isVarying()) {
        return new Reader(link, scene, own.with(varying), conventions, leftWay, rightWay).trial();
      }
      Set<String> free = new LinkedHashSet<>(l.free());
      free.addAll(r.free());
      Set<Convention> met = EnumSet.noneOf(Convention.class);
      met.addAll(l.met());
      met.addAll(r.met());
      return free.isEmpty()
          ? once(l, r, met, Map.of())
          : free.size() > MOST_LETTERS
              ? new Trial(List.of(), met, trouble(l).or(() -> trouble(r)), false)
              : all(List.copyOf(free), met);
    }

    Optional<Sided> atRight(Sided like) {
      Notated right = link.right().tree().orElseThrow();
      Reading r = Sensing.read(right, scene, own, rightWay, like.letters());
      return again(known(like.left()), r, like);
    }

    Optional<Sided> atLeft(Sided like) {
      Notated left = link.left().tree().orElseThrow();
      Reading l = Sensing.read(left, scene, own, leftWay, like.letters());
      return again(l, known(like.right()), like);
    }

    private Optional<Sided> again(Reading l, Reading r, Sided like) {
      Set<Convention> met = EnumSet.noneOf(Convention.class);
      return once(l, r, met, like.letters()).pairs.stream().findFirst();
    }

    private boolean ones() {
      return Stream.of(link.left(), link.right())
          .flatMap(side -> side.tree().stream())
          .anyMatch(Reader::hasOne);
    }

    private static boolean hasOne(Notated tree) {
      return tree instanceof Notated.Number(String digits, _)
          ? digits.matches("0*1(\\.0*)?")
          : tree.children().stream().anyMatch(Reader::hasOne);
    }

    private static Reading known(Grid grid) {
      return new Reading(
          grid, Set.of(), Set.of(), false, false, List.of(), false, Sensing.Loosely.NOT);
    }

    private static Optional<Nothing> trouble(Reading reading) {
      return reading.sense() instanceof Nothing nothing ? Optional.of(nothing) : Optional.empty();
    }

    private Trial once(Reading l, Reading r, Set<Convention> met, Map<String, Integer> numbers) {
      boolean loose = l.loose() || r.loose();
      boolean guessed = l.guessed() || r.guessed() || isLined(l, r) || isPlaced(l, r);
      Optional<Nothing> trouble = trouble(l).or(() -> trouble(r));
      if (trouble.isPresent()) {
        return new Trial(List.of(), met, trouble.map(t -> loose ? unshaped(t) : t), guessed);
      }
      Grid left = (Grid) l.sense();
      Grid right = (Grid) r.sense();
      if (isLong(left) || isLong(right)) {
        Nothing nothing =
            new Nothing(Cause.UNSUPPORTED, link.right().span(), "a formula of this length");
        return new Trial(List.of(), met, Optional.of(nothing), guessed);
      }
      Optional<Sided> sided = laid(left, right, r.spread(), met, numbers);
      return sided
          .map(pair -> new Trial(List.of(pair), met, Optional.empty(), guessed))
          .orElseGet(() ->
              new Trial(
                  List.of(),
                  met,
                  Optional.of(
                      new Nothing(
                          loose ? Cause.UNSUPPORTED : Cause.SIDES,
                          link.right().span(),
                          left.size() + " and " + right.size())),
                  guessed || isOfAnything(left) || isOfAnything(right)));
    }

    private static boolean isOfAnything(Grid grid) {
      return grid.entries().stream()
          .flatMap(entry -> Formulas.symbols(entry).stream())
          .anyMatch(symbol ->
              symbol instanceof Symbol.Quantity quantity && Placeholder.ANYTHING.is(quantity));
    }

    /// As a name for several that may be meant for each of them, or ones that nobody counted.
    private static Nothing unshaped(Nothing nothing) {
      return nothing.cause() == Cause.SHAPES
          ? new Nothing(Cause.UNSUPPORTED, nothing.span(), nothing.subject())
          : nothing;
    }

    /// A column that the network does not have may be meant otherwise, unless all its numbers stand
    /// on the other side.
    private static boolean isLined(Reading l, Reading r) {
      boolean told =
          l.sense() instanceof Grid left
              && r.sense() instanceof Grid right
              && left.isLike(right)
              && right.entries().stream().allMatch(Expr.Number.class::isInstance);
      return !told && (l.loosely().lined() || r.loosely().lined());
    }

    /// `a_j` with a number for a layer beside something of another shape.
    private static boolean isPlaced(Reading l, Reading r) {
      boolean fits =
          l.sense() instanceof Grid left && r.sense() instanceof Grid right && left.isLike(right);
      return !fits && (l.loosely().placed() || r.loosely().placed());
    }

    private static boolean isLong(Grid grid) {
      return grid.entries().stream().mapToInt(Formulas::operations).sum() > LONGEST_SIDE;
    }

    private Optional<Sided> laid(
        Grid left, Grid right, boolean spread, Set<Convention> met, Map<String, Integer> numbers) {
      if (left.isLike(right)) {
        return Optional.of(new Sided(left, right, conventions, numbers, ones()));
      }
      if (left.isLike(right.transposed())) {
        met.add(Convention.TRANSPOSED);
        return conventions.contains(Convention.TRANSPOSED)
            ? Optional.of(new Sided(left, right.transposed(), conventions, numbers, ones()))
            : Optional.empty();
      }
      boolean list = link.left().tree().orElseThrow() instanceof Notated.Group;
      if (right.isScalar() && (list || spread || right.scalar() instanceof Expr.Number)) {
        return Optional.of(
            new Sided(left, left.map(_ -> right.scalar()), conventions, numbers, ones()));
      }
      return Optional.empty();
    }

    /// For all numbers of the letters.
    private Trial all(List<String> letters, Set<Convention> met) {
      int longest = Math.min(LONGEST, scene.lexicon().longest());
      List<Sided> pairs = new ArrayList<>();
      Optional<Nothing> trouble = Optional.empty();
      boolean guessed = false;
      Set<String> more = new LinkedHashSet<>(letters);
      for (Map<String, Integer> numbers : numbers(letters, longest)) {
        if (!link.proviso().allows(numbers)) {
          continue;
        }
        Reading l = Sensing.read(link.left().tree().orElseThrow(), scene, own, leftWay, numbers);
        Reading r = Sensing.read(link.right().tree().orElseThrow(), scene, own, rightWay, numbers);
        met.addAll(l.met());
        met.addAll(r.met());
        more.addAll(l.free());
        more.addAll(r.free());
        Trial one = once(l, r, met, numbers);
        pairs.addAll(one.pairs);
        guessed |= one.guessed;
        boolean outside = one.trouble.filter(Reader::isOutside).isPresent();
        if (!outside && one.trouble.isPresent()) {
          trouble = one.trouble;
        } else if (trouble.isEmpty() && pairs.isEmpty()) {
          trouble = one.trouble;
        }
      }
      if (more.size() > letters.size() && more.size() <= MOST_LETTERS) {
        return all(List.copyOf(more), met);
      }
      return pairs.isEmpty() || trouble.filter(t -> !isOutside(t)).isPresent()
          ? new Trial(List.of(), met, trouble.map(Reader::unplaced), guessed)
          : new Trial(
              pairs.subList(0, Math.min(MOST_PAIRS, pairs.size())), met, Optional.empty(), guessed);
    }

    /// Where no numbers fit the letters, that is nobody's mistake.
    private static Nothing unplaced(Nothing nothing) {
      return nothing.cause() == Cause.NO_SUCH_ENTRY || nothing.cause() == Cause.NO_SUCH_LABEL
          ? new Nothing(Cause.NO_PLACE, nothing.span(), nothing.subject())
          : nothing;
    }

    /// Numbers that the letters do not take.
    private static boolean isOutside(Nothing nothing) {
      return switch (nothing.cause()) {
        case NO_SUCH_ENTRY, NO_SUCH_LABEL, NO_PLACE, FREE_LETTER -> true;
        case UNKNOWN_NAME, UNKNOWN_FUNCTION, SHAPES, SIDES, PAST_END, NO_MATRIX, UNSUPPORTED ->
            false;
      };
    }

    private static List<Map<String, Integer>> numbers(List<String> letters, int longest) {
      List<Map<String, Integer>> all = List.of(Map.of());
      for (String letter : letters) {
        List<Map<String, Integer>> more = new ArrayList<>();
        for (Map<String, Integer> before : all) {
          for (int i = 0; i <= longest && more.size() < 4 * MOST_PAIRS; i++) {
            Map<String, Integer> with = new LinkedHashMap<>(before);
            with.put(letter, i);
            more.add(Collections.unmodifiableMap(with));
          }
        }
        all = more;
      }
      return all;
    }
  }
}
