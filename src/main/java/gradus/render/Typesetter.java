package gradus.render;

import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.render.Box.Break;
import gradus.render.Box.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays formulas out as boxes. Each subformula is visited once and tells its surroundings what it
/// looks like ([Kind]); whoever stands around it decides about parentheses.
final class Typesetter {
  /// Before the exponent of what is no matrix power.
  private static final Glyph ENTRYWISE = new Glyph("\\odot", Size.line(0.8));

  private static final Glyph OTHERWISE = new Glyph("\\text{otherwise}", Size.line(4.4));

  private final Setting setting;
  private final boolean sizes;
  private final NameSetter names;
  private final MatrixSetter matrices = new MatrixSetter(this);
  private final OperationSetter operations;
  private final ProductSetter products = new ProductSetter(this, matrices);
  private final CallSetter calls = new CallSetter(this);

  Typesetter(Setting setting) {
    this(setting, false);
  }

  /// @param sizes whether sizes stand below the factors of products of matrices
  Typesetter(Setting setting, boolean sizes) {
    this.setting = setting;
    this.sizes = sizes;
    this.names = new NameSetter(setting);
    this.operations = new OperationSetter(this, names);
  }

  Setting setting() {
    return setting;
  }

  Box box(Expr expr) {
    return piece(expr).box();
  }

  /// A formula that stands alone: a single case is a value with a remark.
  Box whole(Expr expr) {
    if (!(expr instanceof Cases(List<Branch> branches))
        || branches.size() > 1
        || branches.getFirst().condition().isOtherwise()) {
      return box(expr);
    }
    Branch only = branches.getFirst();
    Box remark = Boxes.parenthesised(new Typesetter(Setting.INLINE).condition(only.condition()));
    return Boxes.row(piece(only.value()).closed().box(), Boxes.QUAD, remark);
  }

  Piece piece(Expr expr) {
    return signed(expr).whole();
  }

  /// The formula without its leading sign, and the sign.
  Signed signed(Expr expr) {
    return switch (expr) {
      case Number number -> NumberSetter.of(number, setting);
      case Ref(Symbol symbol) -> Signed.positive(names.of(symbol));
      case Sum(List<Expr> terms) -> Signed.positive(SumSetter.of(terms, this));
      case Product(List<Expr> factors) -> products.of(factors);
      case Power power -> power(power);
      case Call call -> Signed.positive(calls.of(call));
      case Cases(List<Branch> branches) -> Signed.positive(cases(branches));
      case Derivative(Expr body, Quantity by) -> Signed.positive(derivative(body, by));
      case Expr.Whole(Index value) -> Signed.positive(IndexSetter.piece(value));
      case Apply(Operation operation, List<Expr> operands) ->
          Signed.positive(operations.of(operation, operands));
      case Expr.Entry entry -> Signed.positive(operations.entry(entry));
      case Expr.Matrix(List<List<Expr>> rows) -> Signed.positive(matrices.grid(rows));
      case Expr.IndexSum sum -> Signed.positive(operations.sum(sum));
      case Expr.ByEntries byEntries -> Signed.positive(operations.byEntries(byEntries));
      case Expr.Kronecker kronecker -> Signed.positive(operations.kronecker(kronecker));
    };
  }

  boolean hasSizes() {
    return sizes;
  }

  /// With its size below, where sizes are asked for.
  Box sized(Box box, Expr factor) {
    return sizes
            && !(factor instanceof Expr.Matrix)
            && !Formulas.anyMatch(factor, Typesetter::isMatrixProduct)
        ? Boxes.underset(box, IndexSetter.sizes(Shapes.of(factor)))
        : box;
  }

  /// Then the sizes stand below its factors.
  private static boolean isMatrixProduct(Expr expr) {
    return expr instanceof Apply(Operation operation, _) && operation == Plain.MATRIX_PRODUCT
        || expr instanceof Product(List<Expr> factors)
            && factors.stream().filter(factor -> !Shapes.isScalar(factor)).count() > 1;
  }

  /// The formula behind a plus sign, where a leading sign needs a parenthesis.
  Box added(Expr term) {
    return term instanceof Product(List<Expr> factors)
        ? products.unsigned(factors).box()
        : piece(term).asTerm(false).box();
  }

  private Signed power(Power power) {
    if (ProductSetter.denominator(power).isPresent()) {
      return products.of(List.of(power));
    }
    if (power.exponent() instanceof Number(Rational exponent, _)
        && exponent.equals(Rational.HALF)) {
      return Signed.positive(calls.root(power.base()));
    }
    Piece base = piece(power.base()).asBase();
    Piece exponent = new Typesetter(Setting.SCRIPT).piece(power.exponent());
    boolean entrywise = !Shapes.isScalar(power.base());
    Box above = entrywise ? Boxes.row(ENTRYWISE, exponent.box()) : exponent.box();
    Box box = Boxes.raised(base.box(), above);
    boolean numeric = base.numeric() && exponent.numeric();
    return Signed.positive(new Piece(box, base.kind(), numeric, true));
  }

  private Piece derivative(Expr body, Quantity by) {
    Piece inner = piece(body);
    boolean bare =
        switch (inner.kind()) {
          case SUM, PRODUCT, NEGATIVE, SCIENTIFIC, QUOTIENT, CASES -> false;
          case MATRIX_PRODUCT, HADAMARD, INDEX_SUM -> false;
          case NUMBER, UNIT, NUMERIC_FRACTION, LETTER, CALLABLE_LETTER, WORD, PARTIAL -> true;
          case FRACTION, FENCE, BARS, CALL, OPERATOR, ROOT, DERIVATIVE, MATRIX -> true;
        };
    Box operator = names.partial(Optional.empty(), by).box();
    Box operand = bare ? inner.box() : inner.parenthesised().box();
    return Piece.of(Boxes.row(operator, Boxes.THIN_SPACE, operand), Kind.DERIVATIVE);
  }

  private static Piece cases(List<Branch> branches) {
    Typesetter inline = new Typesetter(Setting.INLINE);
    List<Box.Branch> boxes = new ArrayList<>();
    for (Branch branch : branches) {
      boxes.add(
          new Box.Branch(
              inline.piece(branch.value()).closed().box(), inline.condition(branch.condition())));
    }
    return Piece.of(Boxes.branches(boxes), Kind.CASES);
  }

  private Box condition(Condition condition) {
    if (condition.isOtherwise()) {
      return OTHERWISE;
    }
    List<Box> parts = new ArrayList<>();
    for (Comparison comparison : condition.comparisons()) {
      if (!parts.isEmpty()) {
        parts.add(Boxes.COMMA);
        parts.add(Break.PLAIN);
        parts.add(Boxes.THIN_SPACE);
      }
      parts.add(box(comparison.left()));
      parts.add(relation(comparison.relation()));
      parts.add(box(comparison.right()));
    }
    return Boxes.row(parts);
  }

  private static Box relation(Relation relation) {
    String sign =
        switch (relation) {
          case LESS -> "<";
          case AT_MOST -> "\\le";
          case EQUAL -> "=";
          case UNEQUAL -> "\\ne";
          case AT_LEAST -> "\\ge";
          case GREATER -> ">";
        };
    return new Glyph(sign, Size.line(1.34));
  }

  /// `a, b, c`
  Box listed(List<Expr> exprs) {
    List<Box> parts = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      if (i > 0) {
        parts.add(Boxes.COMMA);
        parts.add(Break.PLAIN);
      }
      Piece piece = piece(exprs.get(i));
      parts.add(i == exprs.size() - 1 ? piece.box() : piece.closed().box());
    }
    return Boxes.row(parts);
  }
}
