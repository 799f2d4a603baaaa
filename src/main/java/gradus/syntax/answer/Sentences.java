package gradus.syntax.answer;

import gradus.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The formulas in a line that also has words: `Therefore w = 2`, `so we get w = 3 and stop here`.
///
/// A formula that begins the line or stands behind a word that introduces or states is said; what
/// stands behind other words may only be supposed, as in `we set w = 0`, and is left alone.
final class Sentences {
  private static final String WORD =
      FormalWords.noneInSentences() + "\\p{L}[\\p{L}'’-]*\\p{L}(?=[\\s,.:;!?]|$)";
  private static final String INSIDE = "\\p{L}[\\p{L}'’-]+";

  /// Words in a row, or in brackets.
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}\\\\_^'.(/*+-])"
              + ("(?:I\\s+)?" + WORD + "(?:[\\s,:;]+(?:" + WORD + "|[aI](?=\\s)))*+")
              + ("|(?<=\\s)\\(" + INSIDE + "(?:[\\s,]+" + INSIDE + ")++\\)"));

  private static final Pattern OPERATOR = Pattern.compile("[=≈←≔<>≤≥+*/·×^−-]\\s*+$");
  private static final Pattern OPERAND = Pattern.compile("[\\s,:]*+[\\p{L}\\p{N}∂∇(\\[|‖]");
  private static final Pattern CONTINUED = Pattern.compile("\\s*[=≈<≤≥].*", Pattern.DOTALL);

  /// Words that stand alone before a formula.
  private static final Set<String> LEADING =
      Set.of(
          "therefore",
          "hence",
          "thus",
          "so",
          "then",
          "let",
          "now",
          "with",
          "where",
          "also",
          "finally",
          "first",
          "next",
          "similarly",
          "analogously",
          "consequently",
          "using",
          "by",
          "and",
          "this",
          "gives",
          "yields",
          "damit",
          "somit",
          "daher",
          "dann",
          "mit",
          "wobei",
          "wo",
          "sei",
          "nun",
          "folglich",
          "ergo",
          "und",
          "aus",
          "from",
          "loss",
          "update",
          "likewise");

  /// Words behind which something is said to be so.
  private static final Set<String> STATING =
      Set.of(
          "is",
          "are",
          "get",
          "gives",
          "give",
          "yields",
          "obtain",
          "have",
          "becomes",
          "become",
          "that",
          "find",
          "ist",
          "sind",
          "gilt",
          "folgt",
          "ergibt",
          "erhalten",
          "haben",
          "wird");

  /// Words that make it a condition, a wish or a doubt.
  private static final Set<String> SUPPOSING =
      Set.of(
          "if",
          "for",
          "when",
          "whenever",
          "assume",
          "assuming",
          "suppose",
          "set",
          "setting",
          "want",
          "need",
          "must",
          "should",
          "would",
          "could",
          "not",
          "instead",
          "wrong",
          "require",
          "unless",
          "until",
          "before",
          "old",
          "wenn",
          "falls",
          "angenommen",
          "soll",
          "sollte",
          "nicht",
          "statt",
          "vorher",
          "no",
          "never",
          "since",
          "because",
          "at",
          "bei",
          "example");

  private Sentences() {}

  /// @param line the text, of which only `span` is read
  static List<Span> formulas(String line, Span span) {
    List<Span> formulas = new ArrayList<>();
    Matcher words = WORDS.matcher(line).region(span.start(), span.end());
    words.useTransparentBounds(true);
    int from = span.start();
    boolean said = true;
    boolean supposed = false;
    while (words.find()) {
      Span run = new Span(words.start(), words.end());
      boolean named = isOperand(line, from, run);
      if (named ? isShort(line, run, span.end()) : !isProse(line, run)) {
        continue;
      }
      add(formulas, line, new Span(from, run.start()), said && !named, from == span.start());
      supposed |= isSupposed(line.substring(from, run.end()));
      said = !named && !supposed && isSaid(words.group());
      from = words.end();
    }
    add(formulas, line, new Span(from, span.end()), said, from == span.start());
    return formulas;
  }

  /// Whether an operator stands before the words: `h = hidden layer`.
  private static boolean isOperand(String line, int from, Span run) {
    String before = line.substring(Math.max(from, run.start() - 5), run.start());
    return line.charAt(run.start()) != '(' && OPERATOR.matcher(before).find();
  }

  /// At most two words that may be names.
  private static boolean isShort(String line, Span run, int end) {
    int count = split(line.substring(run.start(), run.end())).length;
    return count == 1
        || count == 2 && line.substring(run.end(), Math.min(end, run.end() + 5)).isBlank();
  }

  private static void add(
      List<Span> formulas, String line, Span span, boolean said, boolean first) {
    int start = span.start();
    int end = span.end();
    while (start < end && isSpace(line.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(line.charAt(end - 1))) {
      end--;
    }
    if (end > start + 1 && line.charAt(start) == '_' && line.charAt(end - 1) == '_') {
      start++;
      end--;
    }
    String written = line.substring(start, end);
    boolean whole = first || !CONTINUED.matcher(written).matches();
    if (said
        && whole
        && written.chars().anyMatch(Character::isLetterOrDigit)
        && Lines.RELATION.matcher(written).find()) {
      formulas.add(new Span(start, end));
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == ',' || c == ';' || c == ':';
  }

  /// Two words, or one that leads over to a formula.
  private static boolean isProse(String line, Span run) {
    String[] words = split(line.substring(run.start(), run.end()));
    boolean leading = LEADING.contains(words[0]) || SUPPOSING.contains(words[0]);
    boolean leads = OPERAND.matcher(line).region(run.end(), line.length()).lookingAt();
    return words.length > 1 || leading && leads;
  }

  private static boolean isSupposed(String text) {
    return Stream.of(split(text)).anyMatch(SUPPOSING::contains);
  }

  private static boolean isSaid(String words) {
    List<String> all = List.of(split(words));
    return LEADING.containsAll(all) || STATING.contains(all.getLast());
  }

  private static String[] split(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[()]", "").split("[\\s,:;]+");
  }
}
