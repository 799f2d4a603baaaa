package gradus.render.formula;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Index.Term;
import gradus.expr.Shape;
import gradus.render.box.AtomKind;
import gradus.render.box.Box;
import gradus.render.box.Box.Break;
import gradus.render.box.Box.Glyph;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import gradus.render.box.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets whole numbers in letters. The label of a size stands below, `n_{k-1}`: it is no entry of
/// anything.
public final class IndexSetter {
  private static final Glyph TIMES = new Glyph("\\times", BoxExtent.line(1.23));

  private IndexSetter() {}

  static MathAtom piece(Index index) {
    List<Term> terms = index.terms();
    return switch (terms.size()) {
      case 0 -> MathAtom.numeric(NumberSetter.digits("0"), AtomKind.UNIT);
      case 1 -> whole(terms.getFirst());
      default -> MathAtom.of(sum(terms), AtomKind.SUM);
    };
  }

  private static MathAtom whole(Term term) {
    MathAtom magnitude = magnitude(term);
    return term.coefficient() < 0
        ? new MathAtom(
            Boxes.row(Boxes.SIGN, magnitude.box()), AtomKind.NEGATIVE, magnitude.numeric(), true)
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
  private static MathAtom magnitude(Term term) {
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
    AtomKind kind =
        numeric
            ? size == 1 ? AtomKind.UNIT : AtomKind.NUMBER
            : factors.size() == 1 ? AtomKind.LETTER : AtomKind.PRODUCT;
    return new MathAtom(Boxes.row(factors), kind, numeric, power > 1);
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

  public static Box box(Index index) {
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
  static Box ofEntry(List<Index> indices, MathStyle setting) {
    boolean letters =
        setting != MathStyle.ENTRY && indices.stream().allMatch(IndexSetter::isLetter);
    return letters ? Boxes.row(indices.stream().map(IndexSetter::box).toList()) : listed(indices);
  }

  private static boolean isLetter(Index index) {
    return index.terms().size() == 1
        && index.terms().getFirst().coefficient() == 1
        && index.terms().getFirst().letters().size() == 1
        && index.terms().getFirst().letters().getFirst().labels().isEmpty();
  }

  /// `n × d`, as it stands below a factor.
  public static Box sizes(Shape shape) {
    return Boxes.row(factor(shape.rows()), TIMES, factor(shape.columns()));
  }

  private static Box factor(Index size) {
    MathAtom piece = piece(size);
    return piece.kind() == AtomKind.SUM ? piece.parenthesised().box() : piece.box();
  }
}
