package gradus.render;

import gradus.expr.Name;
import gradus.render.Box.Glyph;
import gradus.render.Letters.Letter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A name as the course spells it: `ŷ`, `w_s`, `net_h1`, `delta_1`, `a_b_c` have a base and an
/// index of several parts.
record Spelling(Box base, Optional<Box> index, Shape shape) {
  /// A longer name is set as one word that may be broken.
  private static final int LONGEST = 40;

  private static final double WIDEST = 16;
  private static final List<String> CALLABLE =
      List.of("f", "g", "φ", "ϕ", "phi", "ψ", "psi", "σ", "sigma");
  private static final List<String> MARK_NAMES = List.of("hat", "bar", "tilde", "dot");

  enum Shape {
    LETTER,
    /// `f`, `g`, `φ`: letters that often name functions
    CALLABLE,
    WORD
  }

  static Spelling of(Name name) {
    String typed = Normalizer.normalize(name.spelling(), Normalizer.Form.NFD);
    if (typed.length() > LONGEST || LatexText.width(name.spelling()) > WIDEST) {
      return new Spelling(LatexText.broken(name.spelling()), Optional.empty(), Shape.WORD);
    }
    List<String> parts = new ArrayList<>(List.of(typed.split("_")));
    parts.removeIf(String::isEmpty);
    if (parts.isEmpty()) {
      return new Spelling(word(typed), Optional.empty(), Shape.WORD);
    }
    String first = parts.removeFirst();
    if (!parts.isEmpty() && MARK_NAMES.contains(parts.getLast()) && letter(first).isPresent()) {
      first = first + parts.removeLast();
    }
    return ofParts(first, parts);
  }

  /// As [#of], but words are set as operators are.
  static Spelling ofFunction(Name name) {
    Spelling spelling = of(name);
    boolean plain = name.spelling().chars().allMatch(Letters::isLatin);
    return spelling.shape == Shape.WORD && plain && name.spelling().length() <= LONGEST
        ? new Spelling(operator(name.spelling()), spelling.index, Shape.WORD)
        : spelling;
  }

  private static Box operator(String word) {
    return new Glyph("\\mathrm{" + word + "}", Size.line(LatexText.width(word)));
  }

  /// Digits behind the first part are an index: `w1` is set as `w_1` is.
  private static Spelling ofParts(String first, List<String> parts) {
    String stem = first.substring(0, first.length() - trailingDigits(first));
    if (stem.length() < first.length()) {
      parts.addFirst(first.substring(stem.length()));
    }
    Optional<Box> letter = letter(stem).or(() -> change(stem));
    if (letter.isEmpty()) {
      return new Spelling(word(stem), index(parts), Shape.WORD);
    }
    Shape shape = CALLABLE.contains(stem) ? Shape.CALLABLE : Shape.LETTER;
    return new Spelling(letter.get(), index(parts), shape);
  }

  /// `ΔW`
  private static Optional<Box> change(String stem) {
    return stem.startsWith("Δ")
        ? letter(stem.substring(1)).map(of -> Boxes.row(letter("Δ").orElseThrow(), of))
        : Optional.empty();
  }

  private static int trailingDigits(String part) {
    int start = part.length();
    while (start > 1 && isDigit(part.charAt(start - 1))) {
      start--;
    }
    return part.length() - start;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// One letter with its marks, typed on it or spelled out behind it.
  private static Optional<Box> letter(String part) {
    int marks = part.length();
    while (marks > 1 && Marks.isMark(part.charAt(marks - 1))) {
      marks--;
    }
    String stem = part.substring(0, marks);
    Optional<Box> plain = Letters.named(stem).map(Spelling::glyph);
    if (plain.isPresent()) {
      return Optional.of(Marks.over(plain.get(), part.substring(marks)));
    }
    return MARK_NAMES.stream()
        .filter(mark -> stem.endsWith(mark) && marksOneLetter(stem, mark))
        .findFirst()
        .flatMap(mark ->
            letter(stem.substring(0, stem.length() - mark.length()))
                .map(base -> Marks.named(base, mark)));
  }

  private static boolean marksOneLetter(String stem, String mark) {
    return Letters.named(stem.substring(0, stem.length() - mark.length())).isPresent();
  }

  private static Box glyph(Letter letter) {
    return new Glyph(letter.latex(), Size.line(letter.width()));
  }

  private static Box word(String part) {
    String composed = Normalizer.normalize(part, Normalizer.Form.NFC);
    double width = LatexText.width(composed);
    return new Glyph("\\text{" + LatexText.escaped(composed) + "}", Size.line(width));
  }

  private static Optional<Box> index(List<String> parts) {
    List<Box> boxes = new ArrayList<>();
    for (String part : parts) {
      if (!boxes.isEmpty()) {
        boxes.add(Boxes.COMMA);
      }
      addIndexPart(part, boxes);
    }
    return boxes.isEmpty() ? Optional.empty() : Optional.of(Boxes.row(boxes));
  }

  /// Up to two letters are indices in italics, more are a word.
  private static void addIndexPart(String part, List<Box> boxes) {
    int digits = isDigit(part.charAt(0)) ? part.length() : trailingDigits(part);
    String stem = part.substring(0, part.length() - digits);
    Optional<Box> letter = letter(stem);
    if (letter.isPresent()) {
      boxes.add(letter.get());
    } else if (stem.length() == 2 && stem.chars().allMatch(Letters::isLatin)) {
      boxes.add(letter(stem.substring(0, 1)).orElseThrow());
      boxes.add(letter(stem.substring(1)).orElseThrow());
    } else if (!stem.isEmpty()) {
      boxes.add(word(stem));
    }
    if (digits > 0) {
      boxes.add(indexNumber(part.substring(stem.length())));
    }
  }

  private static Box indexNumber(String digits) {
    return digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? NumberSetter.digits(digits)
        : word(digits);
  }
}
