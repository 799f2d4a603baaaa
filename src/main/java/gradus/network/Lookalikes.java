package gradus.network;

import gradus.expr.Lettering;
import gradus.expr.Lettering.Sign;
import gradus.expr.Name;
import gradus.network.Look.Key;
import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Refuses names that a reader of the sheet could not tell apart: `w1` beside `w_1`, which are both
/// set as w with the index 1, and `x_1` beside a vector x, whose first entry is written so.
final class Lookalikes {
  private final Report report;
  private final Set<List<Sign>> letters;
  private final Map<Key, Look> whole = new HashMap<>();
  private final Map<Key, Look> open = new HashMap<>();
  private final Map<String, Look> texts = new HashMap<>();

  /// @param letters what may stand in an index besides numbers
  Lookalikes(Report report, List<Name> letters) {
    this.report = report;
    this.letters = new HashSet<>();
    letters.stream()
        .map(Lettering::of)
        .filter(letter -> letter.index().isEmpty())
        .forEach(letter -> this.letters.add(letter.base()));
  }

  void check(List<Look> looks) {
    List<Look> ordered =
        looks.stream()
            .sorted(Comparator.comparingInt(look -> look.span().start()))
            .filter(distinct())
            .toList();
    ordered.forEach(this::enter);
    Set<Name> told = new HashSet<>();
    for (Look look : ordered) {
      for (Look other : alike(look)) {
        boolean isLater = look.span().start() > other.span().start();
        Look second = isLater ? look : other;
        if (told.add(second.name().name())) {
          tell(second, isLater ? other : look);
        }
      }
    }
  }

  /// Labels of quantities make no difference here, and letters may run more than once.
  private static Predicate<Look> distinct() {
    Set<List<Object>> seen = new HashSet<>();
    return look -> seen.add(List.of(look.name().name(), look.key()));
  }

  private void enter(Look look) {
    if (look.open().isEmpty()) {
      whole.putIfAbsent(look.key(), look);
      texts.putIfAbsent(look.text(), look);
    } else {
      open.putIfAbsent(look.key(), look);
    }
  }

  /// Others that are printed so, now or for some of what they stand for.
  private List<Look> alike(Look look) {
    Stream<@Nullable Look> same =
        look.open().isEmpty()
            ? Stream.of(whole.get(look.key()), texts.get(look.text()))
            : Stream.of();
    return Stream.concat(same, Stream.of(look, look.spread()).flatMap(this::opened))
        .filter(Objects::nonNull)
        .filter(other -> !other.name().name().equals(look.name().name()))
        .toList();
  }

  private Stream<Look> opened(Look look) {
    return look.openings().stream()
        .map(open::get)
        .filter(other -> other != null && other.takes(look.index(), letters));
  }

  private void tell(Look second, Look first) {
    Diagnostic fault =
        Fault.PRINTED_ALIKE.at(
            report.source(), second.span(), second.said(), first.said(), report.line(first.span()));
    report.accept(fault.suggesting(other(second)));
  }

  /// Its base with another index.
  private Optional<String> other(Look look) {
    String first = look.name().name().spelling().split("_", 2)[0];
    String base = first.replaceFirst("(?<=.)[0-9]+$", "");
    return IntStream.rangeClosed('a', 'z')
        .mapToObj(index -> base + "_" + (char) index)
        .filter(name -> isFree(look.called(Name.of(name))))
        .findFirst();
  }

  /// What is suggested once is not free again.
  private boolean isFree(Look look) {
    return opened(look).findAny().isEmpty()
        && !texts.containsKey(look.text())
        && whole.putIfAbsent(look.key(), look) == null;
  }
}
