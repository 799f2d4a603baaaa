package gradus.render;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Index.Term;
import gradus.expr.Shape;
import gradus.render.Box.Break;
import gradus.render.Box.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets whole numbers in letters. The label of a size stands below, `n_{k-1}`: it is no entry of
/// anything.
final class IndexSetter {
  private static final Glyph TIMES = new Glyph("\\times", Size.line(1.23));

  private IndexSetter() {}

  static Piece piece(Index index) {
    List<Term> terms = index.terms();
    return switch (terms.size()) {
      case 0 -> Piece.numeric(NumberSetter.digits("0"), Kind.UNIT);
      case 1 -> whole(terms.getFirst());
      default -> Piece.of(sum(terms), Kind.SUM);
    };
  }

  private static Piece whole(Term term) {
    Piece magnitude = magnitude(term);
    return term.coefficient() < 0
        ? new Piece(
            Boxes.row(Boxes.SIGN, magnitude.box()), Kind.NEGATIVE, magnitude.numeric(), true)
        : magnitude;
  }

  private static Box sum(List<Term> terms) {
    List<Box> parts = new ArrayList<>();
    for (Term term : terms) {
      boolean negative = term.coefficient() < 0;
      if (!parts.isEmpty()) {
        parts.add(negative ? Boxes.MINUS : Boxes.PLUS);
      } else if (negative) {
        parts.add(Boxes.SIGN);
      }
      parts.add(magnitude(term).box());
    }
    return Boxes.row(parts);
  }

  /// `2 d n_{k-1}`, a letter that stands there twice with an exponent.
  private static Piece magnitude(Term term) {
    int size = Math.abs(term.coefficient());
    List<Box> factors = new ArrayList<>();
    if (size != 1 || term.letters().isEmpty()) {
      factors.add(NumberSetter.digits(Integer.toString(size)));
    }
    List<Letter> letters = term.letters();
    int power = 1;
    for (int i = 0; i < letters.size(); i++) {
      if (i + 1 < letters.size() && letters.get(i + 1).equals(letters.get(i))) {
        power++;
        continue;
      }
      factors.add(letter(letters.get(i), power));
      power = 1;
    }
    boolean numeric = letters.isEmpty();
    Kind kind =
        numeric
            ? size == 1 ? Kind.UNIT : Kind.NUMBER
            : factors.size() == 1 ? Kind.LETTER : Kind.PRODUCT;
    return new Piece(Boxes.row(factors), kind, numeric, power > 1);
  }

  private static Box letter(Letter letter, int power) {
    Spelling spelling = Spelling.of(letter.name());
    Optional<Box> below = spelling.index();
    if (!letter.labels().isEmpty()) {
      Box labels = listed(letter.labels());
      below = Optional.of(below.map(part -> Boxes.row(part, Boxes.COMMA, labels)).orElse(labels));
    }
    Optional<Box> above =
        power == 1 ? Optional.empty() : Optional.of(NumberSetter.digits(Integer.toString(power)));
    return Boxes.script(spelling.base(), below, above);
  }

  static Box box(Index index) {
    return piece(index).box();
  }

  /// `k-1, t`
  static Box listed(List<Index> indices) {
    List<Box> parts = new ArrayList<>();
    for (Index index : indices) {
      if (!parts.isEmpty()) {
        parts.add(Boxes.COMMA);
        parts.add(Break.PLAIN);
      }
      parts.add(box(index));
    }
    return Boxes.row(parts);
  }

  /// The indices of an entry: letters alone stand side by side, `ij`, all else is told apart by
  /// commas.
  static Box ofEntry(List<Index> indices, Setting setting) {
    boolean letters = setting != Setting.ENTRY && indices.stream().allMatch(IndexSetter::isLetter);
    return letters ? Boxes.row(indices.stream().map(IndexSetter::box).toList()) : listed(indices);
  }

  private static boolean isLetter(Index index) {
    return index.terms().size() == 1
        && index.terms().getFirst().coefficient() == 1
        && index.terms().getFirst().letters().size() == 1
        && index.terms().getFirst().letters().getFirst().labels().isEmpty();
  }

  /// `n × d`, as it stands below a factor.
  static Box sizes(Shape shape) {
    return Boxes.row(factor(shape.rows()), TIMES, factor(shape.columns()));
  }

  private static Box factor(Index size) {
    Piece piece = piece(size);
    return piece.kind() == Kind.SUM ? piece.parenthesised().box() : piece.box();
  }
}
