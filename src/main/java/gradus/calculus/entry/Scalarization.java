package gradus.calculus.entry;

import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Whole;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One entry of a formula whose sizes and labels are numbers, written out into scalars: sums over
/// indices become sums, `[i = j]` becomes 1 or 0, softmax becomes exponentials.
///
/// Terms that `[i = j]` makes vanish are dropped; nothing else is simplified.
public final class Scalarization {
  private Scalarization() {}

  /// @param at whole numbers from 1, as many as the shape of the formula has axes
  /// @throws IllegalArgumentException if a letter is left
  public static Expr of(Expr formula, List<Integer> at) {
    return scalar(Entries.of(formula, at.stream().map(Index::of).toList(), Set.of()));
  }

  private static Expr scalar(Expr formula) {
    return switch (formula) {
      case Number _ -> formula;
      case Ref _ -> formula;
      case Whole(Index value) -> Number.of(number(value));
      case Kronecker(Index left, Index right) ->
          number(left) == number(right) ? Formulas.ONE : Formulas.ZERO;
      case IndexSum sum -> sum(sum);
      case Expr.Product(List<Expr> factors) -> product(factors);
      case Expr.Sum(List<Expr> terms) ->
          Formulas.sum(
              terms.stream()
                  .map(Scalarization::scalar)
                  .filter(term -> !Formulas.isZero(term))
                  .toList());
      case Cases(List<Branch> branches) -> cases(branches);
      case Apply(Operation operation, List<Expr> operands) ->
          opened(operation, operands, List.of());
      case Entry(Apply(Operation operation, List<Expr> operands), List<Index> indices) ->
          opened(operation, operands, indices);
      case Entry(Expr operand, List<Index> indices) ->
          of(operand, indices.stream().map(Scalarization::number).toList());
      case Expr.Power _, Expr.Call _ -> Formulas.mapChildren(formula, Scalarization::scalar);
      case Expr.Derivative(Expr body, Quantity by) -> new Expr.Derivative(scalar(body), by);
      case Expr.Matrix _, Expr.ByEntries _ ->
          throw new IllegalArgumentException("no scalar: " + formula);
    };
  }

  private static int number(Index index) {
    OptionalInt constant = index.constant();
    if (constant.isEmpty()) {
      throw new IllegalArgumentException("no number: " + index);
    }
    return constant.getAsInt();
  }

  private static Expr sum(IndexSum sum) {
    List<Expr> terms = new ArrayList<>();
    for (int i = number(sum.from()); i <= number(sum.to()); i++) {
      Expr term = scalar(IndexSubstitution.with(sum.body(), sum.letter(), Index.of(i)));
      if (!Formulas.isZero(term)) {
        terms.add(term);
      }
    }
    return Formulas.sum(terms);
  }

  private static Expr product(List<Expr> factors) {
    List<Expr> written = new ArrayList<>();
    for (Expr factor : factors) {
      Expr scalar = scalar(factor);
      if (Formulas.isZero(scalar)) {
        return Formulas.ZERO;
      }
      if (!(factor instanceof Kronecker)) {
        written.add(scalar);
      }
    }
    return Formulas.product(written);
  }

  /// Branches that numbers decide are decided.
  private static Expr cases(List<Branch> branches) {
    List<Branch> left = new ArrayList<>();
    for (Branch branch : branches) {
      Optional<Condition> condition = undecided(branch.condition());
      if (condition.isPresent()) {
        Expr value = scalar(branch.value());
        if (condition.get().isOtherwise() && left.isEmpty()) {
          return value;
        }
        left.add(new Branch(value, condition.get()));
        if (condition.get().isOtherwise()) {
          break;
        }
      }
    }
    return new Cases(left);
  }

  /// Without the comparisons that hold; empty if one does not.
  private static Optional<Condition> undecided(Condition condition) {
    List<Comparison> left = new ArrayList<>();
    for (Comparison comparison : condition.comparisons()) {
      Expr one = scalar(comparison.left());
      Expr other = scalar(comparison.right());
      if (!(one instanceof Number(var a, _)) || !(other instanceof Number(var b, _))) {
        left.add(new Comparison(one, comparison.relation(), other));
      } else if (!comparison.relation().holds(a.compareTo(b))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Condition(left));
  }

  /// What [Entries] leaves by name.
  private static Expr opened(Operation operation, List<Expr> operands, List<Index> at) {
    Expr operand = operands.getFirst();
    return switch (operation) {
      case Operation.Softmax(Along along) ->
          Formulas.quotient(
              exp(of(operand, at.stream().map(Scalarization::number).toList())),
              Formulas.sum(line(operand, along, at).stream().map(Scalarization::exp).toList()));
      case Operation.LogSumExp(Along along) ->
          Formulas.call(
              "log",
              Formulas.sum(line(operand, along, at).stream().map(Scalarization::exp).toList()));
      case Operation.Maximum(Along along) ->
          line(operand, along, at).reversed().stream()
              .reduce((right, left) -> Formulas.call("max", left, right))
              .orElseThrow();
      case Operation.Plain plain when plain == Operation.Plain.CHOSEN ->
          chosen(line(operand, Along.ALL, at), operands.getLast());
      case Operation.Plain _,
          Operation.Total _,
          Operation.Ones _,
          Operation.Identity _,
          Operation.OneHot _,
          Operation.Slice _,
          Operation.Padded _ ->
          throw new IllegalArgumentException("has an entry formula: " + operation);
    };
  }

  /// The entry itself where the label is a number, else cases.
  private static Expr chosen(List<Expr> entries, Expr label) {
    List<Branch> branches = new ArrayList<>();
    for (int i = 1; i <= entries.size(); i++) {
      Cases isLabel = (Cases) Entries.isLabel(label, Index.of(i));
      branches.add(new Branch(entries.get(i - 1), isLabel.branches().getFirst().condition()));
    }
    return scalar(new Cases(branches));
  }

  private static Expr exp(Expr argument) {
    return Formulas.call("exp", argument);
  }

  /// The entries that an operation runs over: all, or those of the row or column at an index.
  private static List<Expr> line(Expr operand, Along along, List<Index> at) {
    Shape shape = Shapes.of(operand);
    int rows = number(shape.rows());
    int columns = number(shape.columns());
    int row = at.isEmpty() ? 1 : number(at.getFirst());
    int column = at.size() < 2 ? 1 : number(at.get(1));
    List<Expr> entries = new ArrayList<>();
    for (int i = along == Along.ROWS ? row : 1; i <= (along == Along.ROWS ? row : rows); i++) {
      int last = along == Along.COLUMNS ? column : columns;
      for (int j = along == Along.COLUMNS ? column : 1; j <= last; j++) {
        entries.add(of(operand, List.of(i, j).subList(0, shape.axes().size())));
      }
    }
    return entries;
  }
}
