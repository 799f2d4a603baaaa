package gradus.check.judge;

import gradus.check.name.Sense.Cause;
import gradus.check.name.Sense.Grid;
import gradus.check.name.Sense.Nothing;
import gradus.check.sense.Glossary.Written;
import gradus.check.sense.Interpreter;
import gradus.check.verdict.Finding;
import gradus.check.verdict.Finding.Grounds;
import gradus.check.verdict.Verdict;
import gradus.check.world.AnswerState;
import gradus.check.world.Exercise;
import gradus.syntax.paper.Link;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Names that an answer brings along entry by entry: `δ_k = y_k - t_k`.
final class EntryIntroductions {
  private static final int MOST_INDICES = 2;
  private static final int LONGEST_INDEX = 12;

  private final Exercise exercise;
  private final AnswerState progress;

  EntryIntroductions(Exercise exercise, AnswerState progress) {
    this.exercise = exercise;
    this.progress = progress;
  }

  /// `δ_j = …` after `δ_k = …`.
  boolean isOtherIndex(Written written, Side name) {
    String open = String.join(",", open(written.subs()));
    boolean layer =
        written.labels().stream().allMatch(part -> part.matches("[0-9]+"))
            && !written.labels().isEmpty()
            && !progress.own().hasLabel(written.letters(), written.labels());
    return progress.read(name) instanceof Nothing(Cause cause, _, _)
        && (cause == Cause.FREE_LETTER || cause == Cause.NO_SUCH_LABEL)
        && progress.own().isIndexed(written.letters())
        && (layer || !progress.own().isIndexed(written.letters(), open));
  }

  private static List<String> open(Written written) {
    return open(Stream.concat(written.subs().stream(), written.labels().stream()).toList());
  }

  private static List<String> open(List<String> parts) {
    return parts.stream().filter(part -> part.matches("[a-z]")).distinct().toList();
  }

  /// `δ_k = y_k - t_k` names one number for each k.
  Optional<Finding> indexed(Link link, Written written, Notated meaning) {
    List<String> open = open(written);
    if (open.isEmpty() || open.size() > MOST_INDICES) {
      return Optional.empty();
    }
    boolean named = false;
    boolean placed = false;
    for (Map<String, Integer> numbers : numbers(open)) {
      Interpreter.Reading reading =
          Interpreter.read(meaning, exercise.scene(), progress.own(), Set.of(), numbers);
      if (reading.sense() instanceof Grid grid) {
        progress.own().name(at(written, numbers), meant(grid));
        placed |= reading.loosely().placed();
        named = true;
      }
    }
    if (!named) {
      return Optional.empty();
    }
    progress.own().index(written.letters(), String.join(",", open(written.subs())));
    if (placed) {
      progress.own().doubt(written.letters());
    }
    return Optional.of(Finding.of(link, Verdict.INTRODUCES, Grounds.NONE));
  }

  private List<Map<String, Integer>> numbers(List<String> letters) {
    List<Map<String, Integer>> all = List.of(Map.of());
    for (String letter : letters) {
      List<Map<String, Integer>> more = new ArrayList<>();
      for (Map<String, Integer> before : all) {
        for (int i = 0; i <= Math.min(LONGEST_INDEX, exercise.scene().lexicon().longest()); i++) {
          Map<String, Integer> with = new LinkedHashMap<>(before);
          with.put(letter, i);
          more.add(with);
        }
      }
      all = more;
    }
    return all;
  }

  /// A quantity of the network, or an entry of one, under another name.
  private Grid meant(Grid grid) {
    return exercise.quantity(grid).orElse(grid);
  }

  private Written at(Written written, Map<String, Integer> numbers) {
    return new Written(
        written.letters(),
        written.subs().stream().map(part -> numbered(part, numbers)).toList(),
        written.labels().stream().map(part -> numbered(part, numbers)).toList());
  }

  private String numbered(String part, Map<String, Integer> numbers) {
    Integer number = numbers.getOrDefault(part, exercise.scene().sizes().get(part));
    return number == null ? part : String.valueOf(number);
  }
}
