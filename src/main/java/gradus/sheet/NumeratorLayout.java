package gradus.sheet;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Alias;
import gradus.calculus.Derivation.Step;
import gradus.expr.Expr;
import gradus.expr.Expr.Apply;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.IndexSum;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Operation;
import gradus.expr.Operation.Plain;
import gradus.expr.Register;
import gradus.expr.Shape;
import gradus.expr.Shapes;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Derivations with rows by what is derived: each derivative of a number is the transpose of what
/// it is in the shape of the variable, so that `∂L/∂z` is a row and the chain rule reads from left
/// to right, `∂L/∂z_2 · ∂z_2/∂z_1`.
///
/// Every line is transposed; `u ⊙ v` by a row becomes a product with a diagonal matrix.
public final class NumeratorLayout {
  private final Set<Name> rows;

  private NumeratorLayout(Set<Name> rows) {
    this.rows = Set.copyOf(rows);
  }

  /// @param aliases names of derivatives, which are laid out like these
  static NumeratorLayout of(Collection<Alias> aliases) {
    return new NumeratorLayout(
        aliases.stream()
            .filter(alias -> isGradient(alias.partial()))
            .map(alias -> alias.name().name())
            .collect(Collectors.toSet()));
  }

  private static NumeratorLayout in(Derivation derivation) {
    return of(derivation.adjoints().stream().flatMap(a -> a.alias().stream()).toList());
  }

  public static Derivation of(Derivation derivation) {
    NumeratorLayout layout = in(derivation);
    return new Derivation(
        derivation.graph(),
        Register.of(
            derivation.adjoints().stream().map(layout::transposed).toList(), Adjoint::partial),
        derivation.jacobians(),
        derivation.paths());
  }

  private Adjoint transposed(Adjoint adjoint) {
    List<Step> steps = new ArrayList<>();
    for (Step step : adjoint.steps()) {
      Expr formula = transposed(step.formula());
      if (steps.isEmpty() || !formula.equals(steps.getLast().formula())) {
        steps.add(new Step(formula, step.reason()));
      }
    }
    return with(steps, adjoint);
  }

  /// The same in the shape of the variables again, to be compared with differences: whatever is a
  /// row is written as the transpose of the column, and the whole line transposed.
  public static Derivation turnedBack(Derivation laidOut) {
    NumeratorLayout layout = in(laidOut);
    return new Derivation(
        laidOut.graph(), laidOut.adjoints().stream().map(layout::turnedBack).toList());
  }

  private Adjoint turnedBack(Adjoint adjoint) {
    List<Step> steps = new ArrayList<>();
    for (Step step : adjoint.steps()) {
      Expr line = byColumns(step.formula());
      steps.add(new Step(turns(adjoint.partial()) ? turned(line) : line, step.reason()));
    }
    return with(steps, adjoint);
  }

  private Expr byColumns(Expr formula) {
    return isRow(formula) ? turned(formula) : Formulas.mapChildren(formula, this::byColumns);
  }

  private static Expr turned(Expr formula) {
    return new Apply(Plain.TRANSPOSE, List.of(formula));
  }

  private static Adjoint with(List<Step> steps, Adjoint adjoint) {
    return new Adjoint(
        adjoint.partial(),
        adjoint.contributions(),
        steps,
        steps.getLast().formula(),
        adjoint.alias(),
        adjoint.family());
  }

  /// Whether a derivative is laid out the other way round.
  boolean turns(Symbol symbol) {
    return switch (symbol) {
      case Partial partial -> isGradient(partial);
      case Quantity name -> rows.contains(name.name()) && !name.shape().isScalar();
      case Symbol.Updated _ -> false;
    };
  }

  private static boolean isGradient(Partial partial) {
    return partial.of().shape().isScalar() && !partial.by().shape().isScalar();
  }

  private boolean isRow(Expr formula) {
    return formula instanceof Ref(Symbol symbol) && turns(symbol)
        || formula instanceof Derivative(Expr body, Quantity by)
            && Shapes.isScalar(body)
            && !by.shape().isScalar();
  }

  private Expr transposed(Expr formula) {
    if (Shapes.isScalar(formula)) {
      return kept(formula);
    }
    return switch (formula) {
      case Ref _ -> isRow(formula) ? formula : Formulas.transposed(formula);
      case Sum _ when !isGradient(formula) -> Formulas.transposed(formula);
      case Sum(List<Expr> terms) -> Formulas.sum(terms.stream().map(this::transposed).toList());
      case Product(List<Expr> factors) -> product(factors);
      case IndexSum(var letter, var from, var to, Expr body) ->
          new IndexSum(letter, from, to, transposed(body));
      case Derivative _ -> formula;
      case Apply(Operation operation, List<Expr> operands) when operation == Plain.TRANSPOSE ->
          kept(operands.getFirst());
      case Apply(Operation operation, List<Expr> operands) when operation == Plain.MATRIX_PRODUCT ->
          Formulas.matrixProduct(operands.reversed().stream().map(this::transposed).toList());
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
  private Expr product(List<Expr> factors) {
    List<Expr> numbers = factors.stream().filter(Shapes::isScalar).map(this::kept).toList();
    List<Expr> wide = factors.stream().filter(factor -> !Shapes.isScalar(factor)).toList();
    List<Expr> rows = wide.stream().filter(this::isGradient).toList();
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

  private boolean isGradient(Expr factor) {
    return Formulas.anyMatch(factor, this::isRow);
  }

  /// Not transposed itself; derivatives in it are.
  private Expr kept(Expr formula) {
    return isRow(formula)
        ? Formulas.transposed(formula)
        : Formulas.mapChildren(formula, this::kept);
  }
}
