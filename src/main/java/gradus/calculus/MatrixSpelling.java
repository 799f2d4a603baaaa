package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Entry formulas in the spelling of matrices: `Σ_i W_ij z_i` for all j is `W' z`, `Σ_j (y_j -
/// t_j)²` is `norm2(y - t)^2`.
///
/// Limit: sums run over whole axes, and every part mentions at most two letters, each once as the
/// index of a name; a sum whose factors tie three letters together has no matrix spelling.
public final class MatrixSpelling {
  /// How far each letter runs, from 1.
  private final Map<Name, Index> lengths = new HashMap<>();

  private MatrixSpelling() {}

  /// The formula without index sums and entry formulas; empty where it has no such spelling.
  public static Optional<Expr> of(Expr formula) {
    return new MatrixSpelling().whole(formula);
  }

  private Optional<Expr> whole(Expr formula) {
    return switch (formula) {
      case ByEntries(List<Name> letters, Shape shape, Expr body) -> {
        for (int axis = 0; axis < letters.size(); axis++) {
          lengths.put(letters.get(axis), shape.axes().get(axis));
        }
        yield spelled(body, letters).filter(whole -> Shapes.of(whole).equals(shape));
      }
      case IndexSum sum -> isOverMembers(sum) ? mapped(sum, this::whole) : spelled(sum, List.of());
      case Expr.Number _, Expr.Ref _, Expr.Whole _, Expr.Kronecker _, Expr.Derivative _ ->
          Optional.of(formula);
      case Expr.Sum _,
          Product _,
          Power _,
          Expr.Call _,
          Expr.Cases _,
          Apply _,
          Entry _,
          Expr.Matrix _ ->
          mapped(formula, this::whole);
    };
  }

  /// Whether the letter counts members of families and no entries: `Σ_t norm2(h[t] - y[t])^2` stays
  /// a sum.
  private static boolean isOverMembers(IndexSum sum) {
    return !Formulas.anyMatch(sum.body(), part -> isIndexed(part, sum.letter()))
        && mentions(sum.body(), sum.letter());
  }

  /// Whether the letter counts entries in the node itself.
  private static boolean isIndexed(Expr node, Name letter) {
    return switch (node) {
      case Entry(_, List<Index> indices) ->
          indices.stream().anyMatch(index -> index.mentions(letter));
      case Expr.Whole(Index value) -> value.mentions(letter);
      case Expr.Kronecker(Index left, Index right) ->
          left.mentions(letter) || right.mentions(letter);
      case Expr.Ref(Quantity quantity) ->
          quantity.indices().stream().anyMatch(index -> index.mentions(letter));
      case Expr _ -> false;
    };
  }

  private static Optional<Expr> mapped(
      Expr formula, java.util.function.Function<Expr, Optional<Expr>> change) {
    List<Expr> changed = new ArrayList<>();
    Formulas.children(formula).forEach(child -> change.apply(child).ifPresent(changed::add));
    if (changed.size() < Formulas.children(formula).size()) {
      return Optional.empty();
    }
    var next = changed.iterator();
    return Optional.of(Formulas.mapChildren(formula, _ -> next.next()));
  }

  /// The matrix whose entry at the letters is the formula: one letter for a column, two for rows
  /// and columns. A part that does not mention a letter has the length 1 along it.
  private Optional<Expr> spelled(Expr formula, List<Name> letters) {
    if (letters.stream().noneMatch(letter -> mentions(formula, letter))
        && !(formula instanceof IndexSum)) {
      return whole(formula);
    }
    return switch (formula) {
      case Entry(Expr operand, List<Index> indices) -> entry(operand, indices, letters);
      case IndexSum sum -> sum(sum, letters);
      case Product _ -> mapped(formula, part -> spelled(part, letters)).flatMap(this::product);
      case Sum _, Power _, Expr.Call _ ->
          mapped(formula, part -> spelled(part, letters)).filter(MatrixSpelling::fits);
      case Expr.Number _,
          Expr.Ref _,
          Expr.Whole _,
          Expr.Kronecker _,
          Expr.Cases _,
          Expr.Derivative _,
          Expr.Matrix _,
          ByEntries _,
          Apply _ ->
          Optional.empty();
    };
  }

  /// Where columns meet rows, `x_i y_j` is `x y'`.
  private Optional<Expr> product(Expr product) {
    if (fits(product)) {
      return Optional.of(product);
    }
    List<Expr> columns = new ArrayList<>();
    List<Expr> rows = new ArrayList<>();
    for (Expr factor : Formulas.children(product)) {
      (Shapes.of(factor).isRow() ? rows : columns).add(factor);
    }
    Expr column = Formulas.product(columns);
    return fits(column) && Shapes.of(column).isVector()
        ? Optional.of(times(column, Formulas.product(rows)))
        : Optional.empty();
  }

  private static boolean fits(Expr formula) {
    Shape shape = Shape.SCALAR;
    for (Expr part : Formulas.children(formula)) {
      if (!Shapes.fit(shape, Shapes.of(part))) {
        return false;
      }
      shape = Shapes.together(shape, Shapes.of(part));
    }
    return true;
  }

  /// In a label too: `Σ_t E[t]` has as many terms as it has.
  private static boolean mentions(Expr formula, Name letter) {
    return Indexing.mentions(formula, letter);
  }

