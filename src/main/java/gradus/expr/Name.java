package gradus.expr;

import java.text.Normalizer;
import java.util.Optional;

/// The name of a quantity, function or letter.
///
/// Two names are equal if their keys are: Unicode-normalised, Greek letters spelled out, hats and
/// bars as suffix, so that `ŷ` is `yhat` and `δ_1` is `delta_1`. The spelling is what was typed
/// where the name was declared.
///
/// @param purpose names that serve different purposes are different, whatever their letters
public record Name(String key, String spelling, Purpose purpose) {
  /// What a name is there for. Whoever works on formulas may need names of its own in them, which
  /// are told from all others by their purpose, not by letters that nobody would type.
  public interface Purpose {}

  private enum Ordinary implements Purpose {
    ORDINARY
  }

  public static Name of(String typed) {
    String spelling = Normalizer.normalize(typed, Normalizer.Form.NFC);
    return new Name(keyOf(typed), spelling, Ordinary.ORDINARY);
  }

  /// Another name with the same letters.
  public Name servingAs(Purpose purpose) {
    return new Name(key, spelling, purpose);
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
    return other instanceof Name name && purpose == name.purpose && key.equals(name.key);
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
