package gradus.calculus.rule;

import gradus.calculus.rewrite.Simplifier;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Derivative;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The derivative of one formula by one quantity, every other name held: a direct partial.
///
/// Functions stay as `g'(z)`; zeros and ones that the rules leave behind are dropped, nothing else
/// is rearranged, so that a reader recognises the rule.
public final class LocalDerivative {
  /// What the rules of sums, products and functions come down to.
  public interface Leaves {
    Expr of(Symbol symbol);

    /// Of a node that is no arithmetic of scalars.
    Expr of(Expr node, UnaryOperator<Expr> derivative);
  }

  private final Leaves leaves;
  private final Functions functions;

  private LocalDerivative(Leaves leaves, Functions functions) {
    this.leaves = leaves;
    this.functions = functions;
  }

  public static Expr of(Expr formula, Quantity by, Functions functions) {
    return of(formula, new ByScalar(by), functions);
  }

  public static Expr of(Expr formula, Leaves leaves, Functions functions) {
    return new LocalDerivative(leaves, functions).of(formula);
  }

  /// Of formulas that refer to numbers only.
  private record ByScalar(Quantity by) implements Leaves {
    @Override
    public Expr of(Symbol symbol) {
      return symbol.equals(by) ? Formulas.ONE : Formulas.ZERO;
    }

    @Override
    public Expr of(Expr node, UnaryOperator<Expr> derivative) {
      throw new IllegalStateException("written out before it is differentiated: " + node);
    }
  }

  /// The same with the derivatives of functions worked out, and simplified.
  public static Expr worked(Expr formula, Quantity by, Functions functions) {
    return Simplifier.simplified(FunctionRules.expanded(of(formula, by, functions), functions));
  }

  private Expr of(Expr formula) {
    return switch (formula) {
      case Number _, Expr.Whole _, Expr.Kronecker _ -> Formulas.ZERO;
      case Ref(Symbol symbol) -> leaves.of(symbol);
      case Sum(List<Expr> terms) -> plus(terms.stream().map(this::of).toList());
      case Product(List<Expr> factors) -> product(factors);
      case Power power -> power(power);
      case Call call -> call(call);
      case Cases(List<Branch> branches) -> cases(branches);
      case Derivative(Expr body, Quantity inner) -> of(of(body, inner, functions));
      case Expr.Apply _, Expr.Entry _, Expr.Matrix _, Expr.IndexSum _, Expr.ByEntries _ ->
          leaves.of(formula, this::of);
    };
  }

  private Expr product(List<Expr> factors) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      Expr derivative = of(factors.get(i));
      if (!Formulas.isZero(derivative)) {
        List<Expr> term = new ArrayList<>(factors);
        term.set(i, derivative);
        terms.add(times(term));
      }
    }
    return plus(terms);
  }

  private Expr power(Power power) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Expr inner = of(i == 0 ? power.base() : power.exponent());
      if (!Formulas.isZero(inner)) {
        terms.add(times(List.of(ofPower(power, i, functions), inner)));
      }
    }
    return plus(terms);
  }

  /// By its base or its exponent, by the row `u ^ v` of the rule page.
  static Expr ofPower(Power power, int part, Functions functions) {
    Function rule = functions.named(Functions.POWER).orElseThrow();
    Map<Symbol, Expr> bound = rule.bind(List.of(power.base(), power.exponent()));
    return withFoldedExponents(Formulas.substitute(rule.derivatives().get(part), bound));
  }

  /// `2·u^(2-1)` is written `2·u`; the base stays as it is.
  private static Expr withFoldedExponents(Expr expr) {
    if (expr instanceof Power(Expr base, Expr exponent)) {
      Expr folded = Simplifier.simplified(exponent);
      return Formulas.isOne(folded)
          ? base
          : Formulas.isZero(folded) ? Formulas.ONE : new Power(base, folded);
    }
    return expr instanceof Product
        ? Formulas.mapChildren(expr, LocalDerivative::withFoldedExponents)
        : expr;
  }

  private Expr call(Call call) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr inner = of(call.arguments().get(i));
      if (!Formulas.isZero(inner)) {
        terms.add(times(List.of(ofCall(call, i), inner)));
      }
    }
    return plus(terms);
  }

  /// By one of its arguments, by name: `g'(z)`.
  static Call ofCall(Call call, int argument) {
    List<Integer> orders = new ArrayList<>(call.orders());
    orders.set(argument, orders.get(argument) + 1);
    return new Call(call.function(), call.labels(), orders, call.arguments());
  }

  private Expr cases(List<Branch> branches) {
    List<Branch> derived =
        branches.stream().map(b -> new Branch(of(b.value()), b.condition())).toList();
    return derived.stream().allMatch(branch -> Formulas.isZero(branch.value()))
        ? Formulas.ZERO
        : new Cases(derived);
  }

  private static Expr plus(List<Expr> terms) {
    return Formulas.sum(terms.stream().filter(term -> !Formulas.isZero(term)).toList());
  }

  public static Expr times(List<Expr> factors) {
    return factors.stream().anyMatch(Formulas::isZero)
        ? Formulas.ZERO
        : Formulas.product(factors.stream().filter(factor -> !Formulas.isOne(factor)).toList());
  }
}
