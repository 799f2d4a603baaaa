package gradus.syntax.page;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what closes what, without searching the same stretch of text again and again: questions
/// come in the order of the text, and each answer is kept until it lies behind.
public final class Finder {
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");

  /// How much text may be searched for the ends of environments, all in all.
  private static final int SEARCHED = 20;

  private final String text;
  private final Map<String, Integer> found = new HashMap<>();
  private final Matcher blankLine;
  private int blank = -1;
  private long budget;

  public Finder(String text) {
    this.text = text;
    this.blankLine = BLANK_LINE.matcher(text);
    this.budget = (long) SEARCHED * text.length();
  }

  /// The next place of `mark`, or -1.
  public int next(String mark, int from) {
    int known = found.getOrDefault(mark, 0);
    if (known >= from && known < text.length() && text.startsWith(mark, known)) {
      return known;
    }
    if (known < 0) {
      return known;
    }
    int place = text.indexOf(mark, from);
    found.put(mark, place);
    return place;
  }

  /// The start of the next blank line, or the end of the text.
  public int blankLine(int from) {
    if (blank < from) {
      blank = from <= text.length() && blankLine.find(from) ? blankLine.start() : text.length();
    }
    return blank;
  }

  /// Behind the `\end` of an environment, others of its name inside it, or -1.
  public int endOf(String name, int from) {
    Matcher border =
        Pattern.compile("\\\\(begin|end)\\s*\\{\\s*" + name + "\\*?\\s*\\}").matcher(text);
    int depth = 1;
    int start = from;
    while (budget > 0 && border.find(start)) {
      depth += border.group(1).equals("begin") ? 1 : -1;
      budget -= border.end() - start;
      start = border.end();
      if (depth == 0) {
        return start;
      }
    }
    budget -= text.length() - start;
    return -1;
  }
}
