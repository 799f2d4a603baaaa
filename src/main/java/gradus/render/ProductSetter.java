package gradus.render;

import gradus.expr.Expr;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets products. A denominator takes the factors right before it as its numerator, but no
/// derivatives: `∂L/∂h · 1/n`, not `(∂L/∂h)/n`.
final class ProductSetter {
  private final Typesetter typesetter;
  private final MatrixSetter matrices;

  ProductSetter(Typesetter typesetter, MatrixSetter matrices) {
    this.typesetter = typesetter;
    this.matrices = matrices;
  }

  Signed of(List<Expr> factors) {
    Optional<Rational> leading = negativeNumber(factors);
    if (leading.isEmpty()) {
      return Signed.positive(unsigned(factors));
    }
    List<Expr> rest = new ArrayList<>(factors);
    Number number = (Number) rest.removeFirst();
    if (!leading.get().equals(Rational.MINUS_ONE)) {
      rest.addFirst(new Number(number.value().negated(), number.notation()));
    }
    return new Signed(true, isNegationOfLetters(rest) ? negated(rest) : unsigned(rest));
  }

  /// `-(-z)`, but `-(-1) · 5`, where -1 was put in for a name.
  private static boolean isNegationOfLetters(List<Expr> factors) {
    return negativeNumber(factors).filter(Rational.MINUS_ONE::equals).isPresent()
        && factors.stream().anyMatch(factor -> !Formulas.isConstant(factor));
  }

  private Piece negated(List<Expr> factors) {
    return of(factors).whole().parenthesised();
  }

  private static Optional<Rational> negativeNumber(List<Expr> factors) {
    return factors.size() > 1
            && factors.getFirst() instanceof Number(Rational value, _)
            && value.signum() < 0
        ? Optional.of(value)
        : Optional.empty();
  }

  /// With a negative first number in parentheses.
  Piece unsigned(List<Expr> factors) {
    List<Expr> entrywise = factors.stream().filter(factor -> !Shapes.isScalar(factor)).toList();
    if (entrywise.isEmpty()) {
      return Factors.beside(row(factors));
    }
    List<Expr> numbers = factors.stream().filter(Shapes::isScalar).toList();
    Piece matrix = entrywise(entrywise);
    return numbers.isEmpty() ? matrix : scaled(numbers, matrix);
  }

  private Piece entrywise(List<Expr> factors) {
    boolean single = factors.size() == 1 && denominator(factors.getFirst()).isEmpty();
    return single ? typesetter.piece(factors.getFirst()) : matrices.hadamard(factors);
  }

  /// Numbers stand before a matrix, `2 X^⊤ (X w - y)`.
  private Piece scaled(List<Expr> numbers, Piece matrix) {
    List<Piece> row = row(numbers);
    row.add(matrix);
    return Factors.beside(row);
  }

  private List<Piece> row(List<Expr> factors) {
    List<Piece> row = new ArrayList<>();
    List<Piece> below = new ArrayList<>();
    for (Expr factor : factors) {
      Optional<Expr> denominator = denominator(factor);
      if (denominator.isPresent()) {
        below.add(typesetter.piece(denominator.get()));
        continue;
      }
      closeFraction(row, below);
      row.add(typesetter.piece(factor));
    }
    closeFraction(row, below);
    return row;
  }

  /// What a factor with a negative exponent divides by.
  static Optional<Expr> denominator(Expr factor) {
    if (factor instanceof Power(Expr base, Number(Rational exponent, Notation notation))
        && exponent.signum() < 0) {
      Rational positive = exponent.negated();
      return Optional.of(positive.isOne() ? base : new Power(base, new Number(positive, notation)));
    }
    return Optional.empty();
  }

  private void closeFraction(List<Piece> row, List<Piece> below) {
    if (below.isEmpty()) {
      return;
    }
    int from = row.size();
    while (from > 0 && !isTall(row.get(from - 1))) {
      from--;
    }
    if (from == row.size() && from > 0 && isPutIn(row.getLast(), below)) {
      from--;
    }
    List<Piece> above = row.subList(from, row.size());
    Piece top = above.isEmpty() ? typesetter.piece(Formulas.ONE) : Factors.beside(above);
    Piece bottom = Factors.beside(below);
    above.clear();
    below.clear();
    row.add(fraction(top, bottom));
  }

  /// A fraction above numbers was put in for a letter that stands there.
  private static boolean isPutIn(Piece last, List<Piece> below) {
    return last.kind() == Kind.NUMERIC_FRACTION && below.stream().allMatch(Piece::numeric);
  }

  private static boolean isTall(Piece piece) {
    return piece.kind().isTall() || piece.box().height() > 1.9;
  }

  private Piece fraction(Piece top, Piece bottom) {
    boolean numeric = top.numeric() && bottom.numeric();
    if (typesetter.setting() == Setting.SCRIPT) {
      Box above = top.kind() == Kind.SUM ? top.parenthesised().box() : top.box();
      Box divisor =
          isProduct(bottom) ? bottom.parenthesised().box() : bottom.asFactor(false, true).box();
      Box box = Boxes.row(above, Boxes.SLASH, divisor);
      return new Piece(box, Kind.QUOTIENT, numeric, true);
    }
    Box box = Boxes.fraction(top.box(), bottom.box(), typesetter.setting());
    return new Piece(box, numeric ? Kind.NUMERIC_FRACTION : Kind.FRACTION, numeric, false);
  }

  private static boolean isProduct(Piece piece) {
    return piece.kind() == Kind.PRODUCT || piece.kind() == Kind.SCIENTIFIC;
  }
}
