package gradus.render.formula;

import gradus.expr.Expr;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Ref;
import gradus.expr.Index;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import gradus.render.box.AtomKind;
import gradus.render.box.Box;
import gradus.render.box.Box.Bracket;
import gradus.render.box.Box.Glyph;
import gradus.render.box.BoxExtent;
import gradus.render.box.Boxes;
import gradus.render.box.LatexText;
import gradus.render.box.MathStyle;
import java.util.List;
import java.util.Optional;

/// Sets what mixes the entries of its operands, and what stands for entries.
final class OperationSetter {
  private static final Glyph SUM = new Glyph("\\sum", BoxExtent.line(1.44));
  private static final Glyph EQUALS = new Glyph("=", BoxExtent.line(1.34));
  private static final Glyph COLON = new Glyph(":", BoxExtent.line(0.3));
  private static final Glyph UNIT_VECTOR = new Glyph("\\mathbf{e}", BoxExtent.line(0.55));
  private static final Glyph IDENTITY = new Glyph("I", BoxExtent.line(0.52));
  private static final Box TWO = NumberSetter.digits("2");

  private final Typesetter typesetter;
  private final NameSetter names;
  private final MatrixSetter matrices;

  OperationSetter(Typesetter typesetter, NameSetter names) {
    this.typesetter = typesetter;
    this.names = names;
    this.matrices = new MatrixSetter(typesetter);
  }

  MathAtom of(Operation operation, List<Expr> operands) {
    return switch (operation) {
      case Plain plain -> plain(plain, operands);
      case Operation.Total(Along along) -> word("sum", along, operands.getFirst());
      case Operation.Maximum(Along along) ->
          along == Along.ALL
              ? new MathAtom(
                  Boxes.row(new Glyph("\\max", BoxExtent.line(1.8)), inside(operands.getFirst())),
                  AtomKind.OPERATOR,
                  false,
                  false)
              : word("max", along, operands.getFirst());
      case Operation.Softmax(Along along) -> word("softmax", along, operands.getFirst());
      case Operation.LogSumExp(Along along) -> word("logsumexp", along, operands.getFirst());
      case Operation.Ones(Shape shape) -> matrices.ones(shape);
      case Operation.Identity(Index size) ->
          MathAtom.of(below(IDENTITY, IndexSetter.box(size)), AtomKind.LETTER);
      case Operation.OneHot _ ->
          MathAtom.of(below(UNIT_VECTOR, script(operands.getFirst())), AtomKind.LETTER);
      case Operation.Slice(Range rows, Range columns) -> slice(operands.getFirst(), rows, columns);
      case Operation.Padded(_, Range rows, Range columns) ->
          named(
              below(name("pad"), ranges(rows, Optional.empty(), columns, Optional.empty())),
              operands.getFirst());
    };
  }

  private MathAtom plain(Plain operation, List<Expr> operands) {
    Expr first = operands.getFirst();
    return switch (operation) {
      case MATRIX_PRODUCT -> matrices.product(operands);
      case TRANSPOSE -> matrices.transposed(first, names);
      case DOT -> matrices.dot(first, operands.get(1));
      case SQUARED_NORM -> norm(first, TWO, Optional.of(TWO));
      case NORM2 -> norm(first, TWO, Optional.empty());
      case NORM1 -> norm(first, NumberSetter.digits("1"), Optional.empty());
      case DIAGONAL_MATRIX, DIAGONAL -> word("diag", Along.ALL, first);
      case TRACE -> word("tr", Along.ALL, first);
      case CONCAT -> matrices.concatenated(operands);
      case CHOSEN -> entry(first, script(operands.get(1)));
    };
  }

  private MathAtom norm(Expr operand, Box kind, Optional<Box> power) {
    Box bars = Boxes.fence(Bracket.DOUBLE_BARS, typesetter.box(operand));
    Box box = Boxes.script(bars, Optional.of(kind), power);
    return new MathAtom(box, AtomKind.FENCE, false, power.isPresent());
  }

  private static Box below(Box base, Box index) {
    return Boxes.script(base, Optional.of(index), Optional.empty());
  }

  private static Box script(Expr expr) {
    return new Typesetter(MathStyle.SCRIPT).box(expr);
  }

