package gradus.syntax.answer;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of words that belong to formulas though they look like prose: functions, Greek letters
/// spelled out, and what stands inside of cases and sums.
///
/// Not every one does so everywhere: `sign` and `step` are words of sentences, and a function with
/// brackets behind it needs no telling apart.
final class FormalWords {
  private static final String ANYWHERE =
      "log ln exp tanh alpha beta gamma delta eta theta lambda mu rho sigma phi";
  private static final String IN_SENTENCES = "max min sin cos sqrt sigmoid relu softmax";
  private static final String AS_FACTORS = "sum epsilon";

  /// Between the formulas of cases, ranges and remarks.
  private static final String CONNECTING = "if for in and otherwise wenn sonst";

  private FormalWords() {}

  /// Those that typed lines hold before other factors: `alpha x`, `log x`.
  static Set<String> factors() {
    return words(ANYWHERE, AS_FACTORS).collect(Collectors.toSet());
  }

  /// A regular expression for what begins none of them.
  static String noneInSentences() {
    return "(?!(?:%s)\\b)"
        .formatted(words(CONNECTING, ANYWHERE, IN_SENTENCES).collect(Collectors.joining("|")));
  }

  /// A regular expression for what begins no word that connects formulas.
  static String noneThatConnects() {
    return "(?!(?:%s)\\b)".formatted(words(CONNECTING).collect(Collectors.joining("|")));
  }

  private static Stream<String> words(String... lists) {
    return Arrays.stream(lists).flatMap(list -> Arrays.stream(list.split(" ")));
  }
}
