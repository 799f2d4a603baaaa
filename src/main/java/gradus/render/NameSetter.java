package gradus.render;

import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Symbol.Updated;
import gradus.render.Box.Glyph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets quantities, partial derivatives and updated values; a quantity once, however often it is
/// asked for.
final class NameSetter {
  private static final Glyph UPDATED = new Glyph("+", Size.line(0.78));

  private final Setting setting;
  private final Map<Quantity, Piece> quantities = new HashMap<>();

  NameSetter(Setting setting) {
    this.setting = setting;
  }

  Piece of(Symbol symbol) {
    return switch (symbol) {
      case Quantity quantity -> plain(quantity);
      case Updated(Quantity quantity) -> quantity(quantity, true);
      case Partial(Quantity of, Quantity by, _) -> partial(Optional.of(of), by);
    };
  }

  private Piece plain(Quantity quantity) {
    return quantities.computeIfAbsent(quantity, name -> quantity(name, false));
  }

  private static Piece quantity(Quantity quantity, boolean updated) {
    Spelling spelling = Spelling.of(quantity.name());
    Optional<Box> above = superscript(quantity.labels(), updated);
    Optional<Box> below = spelling.index();
    if (quantity.isEntry()) {
      Box indices = listed(quantity.indices());
      below = Optional.of(below.map(part -> Boxes.row(part, Boxes.COMMA, indices)).orElse(indices));
    }
    Kind kind =
        switch (spelling.shape()) {
          case LETTER -> Kind.LETTER;
          case CALLABLE -> Kind.CALLABLE_LETTER;
          case WORD -> Kind.WORD;
        };
    Box box = Boxes.script(spelling.base(), below, above);
    return new Piece(box, kind, false, above.isPresent());
  }

  /// Labels stand in parentheses above, so that they are not taken for exponents.
  private static Optional<Box> superscript(List<Index> labels, boolean updated) {
    List<Box> parts = new ArrayList<>();
    if (!labels.isEmpty()) {
      parts.add(Boxes.parenthesised(listed(labels)));
    }
    if (updated) {
      parts.add(UPDATED);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(Boxes.row(parts));
  }

  private static Box listed(List<Index> indices) {
    List<Expr> formulas = indices.stream().map(Formulas::of).toList();
    return new Typesetter(Setting.SCRIPT).listed(formulas);
  }

  /// `∂of/∂by`, or without `of` the operator `∂/∂by`; in a line of text with a slash.
  Piece partial(Optional<Quantity> of, Quantity by) {
    Box top =
        of.<Box>map(quantity -> Boxes.row(Boxes.PARTIAL, plain(quantity).box()))
            .orElse(Boxes.PARTIAL);
    Box bottom = Boxes.row(Boxes.PARTIAL, plain(by).box());
    return setting == Setting.DISPLAY
        ? Piece.of(Boxes.fraction(top, bottom, setting), Kind.PARTIAL)
        : Piece.of(Boxes.row(top, Boxes.SLASH, bottom), Kind.QUOTIENT);
  }
}
