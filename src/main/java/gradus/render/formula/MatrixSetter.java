package gradus.render.formula;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Ref;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
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

/// Sets matrices by their entries, products of matrices, products entry by entry and transposes.
final class MatrixSetter {
  private static final Glyph DIVIDED = new Glyph("\\oslash", BoxExtent.line(1.23));
  private static final Glyph ONE = new Glyph("\\mathbf{1}", BoxExtent.line(0.58));
  private static final Break DOTTED_WHEN_BROKEN = new Break("\\cdot");

  private final Typesetter typesetter;

  MatrixSetter(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  /// `(1 2 / 3 4)`
  MathAtom grid(List<List<Expr>> rows) {
    Typesetter inside = new Typesetter(MathStyle.ENTRY);
    boolean numeric = true;
    List<List<Box>> boxes = new ArrayList<>();
    for (List<Expr> row : rows) {
      List<MathAtom> pieces = row.stream().map(inside::piece).toList();
      numeric &= pieces.stream().allMatch(MathAtom::numeric);
      boxes.add(pieces.stream().map(piece -> piece.closed().box()).toList());
    }
    return new MathAtom(MatrixEllipsis.grid(boxes), AtomKind.MATRIX, numeric, false);
  }

  /// `A B C`, side by side.
  MathAtom product(List<Expr> operands) {
    List<Box> parts = new ArrayList<>();
    MathAtom before = null;
    for (Expr operand : operands) {
      MathAtom factor = factor(operand);
      if (before != null) {
        addSpace(parts, before, factor);
      }
      parts.add(typesetter.sized(factor.box(), operand));
      before = factor;
    }
    return MathAtom.of(Boxes.row(parts), AtomKind.MATRIX_PRODUCT);
  }

  private MathAtom factor(Expr operand) {
    MathAtom piece = typesetter.piece(operand);
    return switch (piece.kind()) {
      case MATRIX_PRODUCT, PRODUCT, CASES, INDEX_SUM, DERIVATIVE -> piece.parenthesised();
      case NUMBER, UNIT, NEGATIVE, NUMERIC_FRACTION, SCIENTIFIC, LETTER, CALLABLE_LETTER, WORD ->
          piece.asFactor(true, true);
      case PARTIAL, FRACTION, QUOTIENT, FENCE, BARS, CALL, OPERATOR, ROOT, SUM, MATRIX, HADAMARD ->
          piece.asFactor(true, true);
    };
  }

  /// Derivatives are told apart by dots, as numbers are; letters stand close.
  private void addSpace(List<Box> parts, MathAtom left, MathAtom right) {
    if (left.kind() == AtomKind.PARTIAL && right.kind() == AtomKind.PARTIAL) {
      parts.add(Break.PLAIN);
      parts.add(Boxes.DOT);
      return;
    }
    parts.add(DOTTED_WHEN_BROKEN);
    boolean close =
        (left.kind().isLetter() && (right.kind().isLetter() || isFence(right)))
            || (left.kind() == AtomKind.MATRIX && right.kind() == AtomKind.MATRIX);
    if (typesetter.hasSizes() || left.kind() == AtomKind.WORD || right.kind() == AtomKind.WORD) {
      parts.add(Boxes.THICK_SPACE);
    } else if (!close || left.kind() == AtomKind.CALLABLE_LETTER) {
      parts.add(Boxes.THIN_SPACE);
    }
  }

  private static boolean isFence(MathAtom piece) {
    return piece.kind() == AtomKind.FENCE;
  }

  /// `u ⊙ v`; where one divides, `u ⊘ v`.
  MathAtom hadamard(List<Expr> factors) {
    List<Box> parts = new ArrayList<>();
    for (Expr factor : factors) {
      Optional<Expr> divisor = ProductSetter.denominator(factor);
      if (parts.isEmpty() && divisor.isPresent()) {
        parts.add(ONE);
      }
      if (!parts.isEmpty()) {
        parts.add(Break.PLAIN);
        parts.add(divisor.isPresent() ? DIVIDED : Boxes.HADAMARD);
      }
      Expr operand = divisor.orElse(factor);
      parts.add(typesetter.sized(entrywise(operand).box(), operand));
    }
    return MathAtom.of(Boxes.row(parts), AtomKind.HADAMARD);
  }

  private MathAtom entrywise(Expr factor) {
    MathAtom piece = typesetter.piece(factor);
    return switch (piece.kind()) {
      case MATRIX_PRODUCT, PRODUCT, CASES, INDEX_SUM, DERIVATIVE, HADAMARD -> piece.parenthesised();
      case NUMBER, UNIT, NEGATIVE, NUMERIC_FRACTION, SCIENTIFIC, LETTER, CALLABLE_LETTER, WORD ->
          piece.asFactor(true, true);
      case PARTIAL, FRACTION, QUOTIENT, FENCE, BARS, CALL, OPERATOR, ROOT, SUM, MATRIX ->
          piece.asFactor(true, true);
    };
  }

  MathAtom transposed(Expr operand, NameSetter names) {
    if (operand instanceof Ref(Quantity quantity)) {
      Optional<MathAtom> name = names.transposed(quantity);
      if (name.isPresent()) {
        return name.get();
      }
    }
    if (operand instanceof Apply(Operation.Ones _, _)) {
      return new MathAtom(Boxes.raised(ONE, NameSetter.TRANSPOSED), AtomKind.LETTER, false, true);
    }
    MathAtom base = typesetter.piece(operand).asBase();
    AtomKind kind = base.kind() == AtomKind.FENCE ? AtomKind.FENCE : AtomKind.LETTER;
    return new MathAtom(
        Boxes.raised(base.box(), NameSetter.TRANSPOSED), kind, base.numeric(), true);
  }

  /// `u^⊤ v`; of matrices `⟨A, B⟩`.
  MathAtom dot(Expr left, Expr right) {
    boolean vectors = Shapes.of(left).axes().size() <= 1;
    return vectors
        ? product(List.of(new Apply(Plain.TRANSPOSE, List.of(left)), right))
        : MathAtom.of(
            Boxes.fence(Box.Bracket.ANGLE, typesetter.listed(List.of(left, right))),
            AtomKind.FENCE);
  }

  /// Vectors on top of each other, matrices side by side, a number as often as it takes.
  MathAtom concatenated(List<Expr> parts) {
    boolean sideBySide = parts.stream().anyMatch(part -> Shapes.of(part).axes().size() == 2);
    if (!sideBySide) {
      List<List<Box>> rows =
          parts.stream().map(part -> List.of(typesetter.piece(part).closed().box())).toList();
      return MathAtom.of(Boxes.grid(rows), AtomKind.MATRIX);
    }
    List<Box> row = new ArrayList<>();
    for (Expr part : parts) {
      if (!row.isEmpty()) {
        row.add(Boxes.THICK_SPACE);
        row.add(Boxes.THICK_SPACE);
      }
      boolean number = Shapes.isScalar(part) && part instanceof Expr.Number;
      row.add(number ? bold((Expr.Number) part) : typesetter.piece(part).closed().box());
    }
    return MathAtom.of(Boxes.fence(Box.Bracket.SQUARE, Boxes.row(row)), AtomKind.FENCE);
  }

  /// A column of that number.
  private static Box bold(Expr.Number number) {
    return number.value().isOne()
        ? ONE
        : new Glyph("\\mathbf{" + number.value() + "}", BoxExtent.line(0.6));
  }

  MathAtom ones(gradus.expr.Shape shape) {
    if (shape.isMatrix() && !shape.isVector() && !shape.isRow()) {
      Box sizes = IndexSetter.sizes(shape);
      return MathAtom.of(Boxes.script(ONE, Optional.of(sizes), Optional.empty()), AtomKind.LETTER);
    }
    return shape.isRow()
        ? new MathAtom(Boxes.raised(ONE, NameSetter.TRANSPOSED), AtomKind.LETTER, false, true)
        : MathAtom.of(ONE, AtomKind.LETTER);
  }
}
