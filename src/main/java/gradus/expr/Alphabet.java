package gradus.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The letters that have names, the marks that stand over letters, and letters that look the same.
public final class Alphabet {
  /// A letter and what it is called; where another letter has that name in print, its own one there
  /// stands behind it.
  private static final String GREEK =
      "α alpha,β beta,γ gamma,δ delta,ε epsilon varepsilon,ϵ epsilon,ζ zeta,η eta,θ theta,"
          + "ϑ theta vartheta,ι iota,κ kappa,ϰ varkappa,λ lambda,μ mu,ν nu,ξ xi,ο omicron,π pi,"
          + "ϖ varpi,ρ rho,ϱ varrho,σ sigma,ς sigma varsigma,τ tau,υ upsilon,φ phi varphi,ϕ phi,"
          + "χ chi,ψ psi,ω omega,Α Alpha,Β Beta,Γ Gamma,Δ Delta,Ε Epsilon,Ζ Zeta,Η Eta,Θ Theta,"
          + "Ι Iota,Κ Kappa,Λ Lambda,Μ Mu,Ν Nu,Ξ Xi,Ο Omicron,Π Pi,Ρ Rho,Σ Sigma,Τ Tau,Υ Upsilon,"
          + "Φ Phi,Χ Chi,Ψ Psi,Ω Omega";

  private static final String OTHERS =
      "∂ partial,∇ nabla,ℓ ell,ℏ hbar,∞ infty,⋯ cdots,⋮ vdots,⋱ ddots";

  private static final String MARKS =
      "\u0300 grave,\u0301 acute,\u0302 hat,\u0303 tilde,\u0304 bar,\u0306 breve,\u0307 dot,"
          + "\u0308 ddot,\u030A mathring,\u030C check,\u20D7 vec";

  /// Those that may be spelled out behind their letter.
  private static final List<String> SPELLED_MARKS = List.of("hat", "bar", "tilde", "dot");

  /// The sign for a millionth is on many keyboards, where the letter is not.
  private static final String MICRO = "µ";

  /// Set as the Latin letter.
  private static final String OMICRON = "ο";

  /// Greek and Cyrillic letters, and the Latin ones that no reader can tell them from.
  private static final String LOOKALIKES = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТХЅІЈаеорсухѕіј";

  private static final String LATIN = "ABEZHIKMNOPTYXoABEKMHOPCTXSIJaeopcyxsij";

  private static final Map<String, String> SPELLED_OUT = names(GREEK, 1);
  private static final Map<String, String> IN_PRINT = names(GREEK + "," + OTHERS, 2);
  private static final Map<String, String> LETTERS =
      IN_PRINT.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
  private static final Map<String, String> MARK_NAMES = names(MARKS, 1);

  private Alphabet() {}

  private static Map<String, String> names(String table, int column) {
    Map<String, String> names = new HashMap<>();
    for (String entry : table.split(",")) {
      String[] words = entry.split(" ");
      names.put(words[0], words[Math.min(column, words.length - 1)]);
    }
    return Map.copyOf(names);
  }

  /// What a Greek letter is called, two shapes of one alike: `φ` and `ϕ` are `phi`.
  static Optional<String> spelledOut(char letter) {
    return Optional.ofNullable(SPELLED_OUT.get(greek(String.valueOf(letter))));
  }

  /// The letter that is printed for a text that is one, or the name of one: `varphi` is `φ`, `phi`
  /// is `ϕ`.
  public static Optional<String> letter(String typed) {
    String one = greek(typed);
    Optional<String> letter =
        isLatin(one) || IN_PRINT.containsKey(one)
            ? Optional.of(one)
            : Optional.ofNullable(LETTERS.get(one));
    return letter.map(printed -> printed.equals(OMICRON) ? "o" : printed);
  }

  private static String greek(String letter) {
    return letter.equals(MICRO) ? "μ" : letter;
  }

  private static boolean isLatin(String text) {
    return text.length() == 1 && isLatin(text.charAt(0));
  }

  public static boolean isLatin(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// What a letter that is not Latin is called in print.
  public static Optional<String> inPrint(String letter) {
    return Optional.ofNullable(IN_PRINT.get(letter));
  }

  /// What a combining mark is called, where it can be printed.
  static Optional<String> mark(char mark) {
    return Optional.ofNullable(MARK_NAMES.get(String.valueOf(mark)));
  }

  /// Whether a mark may be spelled out behind its letter, `yhat` for `ŷ`.
  static boolean isSpelledMark(String mark) {
    return SPELLED_MARKS.contains(mark);
  }

  static List<String> spelledMarks() {
    return SPELLED_MARKS;
  }

  /// The Latin letter that a letter looks like, or itself.
  public static int latinLook(int letter) {
    int place = LOOKALIKES.indexOf(letter);
    return place < 0 ? letter : LATIN.charAt(place);
  }
}
