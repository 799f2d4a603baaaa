package gradus.syntax.page;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text with other characters for the same signs, each at its place: no character moves, so
/// that what is read of it stands where it was written.
public final class PlainCharacters {
  private static final char FIRST_WIDE = '！';
  private static final char LAST_WIDE = '～';
  private static final int FROM_WIDE = '！' - '!';

  private static final Pattern ENTITY = Pattern.compile("&(?:lt|gt|amp|nbsp|minus|middot|times);");

  private static final String BEHIND = "(?<=[\\p{L}\\p{N})\\]'])";
  private static final String BEFORE = "(?=[\\p{L}\\p{N}(-])";
  private static final Pattern POWER =
      Pattern.compile(BEHIND + "(?:\\*\\*" + BEFORE + "| \\*\\* " + BEFORE + ")");
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|`+");
  private static final Pattern TRANSPOSED =
      Pattern.compile("(?<=[\\p{L}\\p{N})\\]])\\.(?=T(?![\\p{L}\\p{N}_]))");
  private static final Pattern LIBRARY =
      Pattern.compile("(?<![\\p{L}\\p{N}_.])(?:np|jnp|numpy|math|torch|tf)\\.(?=[a-z]\\w*\\s*\\()");
  private static final Pattern LARGEST = Pattern.compile("\\b(?:max|min)imum(?=\\s*\\()");
  private static final Pattern ARRAY = Pattern.compile("\\barray(?=\\s*\\(\\s*\\[)");
  private static final Pattern ROWS =
      Pattern.compile(
          "\\[\\s*\\[[^\\[\\]]{0,500}\\](?:\\s*,?\\s*\\[[^\\[\\]]{0,500}\\]){0,50}+\\s*\\]");
  private static final Pattern BETWEEN_ROWS = Pattern.compile("\\]\\s*,?\\s*\\[");
  private static final Pattern NUMBERS =
      Pattern.compile("\\[(?:[ \\t]*+[-+−]?[\\d./]++[ \\t,;]*+){1,200}+\\]");
  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=[\\d.])[ \\t]+(?=[-+−]?\\d)");
  private static final Pattern ARROW = Pattern.compile("(?<=\\s)<-(?=\\s)");
  private static final Pattern MATRIX_PRODUCT = Pattern.compile("@");

  private PlainCharacters() {}

  /// Without full-width forms and without the entities of HTML.
  public static String of(String text) {
    String plain = text;
    if (text.chars().anyMatch(PlainCharacters::isWide)) {
      StringBuilder narrow = new StringBuilder(text);
      for (int i = 0; i < narrow.length(); i++) {
        char c = narrow.charAt(i);
        narrow.setCharAt(i, isWide(c) ? (char) (c - FROM_WIDE) : c);
      }
      plain = narrow.toString();
    }
    return replaced(ENTITY, "&", plain, entity -> sign(entity.group()));
  }

  private static boolean isWide(int c) {
    return c >= FIRST_WIDE && c <= LAST_WIDE;
  }

  private static String sign(String entity) {
    return switch (entity) {
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&amp;" -> "&";
      case "&minus;" -> "-";
      case "&middot;" -> "·";
      case "&times;" -> "×";
      default -> " ";
    };
  }

  /// Typed lines without what programs write otherwise: `a**2`, `W @ x`, `W.T`, `np.exp(z)`, `[[1,
  /// 2], [3, 4]]`; and without emphasis.
  public static String typed(String text) {
    String powers =
        replaced(POWER, "**", text, power -> power.group().startsWith(" ") ? " ^" : "^");
    String bare = replaced(EMPHASIS, "", powers, _ -> "");
    String products = replaced(MATRIX_PRODUCT, "@", bare, _ -> "*");
    String transposed = replaced(TRANSPOSED, ".T", products, _ -> "^");
    String ours = replaced(LIBRARY, ".", transposed, _ -> "");
    String named = replaced(LARGEST, "imum", ours, largest -> largest.group().substring(0, 3));
    String rows =
        replaced(
            ROWS,
            "[",
            replaced(ARRAY, "array", named, _ -> ""),
            PlainCharacters::withoutInnerBrackets);
    String arrows = replaced(ARROW, "<-", rows, _ -> "←");
    return replaced(
        NUMBERS, "[", arrows, list -> replaced(BETWEEN_NUMBERS, "", list.group(), _ -> ","));
  }

  /// `[[1, 2], [3, 4]]` is `[1, 2; 3, 4]`.
  private static String withoutInnerBrackets(MatchResult match) {
    String rows = match.group();
    String inside = rows.substring(rows.indexOf('[') + 1, rows.lastIndexOf(']'));
    String bare = replaced(BETWEEN_ROWS, "", inside, _ -> ";");
    return "[" + bare.replace('[', ' ').replace(']', ' ') + "]";
  }

  private interface Replacement {
    String of(MatchResult match);
  }

  /// Shorter replacements are followed by spaces.
  ///
  /// @param needed what no match is without
  private static String replaced(
      Pattern pattern, String needed, String text, Replacement replacement) {
    if (!text.contains(needed)) {
      return text;
    }
    return pattern
        .matcher(text)
        .replaceAll(match -> {
          String sign = replacement.of(match);
          return Matcher.quoteReplacement(sign)
              + " ".repeat(match.end() - match.start() - sign.length());
        });
  }
}
