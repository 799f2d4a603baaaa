package gradus.calculus;

import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Entry;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Matrix;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Index;
import gradus.expr.Indexing;
import gradus.expr.MatrixProduct;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Range;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a formula passes down to a quantity: with G the adjoint of the formula's value, the adjoint
/// of the quantity, every other name held. Reverse mode inside one formula, one term for each
/// occurrence.
///
/// Functions stay as `g'(z)`; factors of 1 are dropped, nothing else is rearranged. Where
/// [MatrixHindrance] names a node there is no matrix spelling.
final class PassedDown {
  /// Of the names in a sum over a family: other members, to which nothing is passed down.
  private enum Held implements Name.Purpose {
    HELD
  }

  private final Quantity by;
  private final Functions functions;
  private final List<Expr> terms = new ArrayList<>();
  private final Set<Operation> operations = new LinkedHashSet<>();

  private PassedDown(Quantity by, Functions functions) {
    this.by = by;
    this.functions = functions;
  }

  static PassedDown to(Quantity by, Expr formula, Expr adjoint, Functions functions) {
    PassedDown down = new PassedDown(by, functions);
    down.pass(formula, adjoint);
    return down;
  }

  /// Of the shape of the quantity; 0 where it does not occur.
  Expr formula() {
    return Formulas.sum(terms);
  }

  /// The operations on the way, outermost first.
  List<Operation> operations() {
    return List.copyOf(operations);
  }

  private void pass(Expr formula, Expr adjoint) {
    if (!mentions(formula, by)) {
      return;
    }
    switch (formula) {
      case Ref(Symbol symbol) -> {
        if (symbol.equals(by)) {
          terms.add(adjoint);
        }
      }
      case Expr.Sum(List<Expr> parts) -> parts.forEach(part -> collect(part, adjoint));
      case Expr.Product(List<Expr> factors) -> product(factors, adjoint);
      case Power power -> power(power, adjoint);
      case Call call -> call(call, adjoint);
      case Cases(List<Branch> branches) -> cases(branches, adjoint);
      case Apply node -> apply(node, adjoint);
      case Entry(Expr operand, List<Index> indices) -> entry(operand, indices, adjoint);
      case Matrix(List<List<Expr>> rows) -> matrix(rows, adjoint);
      case IndexSum sum -> indexSum(sum, adjoint);
      case Expr.Number _, Expr.Whole _, Expr.Kronecker _ -> {}
      case Expr.ByEntries _, Expr.Derivative _ ->
          throw new IllegalArgumentException("nothing is passed down through " + formula);
    }
  }

  /// A part of an entrywise node; the smaller one collects.
  private void collect(Expr part, Expr adjoint) {
    pass(part, Collected.to(Shapes.of(part), adjoint));
  }

  private void product(List<Expr> factors, Expr adjoint) {
    for (int i = 0; i < factors.size(); i++) {
      if (mentions(factors.get(i), by)) {
        List<Expr> others = new ArrayList<>(List.of(adjoint));
        others.addAll(factors.subList(0, i));
        others.addAll(factors.subList(i + 1, factors.size()));
        collect(factors.get(i), MatrixProduct.hadamard(others));
      }
    }
  }

  private void power(Power power, Expr adjoint) {
    List<Expr> parts = List.of(power.base(), power.exponent());
    for (int i = 0; i < 2; i++) {
      if (mentions(parts.get(i), by)) {
        Expr outer = LocalDerivative.ofPower(power, i, functions);
        collect(parts.get(i), MatrixProduct.hadamard(List.of(adjoint, outer)));
      }
    }
  }

  private void call(Call call, Expr adjoint) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (mentions(call.arguments().get(i), by)) {
        Call outer = LocalDerivative.ofCall(call, i);
        collect(call.arguments().get(i), MatrixProduct.hadamard(List.of(adjoint, outer)));
      }
    }
  }

  /// Of each branch where its condition holds, elsewhere 0.
  private void cases(List<Branch> branches, Expr adjoint) {
    for (int i = 0; i < branches.size(); i++) {
      List<Branch> passed = new ArrayList<>();
      for (int j = 0; j < branches.size(); j++) {
        passed.add(new Branch(i == j ? adjoint : Formulas.ZERO, branches.get(j).condition()));
      }
      collect(branches.get(i).value(), new Cases(passed));
    }
  }

  private void apply(Apply node, Expr adjoint) {
    for (int i = 0; i < node.operands().size(); i++) {
      Expr operand = node.operands().get(i);
      if (mentions(operand, by)) {
        operations.add(node.operation());
        pass(operand, OperationRules.passedDown(node, i, adjoint));
      }
    }
  }

  private void entry(Expr operand, List<Index> indices, Expr adjoint) {
    Shape shape = Shapes.of(operand);
    Index row = indices.getFirst();
    Index column = indices.size() < 2 ? Index.ONE : indices.get(1);
    Operation padded = new Operation.Padded(shape, new Range(row, row), new Range(column, column));
    operations.add(new Operation.Slice(new Range(row, row), new Range(column, column)));
    pass(operand, Formulas.apply(padded, adjoint));
  }

  private void matrix(List<List<Expr>> rows, Expr adjoint) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).size(); j++) {
        pass(rows.get(i).get(j), OperationRules.entry(adjoint, Index.of(i + 1), Index.of(j + 1)));
      }
    }
  }

  /// What is in every term of the sum gets a sum; of a family `q[t]` the one term that `q[k]` is in
  /// is left. That k is in the range of t is up to the caller, unless all are numbers.
  private void indexSum(IndexSum sum, Expr adjoint) {
    PassedDown shared = to(by, sum.body(), adjoint, functions);
    operations.addAll(shared.operations);
    if (!shared.terms.isEmpty()) {
      terms.add(new IndexSum(sum.letter(), sum.from(), sum.to(), shared.formula()));
    }
    Expr own = held(sum.body(), sum.letter());
    for (Index at : LabelMatch.of(sum, by)) {
      PassedDown matched = to(by, Indexing.with(own, sum.letter(), at), adjoint, functions);
      operations.addAll(matched.operations);
      matched.terms.forEach(term -> terms.add(released(term)));
    }
  }

  /// Members of the family whose label is not the letter are others: their terms are shared.
  private Expr held(Expr body, Name letter) {
    return body instanceof Ref(Quantity other)
            && other.name().equals(by.name())
            && other.labels().stream().noneMatch(label -> label.mentions(letter))
        ? new Ref(named(other, by.name().servingAs(Held.HELD)))
        : Formulas.mapChildren(body, part -> held(part, letter));
  }

  private Expr released(Expr term) {
    return term instanceof Ref(Quantity other) && other.name().purpose() == Held.HELD
        ? new Ref(named(other, by.name()))
        : Formulas.mapChildren(term, this::released);
  }

  private static Quantity named(Quantity other, Name name) {
    return new Quantity(name, other.labels(), other.indices(), other.shape());
  }

  /// Whether a quantity of that name occurs, with whatever labels.
  static boolean mentions(Expr formula, Quantity by) {
    return Formulas.mentions(
        formula,
        symbol -> symbol instanceof Quantity quantity && quantity.name().equals(by.name()));
  }
}