  private static Box name(String word) {
    return new Glyph("\\mathrm{" + word + "}", BoxExtent.line(LatexText.width(word)));
  }

  /// `softmax(z)`; along rows with a word below.
  private MathAtom word(String word, Along along, Expr operand) {
    Box name =
        switch (along) {
          case ALL -> name(word);
          case ROWS -> below(name(word), name("rows"));
          case COLUMNS -> below(name(word), name("columns"));
        };
    return named(name, operand);
  }

  private MathAtom named(Box name, Expr operand) {
    return MathAtom.of(Boxes.row(name, inside(operand)), AtomKind.CALL);
  }

  private Box inside(Expr operand) {
    Box box = typesetter.box(operand);
    return box instanceof Box.Grid ? box : Boxes.parenthesised(box);
  }

  /// `W_{ij}`, `softmax(z)_i`
  MathAtom entry(Entry entry) {
    return entry.operand() instanceof Ref(Quantity quantity) && !quantity.isEntry()
        ? names.of(quantity.entry(entry.indices()))
        : entry(entry.operand(), IndexSetter.ofEntry(entry.indices(), typesetter.setting()));
  }

  private MathAtom entry(Expr operand, Box index) {
    if (operand instanceof Ref(Quantity quantity) && !quantity.isEntry()) {
      return names.entry(quantity, index);
    }
    MathAtom base = typesetter.piece(operand).asBase();
    AtomKind kind = base.kind() == AtomKind.CALL ? AtomKind.CALL : AtomKind.FENCE;
    return MathAtom.of(below(base.box(), index), kind);
  }

  private MathAtom slice(Expr operand, Range rows, Range columns) {
    Shape shape = Shapes.of(operand);
    Box index =
        shape.axes().size() < 2
            ? range(rows, Optional.of(shape.rows()))
            : ranges(rows, Optional.of(shape.rows()), columns, Optional.of(shape.columns()));
    return entry(operand, index);
  }

  private static Box ranges(
      Range rows, Optional<Index> height, Range columns, Optional<Index> width) {
    return Boxes.row(range(rows, height), Boxes.COMMA, range(columns, width));
  }

  /// `2`, `1:3`, or `:` for the whole length.
  private static Box range(Range range, Optional<Index> length) {
    if (range.from().equals(range.to())) {
      return IndexSetter.box(range.from());
    }
    boolean all = range.from().is(1) && length.equals(Optional.of(range.to()));
    return all
        ? COLON
        : Boxes.row(IndexSetter.box(range.from()), COLON, IndexSetter.box(range.to()));
  }

  /// `Σ_{i=1}^n u_i`; what follows a sum, and a sum of terms in it, needs a parenthesis.
  MathAtom sum(IndexSum sum) {
    Box letter = IndexSetter.box(Index.of(sum.letter()));
    Box below = Boxes.row(letter, EQUALS, IndexSetter.box(sum.from()));
    Box operator =
        Boxes.limits(SUM, below, Optional.of(IndexSetter.box(sum.to())), typesetter.setting());
    MathAtom body = typesetter.piece(sum.body()).asTerm(true);
    Box space = body.kind() == AtomKind.INDEX_SUM ? Boxes.NOTHING : Boxes.THIN_SPACE;
    return MathAtom.of(Boxes.row(operator, space, body.box()), AtomKind.INDEX_SUM);
  }

  /// `(Σ_i W_ij z_i)_j`; a definition rather has its letters on the left.
  MathAtom byEntries(ByEntries formula) {
    Box body = Boxes.parenthesised(typesetter.piece(formula.body()).closed().box());
    List<Index> letters = formula.letters().stream().map(Index::of).toList();
    return MathAtom.of(
        below(body, IndexSetter.ofEntry(letters, typesetter.setting())), AtomKind.FENCE);
  }

  /// `[i = j]`
  MathAtom kronecker(Kronecker kronecker) {
    Box equation =
        Boxes.row(
            Boxes.THIN_SPACE,
            IndexSetter.box(kronecker.left()),
            EQUALS,
            IndexSetter.box(kronecker.right()),
            Boxes.THIN_SPACE);
    return MathAtom.of(Boxes.fence(Bracket.SQUARE, equation), AtomKind.FENCE);
  }
}
