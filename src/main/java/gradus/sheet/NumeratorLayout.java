package gradus.sheet;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol.Partial;
import java.util.ArrayList;
import java.util.List;

/// Derivations with rows by what is derived: each derivative of a number is the transpose of what
/// it is in the shape of the variable, so that `∂L/∂z` is a row and the chain rule reads from left
/// to right, `∂L/∂z_2 · ∂z_2/∂z_1`.
///
/// Every line is transposed; `u ⊙ v` by a row becomes a product with a diagonal matrix.
final class NumeratorLayout {
  private NumeratorLayout() {}

  static Derivation of(Derivation derivation) {
    return new Derivation(
        derivation.graph(),
        derivation.adjoints().stream().map(NumeratorLayout::transposed).toList());
  }

  private static Adjoint transposed(Adjoint adjoint) {
    List<Step> steps = new ArrayList<>();
    for (Step step : adjoint.steps()) {
      Expr formula = transposed(step.formula());
      if (steps.isEmpty() || !formula.equals(steps.getLast().formula())) {
        steps.add(new Step(formula, step.reason()));
      }
    }
    return new Adjoint(
        adjoint.partial(),
        adjoint.contributions(),
        steps,
        steps.getLast().formula(),
        adjoint.alias(),
        adjoint.family());
  }

  /// Whether a derivative is laid out the other way round.
  static boolean turns(gradus.expr.Symbol symbol) {
    return symbol instanceof Partial(var of, var by, var reading)
        && reading == gradus.expr.Symbol.Reading.TOTAL
        && of.shape().isScalar()
        && !by.shape().isScalar();
  }

  private static Expr transposed(Expr formula) {
    if (Shapes.isScalar(formula)) {
      return kept(formula);
    }
    return switch (formula) {
      case Ref(var symbol) -> turns(symbol) ? formula : Formulas.transposed(formula);
      case Sum _ when !isGradient(formula) -> Formulas.transposed(formula);
      case Sum(List<Expr> terms) ->
          Formulas.sum(terms.stream().map(NumeratorLayout::transposed).toList());
      case Product(List<Expr> factors) -> product(factors);
      case IndexSum(var letter, var from, var to, Expr body) ->
          new IndexSum(letter, from, to, transposed(body));
      case Derivative _ -> formula;
      case Apply(Operation operation, List<Expr> operands) when operation == Plain.TRANSPOSE ->
          kept(operands.getFirst());
      case Apply(Operation operation, List<Expr> operands) when operation == Plain.MATRIX_PRODUCT ->
          Formulas.matrixProduct(
              operands.reversed().stream().map(NumeratorLayout::transposed).toList());
      case Apply _,
          Expr.Number _,
          Expr.Power _,
          Expr.Call _,
          Expr.Cases _,
          Expr.Whole _,
          Expr.Entry _,
          Expr.Matrix _,
          Expr.ByEntries _,
          Expr.Kronecker _ ->
          Formulas.transposed(kept(formula));
    };
  }

  /// Where the row stands: `∂L/∂h diag(f'(z))`.
  private static Expr product(List<Expr> factors) {
    List<Expr> numbers =
        factors.stream().filter(Shapes::isScalar).map(NumeratorLayout::kept).toList();
    List<Expr> wide = factors.stream().filter(factor -> !Shapes.isScalar(factor)).toList();
    List<Expr> rows = wide.stream().filter(NumeratorLayout::isGradient).toList();
    boolean diagonal = rows.size() == 1 && wide.stream().map(Shapes::of).allMatch(Shape::isVector);
    if (!diagonal) {
      List<Expr> all = new ArrayList<>(numbers);
      wide.forEach(factor -> all.add(transposed(factor)));
      return Formulas.product(all);
    }
    List<Expr> chain = new ArrayList<>();
    chain.add(transposed(rows.getFirst()));
    for (Expr factor : wide) {
      if (factor != rows.getFirst()) {
        chain.add(Formulas.apply(Plain.DIAGONAL_MATRIX, kept(factor)));
      }
    }
    List<Expr> all = new ArrayList<>(numbers);
    all.add(Formulas.matrixProduct(chain));
    return Formulas.product(all);
  }

  private static boolean isGradient(Expr factor) {
    return Formulas.mentions(factor, NumeratorLayout::turns);
  }

  /// Not transposed itself; derivatives in it are.
  private static Expr kept(Expr formula) {
    return formula instanceof Ref(var symbol) && turns(symbol)
        ? Formulas.transposed(formula)
        : Formulas.mapChildren(formula, NumeratorLayout::kept);
  }
}
