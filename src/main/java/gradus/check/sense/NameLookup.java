package gradus.check.sense;

import gradus.check.name.Lexicon;
import gradus.check.name.Lexicon.Entity;
import gradus.check.name.Lexicon.Found;
import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Grid;
import gradus.check.sense.Glossary.Written;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What of the network a name in its parts is, under the conventions of the answer.
final class NameLookup {
  private static final Pattern OPEN = Pattern.compile("[a-zA-Z]([+-][0-9]+)?");

  private final Interpreter sensing;

  NameLookup(Interpreter sensing) {
    this.sensing = sensing;
  }

  /// By its parts as they are written, else with letters for sizes as numbers: `a^L`.
  Found find(String letters, List<String> subs, List<String> labels) {
    Found found = inPlace(letters, labels, written(letters, subs, labels));
    List<String> below = subs.stream().map(this::sized).toList();
    List<String> above = labels.stream().map(this::sized).toList();
    return found.isFound() || below.equals(subs) && above.equals(labels)
        ? found
        : written(letters, below, above);
  }

  /// With index letters below, the label alone decides.
  Found labelled(Written written, List<String> labels) {
    Found found = find(written.letters(), written.subs(), labels);
    boolean open = written.subs().stream().anyMatch(sub -> !openLetter(List.of(sub)).isEmpty());
    return found.isFound() || !open ? found : find(written.letters(), List.of(), labels);
  }

  /// Numbers of index letters run beyond the entries of `h_j^{(3)}`, but not into other layers.
  private Found inPlace(String letters, List<String> labels, Found found) {
    boolean astray =
        found.loosely()
            && !sensing.letters.isEmpty()
            && sensing.scene.lexicon().hasLayer(letters, labels);
    return astray ? new Found(Optional.empty(), 0, 0, false, found.entity()) : found;
  }

  String sized(String token) {
    boolean size = !sensing.letters.containsKey(token) && sensing.scene.sizes().containsKey(token);
    return size && sensing.is(ReadingConvention.SIZES_AS_INDICES)
        ? token
        : sensing.lettered(token).map(String::valueOf).orElse(token);
  }

  private Found written(String letters, List<String> subs, List<String> labels) {
    boolean counted = labels.size() == 1 && Lexicon.isNumber(labels.getFirst());
    return counted && isLayered(letters) && sensing.is(ReadingConvention.LAYERS_SHIFTED)
        ? asLabelled(
            letters, subs, List.of(String.valueOf(Integer.parseInt(labels.getFirst()) + 1)))
        : asLabelled(letters, subs, labels);
  }

  /// Whether parameters with these letters have labels.
  private boolean isLayered(String letters) {
    return sensing
        .scene
        .lexicon()
        .called(letters)
        .anyMatch(entity ->
            !entity.whole().labels().isEmpty()
                && sensing.scene.parameters().contains(entity.whole()));
  }

  private Found asLabelled(String letters, List<String> subs, List<String> labels) {
    boolean pair = subs.size() == 2 || (subs.size() == 1 && Lexicon.isPair(subs.getFirst()));
    if (pair) {
      Found straight = sensing.scene.lexicon().find(letters, subs, labels);
      boolean matrix = straight.entity().or(straight::near).filter(e -> e.axes() == 2).isPresent();
      boolean turned =
          straight
              .entity()
              .or(straight::near)
              .filter(e -> sensing.scene.parameters().contains(e.whole()))
              .isPresent();
      if (matrix
          && turned
          && (sensing.is(ReadingConvention.INDICES_SWAPPED)
              || sensing.is(ReadingConvention.WEIGHTS_TRANSPOSED))) {
        List<String> reversed =
            subs.size() == 2
                ? subs.reversed()
                : List.of(new StringBuilder(subs.getFirst()).reverse().toString());
        return sensing.scene.lexicon().find(letters, reversed, labels);
      }
      return straight;
    }
    return sensing.scene.lexicon().find(letters, subs, labels);
  }

  boolean isTurned(Found found) {
    return found
            .entity()
            .filter(e -> e.axes() == 2 && sensing.scene.parameters().contains(e.whole()))
            .isPresent()
        && found.row() == 0
        && sensing.is(ReadingConvention.WEIGHTS_TRANSPOSED);
  }

  Grid grid(Found found) {
    Entity entity = found.entity().orElseThrow();
    if (found.row() > 0 && found.column() == 0) {
      boolean samples =
          new Samples(sensing).count().filter(count -> count == entity.rows()).isPresent();
      sensing.loose = true;
      if (!samples || entity.rows() == entity.columns()) {
        sensing.guess(Glossary.Guess.ROW);
      }
      List<Expr> row = new ArrayList<>();
      for (int column = 1; column <= entity.columns(); column++) {
        row.add(new Ref(entity.entry(found.row(), column)));
      }
      return Sense.column(row);
    }
    if (found.row() > 0) {
      return Sense.scalar(new Ref(entity.entry(found.row(), found.column())));
    }
    return entity.grid();
  }

  /// `l` of `l` and of `l+1`, if nothing binds it.
  static Optional<String> openLetter(List<String> tokens) {
    return tokens.size() == 1 && OPEN.matcher(tokens.getFirst()).matches()
        ? Optional.of(tokens.getFirst().substring(0, 1))
        : Optional.empty();
  }

  /// A letter for a size is bound to it.
  Optional<String> open(String token) {
    return openLetter(List.of(sized(token)));
  }
}
