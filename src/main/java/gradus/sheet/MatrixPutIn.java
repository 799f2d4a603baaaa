package gradus.sheet;

import gradus.calculus.Functions;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Rational;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import gradus.expr.Value.Cause;
import gradus.expr.Value.Undefined;
import gradus.network.ArrayValue;
import gradus.sheet.Chain.Link;
import gradus.sheet.Chain.Relation;
import gradus.sheet.Figures.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Puts the matrices of one pass into formulas: `W x + b = (1 2 / 3 4) (5 / 6) + (0 / 1) = (17 /
/// 40)`.
final class MatrixPutIn {
  /// A sum over an index is written out up to this many terms.
  private static final int MOST_TERMS = 4;

  private final Map<Symbol, ArrayValue> gathered;
  private final Map<Symbol, Value> values;
  private final MatrixWorth worth;
  private final Figures figures;
  private final Predicate<Symbol> turned;

  /// @param values entry by entry
  /// @param gathered the same by whole quantities
  /// @param turned what is a row on the sheet
  MatrixPutIn(
      Functions functions,
      Map<Symbol, Value> values,
      Map<Symbol, ArrayValue> gathered,
      Figures figures,
      Predicate<Symbol> turned) {
    this.turned = turned;
    this.gathered = gathered;
    this.values = values;
    this.worth = new MatrixWorth(functions, values);
    this.figures = figures;
  }

  /// Empty where the pass has no value for the symbol.
  Optional<Figure> figure(Symbol symbol) {
    return rows(symbol).map(rows -> MatrixFigures.of(rows, figures));
  }

  Optional<List<List<Value>>> rows(Symbol symbol) {
    ArrayValue value = gathered.get(symbol);
    if (value != null) {
      return Optional.of(
          turned.test(symbol) ? MatrixFigures.transposed(value.rows()) : value.rows());
    }
    return Optional.ofNullable(values.get(symbol)).map(single -> List.of(List.of(single)));
  }

  /// The links behind a formula: numbers put in, value; none where the pass has no value.
  List<Link> links(Expr formula, Symbol symbol) {
    Optional<List<List<Value>>> value = rows(symbol).filter(rows -> !isMissing(rows));
    if (value.isEmpty()) {
      return List.of();
    }
    Figure result = MatrixFigures.of(value.get(), figures);
    List<Link> links = new ArrayList<>();
    Expr shown = formula;
    Optional<Expr> numbers = numbers(formula).filter(expr -> !expr.equals(formula));
    if (numbers.isPresent() && !isResult(numbers.get(), result)) {
      shown = numbers.get();
      links.add(link(areExact(formula), shown));
    }
    if (!shown.equals(result.number())) {
      boolean exact =
          shown.equals(formula)
              ? result.exact()
              : worth.of(shown).equals(worth.of(result.number()));
      links.add(link(exact, result.number()));
    }
    return links;
  }

  /// Whether some name in the formula has no value.
  boolean isUnknown(Expr formula) {
    return isMissing(worth.of(formula));
  }

  private static boolean isMissing(List<List<Value>> rows) {
    return rows.stream()
        .anyMatch(row -> row.stream().anyMatch(new Undefined(Cause.MISSING)::equals));
  }

  private static Link link(boolean exact, Expr right) {
    Relation relation = exact ? Relation.EQUAL : Relation.APPROXIMATELY;
    return new Link(relation, right, List.of(), List.of());
  }

  private boolean isResult(Expr numbers, Figure result) {
    return numbers instanceof Expr.Number || numbers instanceof Expr.Matrix
        ? worth.of(numbers).equals(worth.of(result.number()))
        : numbers.equals(result.number());
  }

  private boolean areExact(Expr formula) {
    return Formulas.symbols(formula).stream()
        .allMatch(symbol -> figure(symbol).map(Figure::exact).orElse(true));
  }

  /// Empty where something has no number, or where there would be too many.
  private Optional<Expr> numbers(Expr formula) {
    try {
      return Optional.of(put(formula));
    } catch (Unknown _) {
      return Optional.empty();
    }
  }

  private Expr put(Expr formula) {
    return switch (formula) {
      case Ref(Symbol symbol) -> figure(symbol).orElseThrow(Unknown::new).number();
      case Entry(Ref(Quantity quantity), List<Index> at) ->
          figure(quantity.entry(at)).orElseThrow(Unknown::new).number();
      case Call call when call.isDerivative() -> worked(call);
      case Expr.Whole(Index index) -> Expr.Number.of(index.constant().orElseThrow(Unknown::new));
      case Expr.Kronecker _ -> worked(formula);
      case Expr.Cases _ -> worked(formula);
      case Expr.Derivative _, Expr.ByEntries _ -> throw new Unknown();
      case IndexSum sum -> written(sum);
      case Apply(Operation operation, List<Expr> operands) -> put(operation, operands);
      case Product(List<Expr> factors) when factors.getFirst() instanceof Ref ->
          Formulas.product(withVisibleOne(factors.stream().map(this::put).toList()));
      case Expr.Number _, Expr.Sum _, Product _, Expr.Power _, Call _, Entry _, Expr.Matrix _ ->
          Formulas.mapChildren(formula, this::put);
    };
  }

  private Expr worked(Expr formula) {
    return MatrixFigures.of(worth.of(formula), figures).number();
  }

  /// Transposed numbers for a transposed name, ones for the vector of ones, one number for the
  /// entry at a class label.
  private Expr put(Operation operation, List<Expr> operands) {
    if (operation == Plain.TRANSPOSE && operands.getFirst() instanceof Ref(Symbol symbol)) {
      List<List<Value>> rows = rows(symbol).orElseThrow(Unknown::new);
      return MatrixFigures.of(MatrixFigures.transposed(rows), figures).number();
    }
    if (operation == Plain.CHOSEN
        || operation instanceof Operation.Ones
        || operation instanceof Operation.OneHot
        || operation instanceof Operation.Identity) {
      return worked(new Apply(operation, operands));
    }
    List<Expr> numbers = operands.stream().map(this::put).toList();
    return operation == Plain.MATRIX_PRODUCT ? product(numbers) : new Apply(operation, numbers);
  }

  /// Of a 1 x 1 matrix a number is left, which scales.
  private static Expr product(List<Expr> numbers) {
    List<Expr> matrices = numbers.stream().filter(part -> !Shapes.isScalar(part)).toList();
    if (matrices.size() == numbers.size()) {
      return new Apply(Plain.MATRIX_PRODUCT, numbers);
    }
    return Formulas.product(numbers);
  }

  private Expr written(IndexSum sum) {
    int from = sum.from().constant().orElseThrow(Unknown::new);
    int to = sum.to().constant().orElseThrow(Unknown::new);
    if (to - from >= MOST_TERMS || to < from) {
      throw new Unknown();
    }
    return Formulas.sum(
        IntStream.rangeClosed(from, to)
            .mapToObj(i -> put(Indexing.with(sum.body(), sum.letter(), Index.of(i))))
            .toList());
  }

  /// A value -1 in front stays a factor and does not become a mere sign.
  private static List<Expr> withVisibleOne(List<Expr> factors) {
    if (!Formulas.isNumber(factors.getFirst(), Rational.MINUS_ONE)) {
      return factors;
    }
    List<Expr> visible = new ArrayList<>(factors);
    visible.add(1, Formulas.ONE);
    return visible;
  }

  /// Something has no number.
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown() {
      super(null, null, false, false);
    }
  }
}
