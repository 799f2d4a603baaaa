package gradus.check.judge;

import gradus.check.name.Lexicon;
import gradus.check.name.ReadingConvention;
import gradus.check.name.Sense;
import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.name.Sense.Nothing;
import gradus.check.sense.Glossary.Guess.Kind;
import gradus.check.sense.Glossary.Written;
import gradus.check.sense.Interpreter;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Finding.Grounds;
import gradus.check.verdict.Verdict;
import gradus.check.world.AnswerState;
import gradus.check.world.Exercise;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Symbol.Quantity;
import gradus.syntax.paper.Link;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notated.Application;
import gradus.syntax.paper.RelationSign;
import gradus.syntax.paper.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an answer brings along: names that the network does not know, functions, data restated.
final class Introductions {
  private static final int LONGEST = 2000;
  private static final List<ReadingConvention> OTHERWISE =
      List.of(
          ReadingConvention.DIRECT_PARTIALS,
          ReadingConvention.SEPARATE_PATHS,
          ReadingConvention.ENTRYWISE_PRODUCT);

  private final Exercise exercise;
  private final AnswerState progress;
  private final EntryIntroductions entries;

  Introductions(Exercise exercise, AnswerState progress) {
    this.exercise = exercise;
    this.progress = progress;
    entries = new EntryIntroductions(exercise, progress);
  }

  /// `δ_1 = ∂L/∂z_1` where nothing is called δ_1; either side may be the name.
  Optional<Finding> name(Link link) {
    boolean equates =
        switch (link.relation()) {
          case EQUAL, IDENTICAL, DEFINED_AS, DEFINES -> true;
          default -> false;
        };
    if (!equates || !link.isReadable() || link.isUnfinished()) {
      return Optional.empty();
    }
    return named(link, link.left(), link.right())
        .or(() ->
            link.relation() == RelationSign.DEFINED_AS
                ? Optional.empty()
                : named(link, link.right(), link.left()));
  }

  private Optional<Finding> named(Link link, Side name, Side meaning) {
    Notated tree = name.tree().orElseThrow();
    Optional<Written> written = Interpreter.name(tree, exercise.scene(), progress.own());
    boolean unknown =
        progress.read(name) instanceof Nothing(Cause cause, _, _) && isForeign(cause)
            || written.isPresent() && progress.reading(tree).loose() && !isGiven(name, meaning)
            || written.isPresent() && isPartOfLoss(name, meaning)
            || link.relation() == RelationSign.DEFINED_AS
                && written.filter(this::isOfTheNetwork).isEmpty();
    if (unknown && written.isPresent() && isPattern(meaning.tree().orElseThrow(), written.get())) {
      return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
    }
    if (written.isEmpty()) {
      return called(link, tree, meaning);
    }
    boolean again = !unknown && entries.isOtherIndex(written.get(), name);
    if ((unknown || again)
        && progress.read(meaning) instanceof Nothing(Cause cause, _, _)
        && cause == Cause.FREE_LETTER) {
      return entries.indexed(link, written.get(), meaning.tree().orElseThrow());
    }
    if (!unknown || !(fitted(meaning.tree().orElseThrow()) instanceof Grid grid)) {
      return Optional.empty();
    }
    if (grid.entries().stream().mapToInt(Formulas::operations).sum() > LONGEST) {
      return Optional.of(
          Finding.of(link, Verdict.UNDECIDED, Grounds.NONE)
              .troubled(
                  new Nothing(Cause.UNSUPPORTED, meaning.span(), "a formula of this length")));
    }
    Optional<Grid> same = exercise.quantity(grid);
    progress
        .own()
        .name(
            written.get(),
            same.orElse(grid),
            same.isPresent() ? Map.of() : otherwise(meaning.tree().orElseThrow()));
    return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
  }

  private static boolean isWeak(Kind kind) {
    return switch (kind) {
      case LOSS, ADJOINT_BY_BAR -> true;
      case ADJOINT_BY_D, ROW -> false;
    };
  }

