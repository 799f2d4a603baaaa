package gradus.syntax.line;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The label of the task that a line begins: `c` of `#### (c) Loss`, `1.2` of `1.2 **Second
/// Question**`.
final class TaskHeadings {
  private static final int LONGEST = 200;
  private static final String DECORATION =
      "\\s*(?:\\\\(?:sub)*(?:section|paragraph)\\*?\\s*\\{|\\\\item\\s*\\[?|\\\\textbf\\s*\\{|#{1,6}|\\*\\*|[-•*]|>)*\\s*";
  private static final String WORD =
      "(?:(?:Aufgabe|Exercise|Question|Problem|Task|Part|Teil|Frage|Teilaufgabe|Übung)\\s+)?";
  private static final Pattern LETTERED =
      Pattern.compile(
          "^"
              + DECORATION
              + WORD
              + "(?:\\d+\\s*\\.?\\s*)?\\(?([a-z]|[ivx]{1,4})\\)(?=[\\s.:*}\\]]|$)");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^"
              + DECORATION
              + WORD
              + "(\\d+(?:\\.\\d+)+[a-z]?)[.):]?(?=\\s*[\\p{Lu}*]|[*}\\]]|\\s*$)");
  private static final Pattern TITLED =
      Pattern.compile(
          "^"
              + DECORATION
              + "(?:Aufgabe|Exercise|Question|Problem|Task|Teil|Frage|Teilaufgabe|Übung)\\s+(\\d+[a-z]?)\\b");

  private TaskHeadings() {}

  static Optional<String> label(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    String start = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    return found(LETTERED, start).or(() -> found(NUMBERED, start)).or(() -> found(TITLED, start));
  }

  private static Optional<String> found(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
