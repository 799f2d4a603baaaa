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
  private static final int LONGEST = 20_000;
  private static final Pattern RELATION = Pattern.compile("[=≈←≡≔<>≤≥]|\\\\(?:approx|leftarrow|le|ge|equiv)");
  private static final Pattern BULLET =
      Pattern.compile("^\\s*(?:[-•*]\\s+|\\d+[.)]\\s+|\\(?[a-z]\\)\\s+|(?:[\\p{L}][\\p{L} \\d]*):(?!=)\\s+)+");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{N}\\\\])(?!(?:if|for|in|and|otherwise|wenn|sonst)\\b)\\p{L}{2,}\\s+){2}");

  private Lines() {}

  static List<Passage> of(String text, Setting setting) {
    List<Passage> passages = new ArrayList<>();
    Optional<String> task = Optional.empty();
    boolean words = false;
    for (int start = 0; start < text.length(); ) {
      int end = end(text, start, setting);
      String line = text.substring(start, end);
      task = Headings.label(line).or(() -> labelAlone(line)).or(optional(task));
      Span formula = formula(line, start, setting);
      boolean mathematics =
          RELATION.matcher(line).find()
              && !SENTENCE.matcher(text).region(formula.start(), formula.end()).find();
      if (mathematics && formula.start() < formula.end()) {
        passages.add(new Passage(formula, setting, Optional.empty(), words, task));
      }
      words = !mathematics && !line.isBlank();
      start = end + 1;
    }
    return passages;
  }

  private static java.util.function.Supplier<Optional<String>> optional(Optional<String> task) {
    return () -> task;
  }

  /// `(b) dL/dw = …`
  private static Optional<String> labelAlone(String line) {
    Matcher matcher = Pattern.compile("^\\s*\\(?([a-z])\\)\\s").matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /// The end of the line, or of the line on which its brackets close.
  private static int end(String text, int start, Setting setting) {
    int depth = 0;
    for (int i = start; i < Math.min(text.length(), start + LONGEST); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth = Math.max(depth - 1, 0);
        case '\n' -> {
          boolean blank = i + 1 < text.length() && text.charAt(i + 1) == '\n';
          if (depth == 0 || blank || setting != Setting.TYPED) {
            return i;
          }
        }
        default -> {}
      }
    }
    int line = text.indexOf('\n', start);
    return line < 0 ? text.length() : line;
  }

  private static Span formula(String line, int start, Setting setting) {
    Matcher bullet = BULLET.matcher(line);
    int from = bullet.find() ? bullet.end() : 0;
    int comment = setting == Setting.TYPED ? line.indexOf('#', from) : -1;
    return new Span(start + from, start + (comment < 0 ? line.length() : comment));
  }
}
