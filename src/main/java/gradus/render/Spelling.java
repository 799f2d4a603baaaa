package gradus.render;

import gradus.expr.Alphabet;
import gradus.expr.Lettering;
import gradus.expr.Lettering.Sign;
import gradus.expr.Lettering.Sign.Digits;
import gradus.expr.Lettering.Sign.Letter;
import gradus.expr.Lettering.Sign.Word;
import gradus.expr.Name;
import gradus.render.Box.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lettering of a name as boxes: a base, and an index of several parts.
record Spelling(Box base, Optional<Box> index, Shape shape) {
  /// A longer name is set as one word that may be broken.
  private static final int LONGEST = 40;

  private static final double WIDEST = 16;
  private static final List<String> CALLABLE = List.of("f", "g", "φ", "ϕ", "ψ", "σ");

  enum Shape {
    LETTER,
    /// `f`, `g`, `φ`: letters that often name functions
    CALLABLE,
    WORD
  }

  static Spelling of(Name name) {
    return of(name, Lettering.of(name));
  }

  private static boolean isTooLong(Name name) {
    return name.spelling().length() > LONGEST || LatexText.width(name.spelling()) > WIDEST;
  }

  private static Spelling of(Name name, Lettering lettering) {
    return isTooLong(name)
        ? new Spelling(LatexText.broken(name.spelling()), Optional.empty(), Shape.WORD)
        : new Spelling(row(lettering.base()), index(lettering.index()), shape(lettering.base()));
  }

  private static Shape shape(List<Sign> base) {
    return switch (base.getFirst()) {
      case Word _, Digits _ -> Shape.WORD;
      case Letter(String letter, List<String> marks) ->
          base.size() == 1 && marks.isEmpty() && CALLABLE.contains(letter)
              ? Shape.CALLABLE
              : Shape.LETTER;
    };
  }

  /// As [#of], but words are set as operators are.
  static Spelling ofFunction(Name name) {
    Spelling spelling = of(name, Lettering.ofFunction(name));
    boolean plain = name.spelling().chars().allMatch(Alphabet::isLatin);
    return spelling.shape == Shape.WORD && plain && name.spelling().length() <= LONGEST
        ? new Spelling(operator(name.spelling()), spelling.index, Shape.WORD)
        : spelling;
  }

  private static Box operator(String word) {
    return new Glyph("\\mathrm{" + word + "}", Size.line(LatexText.width(word)));
  }

  private static Optional<Box> index(List<List<Sign>> parts) {
    List<Box> boxes = new ArrayList<>();
    for (List<Sign> part : parts) {
      if (!boxes.isEmpty()) {
        boxes.add(Boxes.COMMA);
      }
      part.forEach(sign -> boxes.add(box(sign)));
    }
    return boxes.isEmpty() ? Optional.empty() : Optional.of(Boxes.row(boxes));
  }

  private static Box row(List<Sign> signs) {
    return Boxes.row(signs.stream().map(Spelling::box).toList());
  }

  private static Box box(Sign sign) {
    return switch (sign) {
      case Letter(String letter, List<String> marks) -> Marks.over(glyph(letter), marks);
      case Word(String text) ->
          new Glyph("\\text{" + LatexText.escaped(text) + "}", Size.line(LatexText.width(text)));
      case Digits(String digits) -> NumberSetter.digits(digits);
    };
  }

  private static Glyph glyph(String letter) {
    Letters.Letter set = Letters.named(letter).orElseThrow();
    return new Glyph(set.latex(), Size.line(set.width()));
  }
}
