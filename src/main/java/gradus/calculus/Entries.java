package gradus.calculus;

import gradus.expr.Condition;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Operation.Plain;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The entry formula of a matrix formula: what stands in row `i`, column `j`, in entries of what it
/// refers to. This is the meaning of every operation; values are those of entry formulas.
///
/// Softmax, log-sum-exp, maximum and the entry at a class label keep their names, as
/// `softmax(z)_i`: their derivatives are rules of their own. [WrittenOut] opens them where indices
/// are numbers.
public final class Entries {
  private final FreshLetters letters;

  private Entries(FreshLetters letters) {
    this.letters = letters;
  }

  /// @param at as many indices as the shape of the formula has axes
  /// @param taken letters that sums must not run over: those of `at` need not be among them
  public static Expr of(Expr formula, List<Index> at, Set<Name> taken) {
    FreshLetters letters = FreshLetters.besides(formula, at, taken);
    return new Entries(letters).entry(formula, Position.of(at));
  }

  /// A row and a column; a column vector has its entries in column 1.
  ///
  /// @param further along the axes of derivatives by or of matrices
  record Position(Index row, Index column, List<Index> further) {
    static final Position ONLY = new Position(Index.ONE, Index.ONE);

    Position(Index row, Index column) {
      this(row, column, List.of());
    }

    static Position of(List<Index> at) {
      return new Position(
          at.isEmpty() ? Index.ONE : at.getFirst(),
          at.size() < 2 ? Index.ONE : at.get(1),
          at.size() < 3 ? List.of() : List.copyOf(at.subList(2, at.size())));
    }

    /// Along a literal axis of 1, what goes with longer ones entry by entry has only one index.
    Position within(Shape shape) {
      return new Position(
          shape.rows().is(1) ? Index.ONE : row, shape.columns().is(1) ? Index.ONE : column);
    }

    /// The indices of an entry of that shape; along a literal axis of 1 there is only one.
    List<Index> in(Shape shape) {
      Index row = shape.rows().is(1) ? Index.ONE : this.row;
      return switch (shape.axes().size()) {
        case 0 -> List.of();
        case 1 -> List.of(row);
        case 2 -> List.of(row, column);
        default -> {
          List<Index> all = new ArrayList<>(List.of(row, column));
          all.addAll(further);
          yield List.copyOf(all);
        }
      };
    }
  }

  private Expr entry(Expr formula, Position at) {
    return switch (formula) {
      case Expr.Number _, Whole _, Kronecker _ -> formula;
      case Ref(Symbol symbol) -> new Ref(entry(symbol, at));
      case Apply(Operation operation, List<Expr> operands) -> entry(operation, operands, at);
      case Entry(Expr operand, List<Index> indices) -> entry(operand, Position.of(indices));
      case Matrix(List<List<Expr>> rows) -> entry(rows, at);
      case IndexSum sum -> entry(sum, at);
      case ByEntries byEntries -> entry(byEntries, at);
      case Expr.Sum _, Expr.Product _, Power _, Expr.Call _, Cases _ ->
          Formulas.mapChildren(formula, part -> entry(part, at));
      case Expr.Derivative(Expr body, Quantity by) -> derivative(body, by, at);
    };
  }

  /// Of the derivative by a vector or matrix: the one by an entry of it.
  private Expr derivative(Expr body, Quantity by, Position at) {
    Shape shape = Shapes.of(body);
    List<Index> indices = at.in(shape.times(by.shape()));
    int split = shape.axes().size();
    return new Expr.Derivative(
        entry(body, Position.of(indices.subList(0, split))),
        by.entry(indices.subList(split, indices.size())));
  }

  private Expr entry(IndexSum sum, Position at) {
    Name letter = sum.letter();
    if (!at.row().mentions(letter) && !at.column().mentions(letter)) {
      return new IndexSum(letter, sum.from(), sum.to(), entry(sum.body(), at));
    }
    Name other = letters.next();
    Expr body = Indexing.with(sum.body(), letter, Index.of(other));
    return new IndexSum(other, sum.from(), sum.to(), entry(body, at));
  }

