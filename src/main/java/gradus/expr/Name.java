package gradus.expr;

import java.text.Normalizer;
import java.util.Optional;

/// The name of a quantity, function or letter.
///
/// Two names are equal if their keys are: Unicode-normalised, Greek letters spelled out, hats and
/// bars as suffix, so that `ŷ` is `yhat` and `δ_1` is `delta_1`. The spelling is what was typed
/// where the name was declared.
public record Name(String key, String spelling) {
  public static Name of(String typed) {
    return new Name(keyOf(typed), Normalizer.normalize(typed, Normalizer.Form.NFC));
  }

  private static String keyOf(String typed) {
    StringBuilder key = new StringBuilder();
    for (char c : Normalizer.normalize(typed, Normalizer.Form.NFD).toCharArray()) {
      Optional<String> mark = Alphabet.mark(c).filter(Alphabet::isSpelledMark);
      key.append(Alphabet.spelledOut(c).or(() -> mark).orElseGet(() -> String.valueOf(c)));
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