  private Optional<Expr> entry(Expr operand, List<Index> indices, List<Name> letters) {
    Shape shape = Shapes.of(operand);
    List<Integer> places = new ArrayList<>();
    for (int axis = 0; axis < indices.size(); axis++) {
      int place = letters.stream().map(Index::of).toList().indexOf(indices.get(axis));
      if (place < 0 || !shape.axes().get(axis).equals(lengths.get(letters.get(place)))) {
        return Optional.empty();
      }
      places.add(place);
    }
    if (places.equals(List.of(0)) || places.equals(List.of(0, 1))) {
      return Optional.of(operand);
    }
    if (places.equals(List.of(1)) || places.equals(List.of(1, 0))) {
      return Optional.of(Formulas.transposed(operand));
    }
    return places.equals(List.of(0, 0)) && letters.size() == 1
        ? Optional.of(Formulas.apply(Plain.DIAGONAL, operand))
        : Optional.empty();
  }

  private Optional<Expr> sum(IndexSum sum, List<Name> letters) {
    if (!sum.from().is(1) || lengths.containsKey(sum.letter())) {
      return Optional.empty();
    }
    lengths.put(sum.letter(), sum.to());
    Optional<Expr> spelled = contracted(sum.letter(), sum.body(), letters);
    lengths.remove(sum.letter());
    return spelled;
  }

  /// Σ over the letter: factors without it stand in front; those with a row letter make a matrix
  /// from the left, those with a column letter one from the right.
  private Optional<Expr> contracted(Name over, Expr body, List<Name> letters) {
    if (body instanceof Sum(List<Expr> terms)) {
      return mapped(new Sum(terms), term -> contracted(over, term, letters));
    }
    List<Expr> free = new ArrayList<>();
    List<Expr> left = new ArrayList<>();
    List<Expr> alone = new ArrayList<>();
    List<Expr> right = new ArrayList<>();
    for (Expr factor : body instanceof Product(List<Expr> factors) ? factors : List.of(body)) {
      boolean inRow = !letters.isEmpty() && mentions(factor, letters.getFirst());
      boolean inColumn = letters.size() > 1 && mentions(factor, letters.get(1));
      if (!mentions(factor, over)) {
        free.add(factor);
      } else if (inRow && inColumn) {
        return Optional.empty();
      } else {
        (inRow ? left : inColumn ? right : alone).add(factor);
      }
    }
    Optional<Expr> core = core(over, left, alone, right, letters);
    return free.isEmpty()
        ? core
        : core.flatMap(inner ->
            spelled(Formulas.product(free), letters)
                .map(outer -> Formulas.product(outer, inner))
                .filter(MatrixSpelling::fits));
  }

  private Optional<Expr> core(
      Name over, List<Expr> left, List<Expr> alone, List<Expr> right, List<Name> letters) {
    if (left.isEmpty() && right.isEmpty()) {
      return total(over, alone);
    }
    if (left.isEmpty()) {
      List<Name> columns = List.of(over, letters.get(1));
      Optional<Expr> rest = spelled(Formulas.product(right), columns);
      return alone.isEmpty()
          ? rest.map(r -> Formulas.apply(new Operation.Total(Along.COLUMNS), r))
          : vector(over, alone).flatMap(v -> rest.map(r -> times(Formulas.transposed(v), r)));
    }
    Optional<Expr> rows = spelled(Formulas.product(left), List.of(letters.getFirst(), over));
    if (right.isEmpty()) {
      return alone.isEmpty()
          ? rows.map(r -> Formulas.apply(new Operation.Total(Along.ROWS), r))
          : vector(over, alone).flatMap(v -> rows.map(r -> times(r, v)));
    }
    List<Expr> behind = new ArrayList<>(alone);
    behind.addAll(right);
    return spelled(Formulas.product(behind), List.of(over, letters.get(1)))
        .flatMap(columns -> rows.map(r -> times(r, columns)));
  }

  private Optional<Expr> vector(Name over, List<Expr> factors) {
    return spelled(Formulas.product(factors), List.of(over));
  }

  private static Expr times(Expr left, Expr right) {
    return Formulas.matrixProduct(List.of(left, right));
  }

  /// Σ_i 1 is the number of its terms, Σ_i u_i v_i is `dot(u, v)`, Σ_i u_i² `norm2(u)^2`, any other
  /// sum `sum(u)`.
  private Optional<Expr> total(Name over, List<Expr> factors) {
    if (factors.isEmpty()) {
      return Optional.of(new Expr.Whole(Objects.requireNonNull(lengths.get(over))));
    }
    if (factors.size() == 2) {
      Optional<Expr> first = vector(over, factors.subList(0, 1));
      Optional<Expr> second = vector(over, factors.subList(1, 2));
      return first.flatMap(u -> second.map(v -> Formulas.apply(Plain.DOT, u, v)));
    }
    return vector(over, factors)
        .map(v ->
            switch (v) {
              case Power(Expr base, Number(Rational exponent, _))
                  when exponent.equals(Rational.of(2)) ->
                  Formulas.apply(Plain.SQUARED_NORM, base);
              case Apply(Operation.Total(Along along), List<Expr> operands)
                  when along == Along.ROWS ->
                  new Apply(new Operation.Total(Along.ALL), operands);
              case Expr _ -> Formulas.apply(new Operation.Total(Along.ALL), v);
            });
  }
}
