package gradus.render.formula;

import gradus.expr.Index;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.render.box.AtomKind;
import gradus.render.box.Box;
import gradus.render.box.Box.Glyph;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import gradus.render.box.MathStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets quantities, partial derivatives and updated values; a quantity once, however often it is
/// asked for.
final class NameSetter {
  static final Glyph TRANSPOSED = new Glyph("\\top", BoxExtent.line(0.78));

  private static final Glyph UPDATED = new Glyph("+", BoxExtent.line(0.78));

  private final MathStyle setting;
  private final Map<Quantity, MathAtom> quantities = new HashMap<>();

  NameSetter(MathStyle setting) {
    this.setting = setting;
  }

  MathAtom of(Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity -> plain(quantity);
      case Updated(Quantity quantity) -> quantity(quantity, List.of(UPDATED), Optional.empty());
      case Partial(Quantity of, Quantity by, _) -> partial(Optional.of(of), by);
    };
  }

  private MathAtom plain(Quantity quantity) {
    return quantities.computeIfAbsent(
        quantity, name -> quantity(name, List.of(), Optional.empty()));
  }

  /// `W^⊤`, `W^{(1)⊤}`; a letter above keeps to itself, `(W^k)^⊤`.
  Optional<MathAtom> transposed(Quantity quantity) {
    return quantity.labels().isEmpty() || isNumbered(quantity.labels())
        ? Optional.of(quantity(quantity, List.of(TRANSPOSED), Optional.empty()))
        : Optional.empty();
  }

  /// With one more index: `p_y`.
  MathAtom entry(Quantity quantity, Box index) {
    return quantity(quantity, List.of(), Optional.of(index));
  }

  private MathAtom quantity(Quantity quantity, List<Glyph> marks, Optional<Box> index) {
    Spelling spelling = Spelling.of(quantity.name());
    Optional<Box> above = superscript(quantity.labels(), marks);
    Optional<Box> entry =
        quantity.isEntry() ? Optional.of(IndexSetter.ofEntry(quantity.indices(), setting)) : index;
    Optional<Box> below = below(spelling.index(), entry);
    AtomKind kind =
        switch (spelling.shape()) {
          case LETTER -> AtomKind.LETTER;
          case CALLABLE -> AtomKind.CALLABLE_LETTER;
          case WORD -> AtomKind.WORD;
        };
    Box box = Boxes.script(spelling.base(), below, above);
    return new MathAtom(box, kind, false, above.isPresent());
  }

  private static Optional<Box> below(Optional<Box> index, Optional<Box> entry) {
    return index.isPresent() && entry.isPresent()
        ? Optional.of(Boxes.row(index.get(), Boxes.COMMA, entry.get()))
        : index.or(() -> entry);
  }

  /// Labels stand above, numbers in parentheses, so that they are not taken for exponents.
  private static Optional<Box> superscript(List<Index> labels, List<Glyph> marks) {
    List<Box> parts = new ArrayList<>();
    if (!labels.isEmpty()) {
      Box listed = IndexSetter.listed(labels);
      parts.add(isNumbered(labels) ? Boxes.parenthesised(listed) : listed);
    }
    parts.addAll(marks);
    return parts.isEmpty() ? Optional.empty() : Optional.of(Boxes.row(parts));
  }

  private static boolean isNumbered(List<Index> labels) {
    return labels.stream().anyMatch(label -> label.constant().isPresent());
  }

  /// `∂of/∂by`, or without `of` the operator `∂/∂by`; in a line of text with a slash.
  MathAtom partial(Optional<Quantity> of, Quantity by) {
    Box top =
        of.<Box>map(quantity -> Boxes.row(Boxes.PARTIAL, plain(quantity).box()))
            .orElse(Boxes.PARTIAL);
    Box bottom = Boxes.row(Boxes.PARTIAL, plain(by).box());
    return setting == MathStyle.DISPLAY
        ? MathAtom.of(Boxes.fraction(top, bottom, setting), AtomKind.PARTIAL)
        : MathAtom.of(Boxes.row(top, Boxes.SLASH, bottom), AtomKind.QUOTIENT);
  }
}
