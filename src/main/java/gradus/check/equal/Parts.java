package gradus.check.equal;

import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.ByEntries;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;

/// Names for the matrices inside formulas, so that written out entry by entry a product of many
/// matrices stays as long as it is typed.
///
/// What stands under the letter of a sum has another value for each of its numbers, and no name.
final class Parts {
  private final List<Definition> definitions = new ArrayList<>();

  /// Each after those it uses.
  List<Definition> definitions() {
    return List.copyOf(definitions);
  }

  void define(Definition definition) {
    definitions.add(new Definition(definition.symbol(), of(definition.formula())));
  }

  /// The formula with its parts by name.
  Expr of(Expr formula) {
    return switch (formula) {
      case IndexSum _, ByEntries _ -> formula;
      case Apply(Operation operation, List<Expr> factors)
          when operation == Operation.Plain.MATRIX_PRODUCT ->
          product(factors);
      case Apply(Operation operation, List<Expr> operands) ->
          new Apply(operation, operands.stream().map(this::named).toList());
      case Expr _ -> Formulas.mapChildren(formula, this::of);
    };
  }

  /// Two factors at a time, from the end where a vector stands.
  private Expr product(List<Expr> factors) {
    boolean fromRight = Shapes.of(factors.getLast()).columns().is(1);
    List<Expr> rest = new ArrayList<>(fromRight ? factors.reversed() : factors);
    Expr product = rest.removeFirst();
    for (Expr factor : rest) {
      Expr left = named(fromRight ? factor : product);
      Expr right = named(fromRight ? product : factor);
      product = Formulas.apply(Operation.Plain.MATRIX_PRODUCT, left, right);
    }
    return product;
  }

  private Expr named(Expr operand) {
    Shape shape = Shapes.of(operand);
    Expr formula = of(operand);
    if (shape.isScalar() || formula instanceof Ref) {
      return formula;
    }
    Quantity part = Quantity.of("part " + definitions.size()).shaped(shape);
    definitions.add(new Definition(part, formula));
    return new Ref(part);
  }
}
