package gradus.syntax.answer;

import gradus.syntax.Span;
import gradus.syntax.answer.Claim.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An answer without any marks around its mathematics: each line with a relation in it is one
/// passage. A line goes on inside brackets.
final class Lines {
  /// A formula that goes on has up to so many signs and lines; else its bracket was forgotten.
  private static final int LONGEST = 2_000;

  private static final int MOST = 12;
  private static final int LONGEST_BULLET = 100;

  /// An arrow counts where something is added behind it: `w → w - g`.
  static final Pattern RELATION =
      Pattern.compile(
          "[=≈←≡≔<≤≥]|(?<!-)>|(?:->|→)[^=→]{0,200}[-−+]|\\\\(?:approx|leftarrow|le|ge|equiv)");

  private static final Pattern ALONE = Pattern.compile("^\\s*\\(?([a-z])\\)\\s");
  private static final Pattern BULLET =
      Pattern.compile(
          "^\\s*(?:[-•*>]\\s+|\\d+[.)]\\s+|\\(?[a-z]\\)\\s+|(?:[\\p{L}][\\p{L} \\d]*):(?!=)\\s+)+");
  private static final Pattern ROW = Pattern.compile("\\s*\\|\\s.*\\s\\|\\s*");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{N}\\\\])" + FormalWords.noneThatConnects() + "\\p{L}{2,}\\s+){2}");

  private Lines() {}

  static List<Passage> of(String text, Setting setting) {
    List<Passage> passages = new ArrayList<>();
    Optional<String> task = Optional.empty();
    boolean words = false;
    for (int start = 0; start < text.length(); ) {
      int end = end(text, start, setting);
      String line = text.substring(start, end);
      task = label(line, task);
      List<Span> formulas = formulas(line, formula(line, setting), setting);
      for (int i = 0; i < formulas.size(); i++) {
        Span formula = formulas.get(i);
        Span place = new Span(start + formula.start(), start + formula.end());
        passages.add(new Passage(place, setting, Optional.empty(), words || i > 0, task));
      }
      words = formulas.isEmpty() && !line.isBlank();
      start = end + 1;
    }
    return passages;
  }

  /// `(b) dL/dw = …` labels itself and what follows.
  private static Optional<String> label(String line, Optional<String> before) {
    Matcher alone = ALONE.matcher(line);
    return Headings.label(line)
        .or(() -> alone.find() ? Optional.of(alone.group(1)) : Optional.empty())
        .or(() -> before);
  }

  /// The end of the line, or of the line on which its brackets close.
  private static int end(String text, int start, Setting setting) {
    int depth = 0;
    int lines = 1;
    for (int i = start; i < Math.min(text.length(), start + LONGEST) && lines <= MOST; i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth = Math.max(depth - 1, 0);
        case '\n' -> {
          boolean blank = i + 1 < text.length() && text.charAt(i + 1) == '\n';
          if (depth == 0 || blank || setting != Setting.TYPED) {
            return i;
          }
          lines++;
        }
        default -> {}
      }
    }
    int line = text.indexOf('\n', start);
    return line < 0 ? text.length() : line;
  }

  private static List<Span> formulas(String line, Span span, Setting setting) {
    if (span.start() >= span.end() || !RELATION.matcher(line).find()) {
      return List.of();
    }
    if (setting != Setting.TYPED) {
      boolean sentence = SENTENCE.matcher(line).region(span.start(), span.end()).find();
      return sentence ? List.of() : List.of(span);
    }
    return cells(line, span).stream()
        .flatMap(cell -> Sentences.formulas(line, cell).stream())
        .toList();
  }

  /// The cells of the row of a table: `| loss | L = 2 |`.
  private static List<Span> cells(String line, Span span) {
    if (!ROW.matcher(line).matches()) {
      return List.of(span);
    }
    List<Span> cells = new ArrayList<>();
    int from = line.indexOf('|') + 1;
    for (int bar = line.indexOf('|', from); bar >= 0; bar = line.indexOf('|', from)) {
      cells.add(new Span(from, bar));
      from = bar + 1;
    }
    return cells;
  }

  private static Span formula(String line, Setting setting) {
    Matcher bullet = BULLET.matcher(line).region(0, Math.min(line.length(), LONGEST_BULLET));
    int from = bullet.find() ? bullet.end() : 0;
    int comment = setting == Setting.TYPED ? line.indexOf('#', from) : -1;
    return new Span(from, comment < 0 ? line.length() : comment);
  }
}