  /// The indices take the places of the letters; two letters may trade places.
  private Expr entry(ByEntries byEntries, Position at) {
    List<Index> indices = at.in(byEntries.shape());
    Expr apart = apart(byEntries.body(), at);
    return entry(
        Indexing.with(
            apart,
            letter -> {
              int axis =
                  letter.labels().isEmpty() ? byEntries.letters().indexOf(letter.name()) : -1;
              return axis < 0 ? Index.of(letter) : indices.get(axis);
            }),
        Position.ONLY);
  }

  /// With other letters in sums that would catch those of the indices.
  private Expr apart(Expr formula, Position at) {
    Expr inner = Formulas.mapChildren(formula, part -> apart(part, at));
    if (inner instanceof IndexSum(Name letter, Index from, Index to, Expr body)
        && (at.row().mentions(letter) || at.column().mentions(letter))) {
      Name other = letters.next();
      return new IndexSum(other, from, to, Indexing.with(body, letter, Index.of(other)));
    }
    return inner;
  }

  private static Symbol entry(Symbol symbol, Position at) {
    return symbol.entry(at.in(symbol.shape()));
  }

  /// By its name where the index is a letter, or beyond the matrix: in a branch that is not taken.
  private Expr entry(List<List<Expr>> typed, Position at) {
    List<List<Expr>> rows =
        typed.stream()
            .map(row -> row.stream().map(one -> entry(one, Position.ONLY)).toList())
            .toList();
    Matrix matrix = new Matrix(rows);
    List<Index> indices = at.in(Shapes.of(matrix));
    Position inside = Position.of(indices);
    int row = inside.row().constant().orElse(0);
    int column = inside.column().constant().orElse(0);
    boolean isInside =
        row >= 1 && row <= rows.size() && column >= 1 && column <= rows.getFirst().size();
    return isInside ? rows.get(row - 1).get(column - 1) : new Entry(matrix, indices);
  }

  private Expr entry(Operation operation, List<Expr> operands, Position at) {
    return switch (operation) {
      case Plain plain -> entry(plain, operands, at);
      case Operation.Total(Along along) -> total(operands.getFirst(), along, at);
      case Operation.Maximum _, Operation.Softmax _, Operation.LogSumExp _ -> {
        Apply whole = new Apply(operation, operands);
        List<Index> indices = at.in(Shapes.of(whole));
        yield indices.isEmpty() ? whole : new Entry(whole, indices);
      }
      case Operation.Ones _ -> Formulas.ONE;
      case Operation.Identity _ -> new Kronecker(at.row(), at.column());
      case Operation.OneHot _ -> isLabel(operands.getFirst(), at.row());
      case Operation.Slice(Range rows, Range columns) -> {
        Position inSlice = at.within(Shape.matrix(rows.length(), columns.length()));
        yield entry(
            operands.getFirst(),
            new Position(inside(rows, inSlice.row()), inside(columns, inSlice.column())));
      }
      case Operation.Padded(Shape shape, Range rows, Range columns) ->
          padded(operands.getFirst(), rows, columns, at.within(shape));
    };
  }

  /// The index in the whole of an index in the slice.
  private static Index inside(Range range, Index index) {
    return range.from().plus(index).plus(-1);
  }

  private Expr padded(Expr operand, Range rows, Range columns, Position at) {
    Position inner =
        new Position(
            at.row().minus(rows.from()).plus(1), at.column().minus(columns.from()).plus(1));
    List<Condition.Comparison> inside = new ArrayList<>();
    inside.addAll(within(at.row(), rows));
    inside.addAll(within(at.column(), columns));
    return new Cases(
        List.of(
            new Branch(entry(operand, inner), new Condition(inside)),
            new Branch(Formulas.ZERO, Condition.OTHERWISE)));
  }

  private static List<Condition.Comparison> within(Index index, Range range) {
    return List.of(
        new Condition.Comparison(new Whole(index), Relation.AT_LEAST, new Whole(range.from())),
        new Condition.Comparison(new Whole(index), Relation.AT_MOST, new Whole(range.to())));
  }

