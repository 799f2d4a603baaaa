package gradus.expr;

import java.text.Normalizer;
import java.util.Map;

/// The name of a quantity, function or letter.
///
/// Two names are equal if their keys are: Unicode-normalised, Greek letters spelled out, hats and
/// bars as suffix, so that `ŷ` is `yhat` and `δ_1` is `delta_1`. The spelling is what was typed
/// where the name was declared.
public record Name(String key, String spelling) {
  private static final String GREEK_LETTERS = "αβγδεζηθικλμνξοπρςστυφχψωϑϕϵΓΔΘΛΞΠΣΦΨΩ";
  private static final String[] GREEK_NAMES =
      ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
              + " sigma sigma tau upsilon phi chi psi omega theta phi epsilon"
              + " Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega")
          .split(" ");
  private static final Map<Character, String> MARKS =
      Map.of('\u0302', "hat", '\u0304', "bar", '\u0303', "tilde", '\u0307', "dot");

  public static Name of(String typed) {
    return new Name(keyOf(typed), Normalizer.normalize(typed, Normalizer.Form.NFC));
  }

  private static String keyOf(String typed) {
    StringBuilder key = new StringBuilder();
    for (char c : Normalizer.normalize(typed, Normalizer.Form.NFD).toCharArray()) {
      int greek = GREEK_LETTERS.indexOf(c);
      if (greek >= 0) {
        key.append(GREEK_NAMES[greek]);
      } else {
        key.append(MARKS.getOrDefault(c, String.valueOf(c)));
      }
    }
    return Normalizer.normalize(key, Normalizer.Form.NFC);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name && key.equals(name.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return spelling;
  }
}
