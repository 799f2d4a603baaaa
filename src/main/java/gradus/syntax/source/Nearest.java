package gradus.syntax.source;

import gradus.expr.Name;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that was probably meant.
///
/// Slips are swapped neighbours, missing, additional and wrong characters (Damerau and
/// Levenshtein); a wrong case is half a slip, and none where nothing else is wrong (`ReLU`). Of
/// equally near names the one with the nearest characters wins (`h3` is nearer to `h2` than to
/// `h0`), then the alphabet. One letter is never mistaken for another: `q_1` is not a slip for
/// `w_1`.
public final class Nearest {
  private static final int LONGEST = 60;

  private record Candidate(Name name, int distance, int spread) {}

  private Nearest() {}

  public static Optional<String> to(Name typed, Collection<Name> names) {
    String key = typed.key();
    return names.stream()
        .filter(name -> key.length() <= LONGEST && name.key().length() <= LONGEST)
        .filter(name -> !areLettersApart(key, name.key()))
        .map(name -> new Candidate(name, distance(key, name.key()), spread(key, name.key())))
        .filter(candidate ->
            candidate.distance <= tolerance(key.length())
                || candidate.name.key().equalsIgnoreCase(key))
        .min(
            Comparator.comparingInt(Candidate::distance)
                .thenComparingInt(Candidate::spread)
                .thenComparing(candidate -> candidate.name.spelling()))
        .map(candidate -> candidate.name.spelling());
  }

  /// Whether the names, their indices aside, are two different single letters.
  private static boolean areLettersApart(String a, String b) {
    return hasOneLetter(a) && hasOneLetter(b) && difference(a.charAt(0), b.charAt(0)) == 2;
  }

  private static boolean hasOneLetter(String name) {
    return name.length() < 2 || !Character.isLetter(name.charAt(1));
  }

  /// In half slips.
  private static int tolerance(int length) {
    return length < 2 ? 1 : length < 5 ? 2 : length < 9 ? 4 : 6;
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? 2 * (i + j) : cheapest(d, a, i, b, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, int i, String b, int j) {
    int replaced = d[i - 1][j - 1] + difference(a.charAt(i - 1), b.charAt(j - 1));
    int shifted = Math.min(d[i - 1][j], d[i][j - 1]) + 2;
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    int least = Math.min(replaced, shifted);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 2) : least;
  }

  private static int difference(char a, char b) {
    return a == b ? 0 : Character.toLowerCase(a) == Character.toLowerCase(b) ? 1 : 2;
  }

  private static int spread(String a, String b) {
    if (a.length() != b.length()) {
      return Character.MAX_VALUE;
    }
    String low = a.toLowerCase(Locale.ROOT);
    String other = b.toLowerCase(Locale.ROOT);
    int spread = 0;
    for (int i = 0; i < Math.min(low.length(), other.length()); i++) {
      spread += Math.abs(low.charAt(i) - other.charAt(i));
    }
    return spread;
  }
}