  /// `L_{data} = …` and `\bar y = …` where that is a formula, and not that of the loss or of its
  /// derivative.
  private boolean isPartOfLoss(Side name, Side meaning) {
    Interpreter.Reading reading = progress.reading(name.tree().orElseThrow());
    boolean guessed =
        reading.loosely().guesses().stream()
            .anyMatch(guess -> isWeak(guess.kind()) && !progress.own().isShown(guess));
    boolean total = name.text().toLowerCase(Locale.ROOT).contains("tot");
    return guessed
        && !total
        && reading.sense() instanceof Grid loss
        && progress.read(meaning) instanceof Grid grid
        && grid.isLike(loss)
        && !Formulas.symbols(grid.scalar()).isEmpty()
        && !exercise.generic().agree(loss.scalar(), grid.scalar()).holds();
  }

  /// Whether numbers stand there for names that have some.
  private boolean isGiven(Side name, Side meaning) {
    return progress.read(name) instanceof Grid names
        && progress.read(meaning) instanceof Grid numbers
        && names.isLike(numbers)
        && numbers.entries().stream().allMatch(Expr.Number.class::isInstance)
        && names.entries().stream()
            .allMatch(entry -> AnswerState.symbol(entry).flatMap(progress::value).isPresent());
  }

  /// With a column where a row is due or a product entry by entry, if it has no meaning else.
  private Sense fitted(Notated tree) {
    Sense plain = progress.read(tree);
    if (!(plain instanceof Nothing(Cause cause, _, _)) || cause != Cause.SHAPES) {
      return plain;
    }
    return Stream.of(ReadingConvention.TRANSPOSED, ReadingConvention.ENTRYWISE_PRODUCT)
        .map(way ->
            Interpreter.read(tree, exercise.scene(), progress.own(), Set.of(way), Map.of()).sense())
        .filter(Grid.class::isInstance)
        .findFirst()
        .orElse(plain);
  }

  /// `CE(y, ŷ) = …`: a name with what it depends on.
  private Optional<Finding> called(Link link, Notated tree, Side meaning) {
    Optional<Written> name =
        tree instanceof Application call && call.arguments().size() > 1
            ? Interpreter.name(call.function(), exercise.scene(), progress.own())
            : Optional.empty();
    boolean unknown =
        progress.read(tree) instanceof Nothing(Cause cause, _, _)
            && cause == Cause.UNKNOWN_FUNCTION;
    if (name.isEmpty() || !unknown || !(progress.read(meaning) instanceof Grid grid)) {
      return Optional.empty();
    }
    progress.own().name(name.get(), exercise.quantity(grid).orElse(grid));
    return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
  }

  private static boolean isForeign(Cause cause) {
    return cause == Cause.UNKNOWN_NAME || cause == Cause.NO_SUCH_LABEL;
  }

  private boolean isOfTheNetwork(Written name) {
    Lexicon.Found found =
        exercise.scene().lexicon().find(name.letters(), name.subs(), name.labels());
    return found.isFound() && !found.loosely();
  }

  private Map<ReadingConvention, Grid> otherwise(Notated tree) {
    Map<ReadingConvention, Grid> readings = new EnumMap<>(ReadingConvention.class);
    for (ReadingConvention way : OTHERWISE) {
      Interpreter.Reading reading =
          Interpreter.read(tree, exercise.scene(), progress.own(), Set.of(way), Map.of());
      if (reading.met().contains(way) && reading.sense() instanceof Grid grid) {
        readings.put(way, grid);
      }
    }
    return readings;
  }

  /// `O = [O_11, O_12; O_21, O_22]`
  private boolean isPattern(Notated tree, Written name) {
    return tree instanceof Notated.Matrix matrix
        && matrix.rows().stream()
            .flatMap(List::stream)
            .allMatch(cell ->
                cell instanceof Notated.Dots
                    || Interpreter.name(cell, exercise.scene(), progress.own())
                        .filter(entry -> entry.letters().equals(name.letters()))
                        .isPresent());
  }

  /// A value of the data told once more.
  Finding restated(Finding finding) {
    boolean told =
        finding.verdict() == Verdict.CORRECT
            && finding.grounds() == Grounds.DATA
            && progress.read(finding.link().left()) instanceof Grid grid
            && grid.entries().stream().allMatch(this::isGiven);
    return told ? Finding.of(finding.link(), Verdict.INTRODUCES, Grounds.DATA) : finding;
  }

  /// Whether a side is a name that has its value from the data.
  boolean isData(Side side) {
    return progress.read(side) instanceof Grid grid
        && grid.entries().stream().allMatch(this::isGiven);
  }

  private boolean isGiven(Expr expr) {
    return expr instanceof Ref(Quantity quantity)
        && exercise.meanings().formula(quantity).isEmpty();
  }
}
