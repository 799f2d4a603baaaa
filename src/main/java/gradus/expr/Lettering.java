package gradus.expr;

import gradus.expr.Lettering.Sign.Digits;
import gradus.expr.Lettering.Sign.Letter;
import gradus.expr.Lettering.Sign.Word;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is printed for a name: `ŷ`, `yhat` and `y_hat` are y with a hat, `w1` and `w_1` are w with
/// the index 1, `net_h1` is a word with an index, `a_b_c` has an index of two parts.
///
/// Names of one lettering are printed alike, and only they.
public record Lettering(List<Sign> base, List<List<Sign>> index) {
  public Lettering {
    base = List.copyOf(base);
    index = index.stream().map(List::copyOf).toList();
  }

  /// What stands side by side.
  public sealed interface Sign {
    /// A single letter, in italics, and the marks over it, the inner one first.
    record Letter(String letter, List<String> marks) implements Sign {
      public Letter {
        marks = List.copyOf(marks);
      }
    }

    record Word(String text) implements Sign {}

    record Digits(String digits) implements Sign {}
  }

  public static Lettering of(Name name) {
    String typed = Normalizer.normalize(name.spelling(), Normalizer.Form.NFD);
    List<String> parts = new ArrayList<>(List.of(typed.split("_")));
    parts.removeIf(String::isEmpty);
    if (parts.isEmpty()) {
      return new Lettering(List.of(word(typed)), List.of());
    }
    String first = parts.removeFirst();
    if (!parts.isEmpty() && Alphabet.isSpelledMark(parts.getLast()) && letter(first).isPresent()) {
      first = first + parts.removeLast();
    }
    return ofParts(first, parts);
  }

  /// As a function: the logistic one is called σ in every textbook.
  public static Lettering ofFunction(Name name) {
    return of(name.key().equals("sigmoid") ? Name.of("σ") : name);
  }

  /// Digits behind the first part are an index: `w1` is set as `w_1` is.
  private static Lettering ofParts(String first, List<String> parts) {
    String stem = first.substring(0, first.length() - trailingDigits(first));
    if (stem.length() < first.length()) {
      parts.addFirst(first.substring(stem.length()));
    }
    List<Sign> base =
        letter(stem)
            .<List<Sign>>map(List::of)
            .or(() -> change(stem))
            .orElseGet(() -> List.of(word(stem)));
    return new Lettering(base, parts.stream().map(Lettering::part).toList());
  }

  /// `ΔW`
  private static Optional<List<Sign>> change(String stem) {
    return stem.startsWith("Δ")
        ? letter(stem.substring(1)).map(of -> List.of(new Letter("Δ", List.of()), of))
        : Optional.empty();
  }

  /// One letter with its marks, typed on it or spelled out behind it.
  private static Optional<Letter> letter(String part) {
    int end = part.length();
    while (end > 1 && Alphabet.mark(part.charAt(end - 1)).isPresent()) {
      end--;
    }
    List<String> marks =
        part.substring(end).chars().mapToObj(c -> Alphabet.mark((char) c).orElseThrow()).toList();
    String stem = part.substring(0, end);
    return Alphabet.letter(stem)
        .map(plain -> new Letter(plain, marks))
        .or(() -> marks.isEmpty() ? spelledOut(stem) : Optional.empty());
  }

  /// `yhat`
  private static Optional<Letter> spelledOut(String stem) {
    return Alphabet.spelledMarks().stream()
        .filter(stem::endsWith)
        .flatMap(mark ->
            Alphabet.letter(stem.substring(0, stem.length() - mark.length()))
                .map(plain -> new Letter(plain, List.of(mark)))
                .stream())
        .findFirst();
  }

  /// Up to two letters are indices in italics, more are a word.
  private static List<Sign> part(String part) {
    int digits = isDigit(part.charAt(0)) ? part.length() : trailingDigits(part);
    String stem = part.substring(0, part.length() - digits);
    return Stream.concat(stem(stem), digits(part.substring(stem.length()))).toList();
  }

  private static Stream<Sign> stem(String stem) {
    Optional<Letter> letter = letter(stem);
    if (letter.isPresent()) {
      return Stream.of(letter.get());
    }
    if (stem.length() == 2 && stem.chars().allMatch(Alphabet::isLatin)) {
      return Stream.of(stem.split("")).map(one -> new Letter(one, List.of()));
    }
    return stem.isEmpty() ? Stream.of() : Stream.of(word(stem));
  }

  private static Stream<Sign> digits(String text) {
    if (text.isEmpty()) {
      return Stream.of();
    }
    return Stream.of(text.chars().allMatch(Lettering::isDigit) ? new Digits(text) : word(text));
  }

  /// Marks that make no letter of their own with the one before are not in every font.
  private static Word word(String part) {
    String composed = Normalizer.normalize(part, Normalizer.Form.NFC);
    return new Word(composed.replaceAll("[\\p{Mn}\\p{Me}]", ""));
  }

  private static int trailingDigits(String part) {
    int start = part.length();
    while (start > 1 && isDigit(part.charAt(start - 1))) {
      start--;
    }
    return part.length() - start;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
