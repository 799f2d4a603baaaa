package gradus.calculus.entry;

import gradus.calculus.indices.FreshLetters;
import gradus.calculus.indices.TakenNames;
import gradus.calculus.rule.Functions;
import gradus.calculus.rule.LocalDerivative;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Kronecker;
import gradus.expr.Expr.Matrix;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.IndexSubstitution;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Along;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The derivative of an entry formula by an entry: `∂W_ab/∂W_ij = [a = i][b = j]`, and from there
/// by the rules of sums, products and functions.
///
/// Two entries belong together if name and labels are equal; of `z[k]` and `z[k-1]` one is held.
/// Under a sum over labels that depends on the letter: `∂h[t]_a/∂h[k]_i = [t = k][a = i]`. Nothing
/// is collapsed here.
public final class EntryDerivative implements LocalDerivative.Leaves {
  private final Quantity by;
  private final Set<Name> summed;
  private final Set<Name> taken;

  private EntryDerivative(Quantity by, Set<Name> summed, Set<Name> taken) {
    this.by = by;
    this.summed = summed;
    this.taken = taken;
  }

  /// @param formula an entry formula; its sums must not run over letters of `by`
  /// @param taken letters that new sums must not run over
  public static Expr of(Expr formula, Quantity by, Functions functions, Set<Name> taken) {
    Set<Name> summed = IndexSubstitution.boundLetters(formula);
    Set<Name> all = new TakenNames(taken);
    all.addAll(summed);
    return LocalDerivative.of(formula, new EntryDerivative(by, summed, all), functions);
  }

  @Override
  public Expr of(Symbol symbol) {
    return symbol instanceof Quantity quantity && mayBe(quantity)
        ? LocalDerivative.times(
            List.of(equal(quantity.labels(), by.labels()), equal(quantity.indices(), by.indices())))
        : Formulas.ZERO;
  }

  private boolean mayBe(Quantity quantity) {
    return quantity.name().equals(by.name())
        && quantity.labels().size() == by.labels().size()
        && (quantity.labels().equals(by.labels())
            || quantity.labels().stream()
                .anyMatch(label -> summed.stream().anyMatch(label::mentions)));
  }

  @Override
  public Expr of(Expr node, UnaryOperator<Expr> derivative) {
    return switch (node) {
      case IndexSum(Name letter, Index from, Index to, Expr body) ->
          over(letter, from, to, derivative.apply(body));
      case Entry(Matrix(List<List<Expr>> rows), List<Index> at) -> literal(rows, at, derivative);
      case Entry(Apply(Operation operation, List<Expr> operands), List<Index> at) ->
          named(operation, operands, at, derivative);
      case Apply(Operation operation, List<Expr> operands) ->
          named(operation, operands, List.of(), derivative);
      default -> throw new IllegalStateException("no entry formula: " + node);
    };
  }

  private static Expr literal(
      List<List<Expr>> rows, List<Index> at, UnaryOperator<Expr> derivative) {
    List<List<Expr>> derived =
        rows.stream()
            .map(row ->
                row.stream()
                    .map(entry -> derivative.apply(Entries.of(entry, List.of(), Set.of())))
                    .toList())
            .toList();
    return derived.stream().allMatch(row -> row.stream().allMatch(Formulas::isZero))
        ? Formulas.ZERO
        : new Entry(new Matrix(derived), at);
  }

  /// What [Entries] leaves by name; the sum of the chain rule runs over the entries of the operand.
  private Expr named(
      Operation operation, List<Expr> operands, List<Index> at, UnaryOperator<Expr> derivative) {
    Expr operand = operands.getFirst();
    Line line = line(operand, along(operation), at);
    Expr rule = EntryRule.of(new Apply(operation, operands), at, line.position(), taken);
    return chained(rule, operand, line, derivative);
  }

  /// Along which entries of its operand one entry of the operation depends.
  private static Along along(Operation operation) {
    return switch (operation) {
      case Operation.Softmax(Along along) -> along;
      case Operation.LogSumExp(Along along) -> along;
      case Operation.Maximum(Along along) -> along;
      case Operation.Plain plain when plain == Operation.Plain.CHOSEN -> Along.ALL;
      case Operation.Plain _,
          Operation.Total _,
          Operation.Ones _,
          Operation.Identity _,
          Operation.OneHot _,
          Operation.Slice _,
          Operation.Padded _ ->
          throw new IllegalStateException("has an entry formula: " + operation);
    };
  }

  private Expr chained(Expr rule, Expr operand, Line line, UnaryOperator<Expr> derivative) {
    Expr entry = Entries.of(operand, line.position(), taken);
    taken.addAll(IndexSubstitution.boundLetters(entry));
    Expr inner = derivative.apply(entry);
    if (Formulas.isZero(inner)) {
      return Formulas.ZERO;
    }
    Expr sum = Formulas.isOne(inner) ? rule : Formulas.product(rule, inner);
    for (int i = line.letters().size() - 1; i >= 0; i--) {
      sum = over(line.letters().get(i), Index.ONE, line.lengths().get(i), sum);
    }
    return sum;
  }

  private static Expr over(Name letter, Index from, Index to, Expr body) {
    return Formulas.isZero(body) ? Formulas.ZERO : new IndexSum(letter, from, to, body);
  }

  /// The entries of an operand that one result depends on, as a position with new letters in it.
  private record Line(List<Index> position, List<Name> letters, List<Index> lengths) {}

  private Line line(Expr operand, Along along, List<Index> at) {
    Shape shape = Shapes.of(operand);
    List<Index> position = new ArrayList<>();
    List<Name> letters = new ArrayList<>();
    List<Index> lengths = new ArrayList<>();
    for (int axis = 0; axis < shape.axes().size(); axis++) {
      Index length = shape.axes().get(axis);
      boolean moves = along == Along.ALL || (along == Along.ROWS) == (axis == 1);
      if (length.is(1)) {
        position.add(Index.ONE);
      } else if (moves) {
        Name letter = FreshLetters.preferring(List.of(), taken).next();
        taken.add(letter);
        position.add(Index.of(letter));
        letters.add(letter);
        lengths.add(length);
      } else {
        position.add(at.get(axis));
      }
    }
    return new Line(position, letters, lengths);
  }

  /// Whether two positions are the same, as a product of `[a = i]`.
  static Expr equal(List<Index> left, List<Index> right) {
    List<Expr> factors = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      Index difference = left.get(i).minus(right.get(i));
      if (!difference.constant().isPresent()) {
        factors.add(new Kronecker(left.get(i), right.get(i)));
      } else if (!difference.is(0)) {
        return Formulas.ZERO;
      }
    }
    return Formulas.product(factors);
  }
}
