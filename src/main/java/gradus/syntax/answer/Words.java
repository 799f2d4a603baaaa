package gradus.syntax.answer;

import gradus.syntax.grammar.AnswerParser;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text inside a formula is: a word that joins or conditions, a name, or prose.
final class Words {
  /// A command without its backslash, and often without its first letter: `\f`, `\b`, `\t`, `\r`,
  /// `\n` and `\v` are control characters to a program that reads escapes.
  private static final Map<String, String> LOST =
      Map.ofEntries(
          Map.entry("rac", "\\frac"),
          Map.entry("frac", "\\frac"),
          Map.entry("dfrac", "\\frac"),
          Map.entry("oldsymbol", "\\boldsymbol"),
          Map.entry("boldsymbol", "\\boldsymbol"),
          Map.entry("mathbf", "\\mathbf"),
          Map.entry("mathrm", "\\mathrm"),
          Map.entry("operatorname", "\\operatorname"),
          Map.entry("artial", "\\partial"),
          Map.entry("partial", "\\partial"),
          Map.entry("ightarrow", "\\rightarrow"),
          Map.entry("rightarrow", "\\rightarrow"),
          Map.entry("leftarrow", "\\leftarrow"),
          Map.entry("heta", "\\theta"),
          Map.entry("imes", "\\times"),
          Map.entry("abla", "\\nabla"),
          Map.entry("lpha", "\\alpha"),
          Map.entry("cdot", "\\cdot"),
          Map.entry("ight", "\\right"),
          Map.entry("eft", "\\left"),
          Map.entry("widehat", "\\widehat"),
          Map.entry("underbrace", "\\underbrace"),
          Map.entry("sqrt", "\\sqrt"));

  /// Commands that take an argument: without one behind them, the letters are letters.
  private static final Set<String> BRACED =
      Set.of(
          "\\frac",
          "\\boldsymbol",
          "\\mathbf",
          "\\mathrm",
          "\\operatorname",
          "\\widehat",
          "\\underbrace",
          "\\sqrt");

  /// A longer text is a sentence.
  private static final int LONGEST = 60;

  private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]*");

  /// `Re L U` is how recognition spells out an upright word.
  private static final Pattern SPELLED = Pattern.compile("(?:\\p{L}{1,2} )+\\p{L}{1,2}");

  private static final Pattern INSIDE =
      Pattern.compile("^\\\\[a-z]+\\*?\\s*\\{(.*)\\}$", Pattern.DOTALL);

  private Words() {}

  /// What stands between the braces of `\text{…}`.
  static String inside(String command) {
    Matcher matcher = INSIDE.matcher(command);
    String inside = matcher.matches() ? matcher.group(1) : command;
    String plain =
        inside
            .replaceAll("\\\\[,;:! ]|~|[{}]|\\\\-", " ")
            .replaceAll("\\\\_", "_")
            .strip()
            .replaceAll("\\s+", " ");
    return plain.length() <= LONGEST && SPELLED.matcher(plain).matches()
        ? plain.replace(" ", "")
        : plain;
  }

  /// The type of a token that holds this text.
  static int type(String inside) {
    if (inside.length() > LONGEST) {
      return AnswerParser.PROSE;
    }
    String bare = inside.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}&]+|[^\\p{L}.&]+$", "");
    String first = bare.contains(" ") ? bare.substring(0, bare.indexOf(' ')) : bare;
    String word = first.replaceAll("[,.:;]+$", "");
    boolean alone = bare.equals(first);
    if (Connectives.OTHERWISE.holds(word)) {
      return AnswerParser.OTHERWISE;
    }
    if (Connectives.CONDITIONING.holds(first) || Connectives.CONDITIONING.holds(word)) {
      return AnswerParser.IF;
    }
    if (Connectives.JOINING.holds(word)) {
      return AnswerParser.AND;
    }
    return alone && NAME.matcher(inside).matches() ? AnswerParser.NAME : AnswerParser.PROSE;
  }

  /// `if x > 0 then y = 1`
  static boolean concludes(String word) {
    return Connectives.CONCLUDING.holds(word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
  }

  static boolean isPlain(String word) {
    return Connectives.PLAIN.holds(word.toLowerCase(Locale.ROOT));
  }

  /// The command that a run of letters has lost its backslash from.
  static Optional<String> lost(String word, boolean beforeBrace, boolean beforeDelimiter) {
    return Optional.ofNullable(LOST.get(word))
        .filter(command -> !BRACED.contains(command) || beforeBrace)
        .filter(command -> !isDelimited(command) || beforeDelimiter);
  }

  private static boolean isDelimited(String command) {
    return command.equals("\\left") || command.equals("\\right");
  }
}
