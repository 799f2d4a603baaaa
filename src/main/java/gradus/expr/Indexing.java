package gradus.expr;

import gradus.expr.Expr.Apply;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Index.Letter;
import gradus.expr.Operation.LogSumExp;
import gradus.expr.Operation.Maximum;
import gradus.expr.Operation.Range;
import gradus.expr.Operation.Softmax;
import gradus.expr.Operation.Total;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Letters for whole numbers within formulas: put others in for them, everywhere they stand.
public final class Indexing {
  private Indexing() {}

  /// Puts `value` in for a letter; a sum over that same letter keeps its own.
  ///
  /// The letters of `value` must not be those of a sum inside ([#boundLetters]).
  public static Expr with(Expr expr, Name letter, Index value) {
    return with(expr, other -> other.equals(Letter.of(letter)) ? value : Index.of(other));
  }

  public static Expr with(Expr expr, Function<Letter, Index> values) {
    return switch (expr) {
      case Ref(Symbol symbol) -> new Ref(with(symbol, values));
      case Whole(Index value) -> new Whole(value.with(values));
      case Kronecker(Index left, Index right) ->
          new Kronecker(left.with(values), right.with(values));
      case Entry(Expr operand, List<Index> indices) ->
          new Entry(with(operand, values), with(indices, values));
      case Apply(Operation operation, List<Expr> operands) ->
          new Apply(with(operation, values), Formulas.mapped(operands, part -> with(part, values)));
      case Call(Name function, List<Index> labels, List<Integer> orders, List<Expr> arguments) ->
          new Call(
              function,
              with(labels, values),
              orders,
              Formulas.mapped(arguments, part -> with(part, values)));
      case Derivative(Expr body, Quantity by) ->
          new Derivative(with(body, values), with(by, values));
      case IndexSum(Name bound, Index from, Index to, Expr body) -> {
        Expr inside = with(body, besides(List.of(bound), values));
        yield new IndexSum(bound, from.with(values), to.with(values), inside);
      }
      case ByEntries(List<Name> bound, Shape shape, Expr body) ->
          Formulas.byEntries(bound, shape.with(values), with(body, besides(bound, values)));
      case Expr.Number _, Expr.Sum _, Expr.Product _, Expr.Power _, Expr.Cases _, Expr.Matrix _ ->
          Formulas.mapChildren(expr, child -> with(child, values));
    };
  }

  private static Function<Letter, Index> besides(List<Name> bound, Function<Letter, Index> values) {
    return letter ->
        letter.labels().isEmpty() && bound.contains(letter.name())
            ? Index.of(letter)
            : values.apply(letter);
  }

  public static Symbol with(Symbol symbol, Function<Letter, Index> values) {
    return symbol.map(quantity -> with(quantity, values));
  }

  public static Partial with(Partial partial, Function<Letter, Index> values) {
    return partial.map(quantity -> with(quantity, values));
  }

  public static Quantity with(Quantity quantity, Function<Letter, Index> values) {
    return new Quantity(
        quantity.name(),
        with(quantity.labels(), values),
        with(quantity.indices(), values),
        quantity.shape().with(values));
  }

  private static List<Index> with(List<Index> all, Function<Letter, Index> values) {
    return all.isEmpty() ? all : Formulas.mapped(all, index -> index.with(values));
  }

  private static Operation with(Operation operation, Function<Letter, Index> values) {
    return switch (operation) {
      case Operation.Ones(Shape shape) -> new Operation.Ones(shape.with(values));
      case Operation.Identity(Index size) -> new Operation.Identity(size.with(values));
      case Operation.OneHot(Index size) -> new Operation.OneHot(size.with(values));
      case Operation.Slice(Range rows, Range columns) ->
          new Operation.Slice(with(rows, values), with(columns, values));
      case Operation.Padded(Shape shape, Range rows, Range columns) ->
          new Operation.Padded(shape.with(values), with(rows, values), with(columns, values));
      case Operation.Plain _, Total _, Maximum _, Softmax _, LogSumExp _ -> operation;
    };
  }

  private static Range with(Range range, Function<Letter, Index> values) {
    return new Range(range.from().with(values), range.to().with(values));
  }

  /// The letters of the sums and of the entry formulas inside a formula.
  public static Set<Name> boundLetters(Expr expr) {
    Set<Name> letters = new LinkedHashSet<>();
    Formulas.visit(
        expr,
        node -> {
          if (node instanceof IndexSum sum) {
            letters.add(sum.letter());
          } else if (node instanceof ByEntries byEntries) {
            letters.addAll(byEntries.letters());
          }
        });
    return letters;
  }

  /// Whether a letter stands free in the formula: in an index, a label, a size or a bound.
  public static boolean mentions(Expr expr, Name letter) {
    Set<Name> found = new LinkedHashSet<>();
    with(
        expr,
        other -> {
          found.add(other.name());
          return Index.of(other);
        });
    return found.contains(letter);
  }
}
