package gradus.check;

import gradus.Gradus;
import gradus.SheetFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;

/// Answers to one network, no two of them the same: its own sheet, every row in one of the ways in
/// which students write. Every third one has a slip.
public final class RandomAnswers {
  private final List<String> rows;
  private final SplittableRandom random;

  private RandomAnswers(List<String> rows, long seed) {
    this.rows = rows;
    random = new SplittableRandom(seed);
  }

  /// @param hasSlip whether one row was broken; that may happen to leave it true
  public record Answer(String text, boolean hasSlip) {}

  public static List<Answer> to(String network, int count, long seed) {
    String sheet =
        Gradus.solve("network", network).solution().orElseThrow().sheet(SheetFormat.LATEX);
    return new RandomAnswers(Surfaces.rows(sheet), seed).answers(count);
  }

  private List<Answer> answers(int count) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    while (answers.size() < count) {
      boolean hasSlip = answers.size() % 3 == 2;
      String text = Surfaces.displays(written(hasSlip ? broken() : rows));
      answers.put(text, new Answer(text, hasSlip));
    }
    return List.copyOf(answers.values());
  }

  private List<String> written(List<String> rows) {
    return rows.stream().map(row -> any(surfaces()).apply(row)).toList();
  }

  private static List<UnaryOperator<String>> surfaces() {
    return List.copyOf(Surfaces.all().values());
  }

  private List<String> broken() {
    List<String> broken = new ArrayList<>(rows);
    while (broken.equals(rows)) {
      Breaks kind = any(Breaks.ALL);
      int row = random.nextInt(rows.size());
      List<MatchResult> places = kind.places(rows.get(row));
      if (!places.isEmpty()) {
        broken.set(row, kind.broken(rows.get(row), any(places), random));
      }
    }
    return broken;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