  private Expr entry(Plain operation, List<Expr> operands, Position at) {
    Expr first = operands.getFirst();
    Shape shape = Shapes.of(first);
    return switch (operation) {
      case MATRIX_PRODUCT -> product(operands, at);
      case TRANSPOSE -> entry(first, new Position(at.column(), at.row()));
      case DOT -> sum(shape, p -> Formulas.product(entry(first, p), entry(operands.get(1), p)));
      case SQUARED_NORM -> squares(first, shape);
      case NORM2 -> Formulas.call("sqrt", squares(first, shape));
      case NORM1 -> sum(shape, p -> Formulas.call("abs", entry(first, p)));
      case DIAGONAL_MATRIX ->
          Formulas.product(
              new Kronecker(at.row(), at.column()),
              entry(first, new Position(at.row(), Index.ONE)));
      case DIAGONAL -> entry(first, new Position(at.row(), at.row()));
      case TRACE -> overLetter(Index.ONE, shape.rows(), i -> entry(first, new Position(i, i)));
      case CONCAT -> concatenated(operands, at);
      case CHOSEN -> new Apply(operation, operands);
    };
  }

  private Expr squares(Expr operand, Shape shape) {
    return sum(shape, p -> new Power(entry(operand, p), Expr.Number.of(2)));
  }

  /// 1 where the class label is the index, else 0.
  static Expr isLabel(Expr label, Index index) {
    Condition equal =
        ClassLabel.of(label)
            .map(shifted ->
                Condition.of(new Ref(shifted.name()), Relation.EQUAL, new Whole(shifted.at(index))))
            .orElseGet(() -> Condition.of(label, Relation.EQUAL, new Whole(index)));
    return new Cases(
        List.of(new Branch(Formulas.ONE, equal), new Branch(Formulas.ZERO, Condition.OTHERWISE)));
  }

  private Expr total(Expr operand, Along along, Position at) {
    Shape shape = Shapes.of(operand);
    return switch (along) {
      case ALL -> sum(shape, p -> entry(operand, p));
      case ROWS ->
          overLetter(Index.ONE, shape.columns(), j -> entry(operand, new Position(at.row(), j)));
      case COLUMNS ->
          overLetter(Index.ONE, shape.rows(), i -> entry(operand, new Position(i, at.column())));
    };
  }

  /// Over all entries of a shape.
  private Expr sum(Shape shape, java.util.function.Function<Position, Expr> term) {
    return overLetter(
        Index.ONE,
        shape.rows(),
        i -> overLetter(Index.ONE, shape.columns(), j -> term.apply(new Position(i, j))));
  }

  /// `A * B * C` in row i, column j: Σ_l A_il Σ_m B_lm C_mj.
  private Expr product(List<Expr> factors, Position at) {
    Expr first = factors.getFirst();
    if (factors.size() == 1) {
      return entry(first, at);
    }
    return overLetter(
        Index.ONE,
        Shapes.of(first).columns(),
        l ->
            Formulas.product(
                entry(first, new Position(at.row(), l)),
                product(factors.subList(1, factors.size()), new Position(l, at.column()))));
  }

  /// A sum over a letter that is new here; over a range of one number it is the term itself.
  private Expr overLetter(Index from, Index to, java.util.function.Function<Index, Expr> body) {
    if (from.equals(to)) {
      return body.apply(from);
    }
    Name letter = letters.next();
    return new IndexSum(letter, from, to, body.apply(Index.of(letter)));
  }

  /// The part that the index lies in; for a letter, cases.
  private Expr concatenated(List<Expr> parts, Position at) {
    boolean sideBySide = Shapes.isSideBySide(parts);
    Index index = sideBySide ? at.column() : at.row();
    List<Branch> branches = new ArrayList<>();
    Index before = Index.ZERO;
    for (Expr part : parts) {
      Index inside = index.minus(before);
      Position position =
          sideBySide ? new Position(at.row(), inside) : new Position(inside, at.column());
      before = before.plus(length(part, sideBySide));
      Condition condition = Condition.of(new Whole(index), Relation.AT_MOST, new Whole(before));
      branches.add(new Branch(entry(part, position), condition));
    }
    Branch last = branches.removeLast();
    branches.add(new Branch(last.value(), Condition.OTHERWISE));
    return new Cases(branches);
  }

  private static Index length(Expr part, boolean sideBySide) {
    Shape shape = Shapes.of(part);
    return sideBySide ? shape.columns() : shape.rows();
  }
}
