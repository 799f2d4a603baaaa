package gradus.check.equal;

import gradus.calculus.rule.Function;
import gradus.expr.Expr;
import gradus.expr.Expr.Power;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Formulas in the place of abstract functions: drawn at random, for the same name always the same.
final class StandIns {
  private static final int DEGREE = 6;

  private StandIns() {}

  /// What the values of the function are known to be.
  enum Values {
    ANY,
    POSITIVE,
    PROBABILITY
  }

  static Function of(Name name, List<Name> parameters, Values values) {
    Function function = Function.abstracted(name, parameters);
    SplittableRandom random = new SplittableRandom(name.key().hashCode());
    Expr q = polynomial(function, random);
    Expr square = new Power(q, Expr.Number.of(2));
    Expr above = Formulas.sum(square, Expr.Number.of(Rational.of(1, 8)));
    Expr formula =
        switch (values) {
          case ANY -> q;
          case POSITIVE -> above;
          case PROBABILITY -> Formulas.quotient(above, Formulas.sum(square, Formulas.ONE));
        };
    return Function.defined(name, parameters, formula);
  }

  /// `c + Π (1 + a u + b u² + …)` over the parameters.
  private static Expr polynomial(Function function, SplittableRandom random) {
    List<Expr> factors = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      List<Expr> terms = new ArrayList<>(List.of(Formulas.ONE));
      for (int power = 1; power <= DEGREE; power++) {
        Expr u = new Expr.Ref(function.parameter(i));
        Expr coefficient = Expr.Number.of(Rational.of(random.nextInt(1, 9) * 2L - 9, 8));
        terms.add(Formulas.product(coefficient, new Power(u, Expr.Number.of(power))));
      }
      factors.add(Formulas.sum(terms));
    }
    Expr constant = Expr.Number.of(Rational.of(random.nextInt(1, 9), 8));
    return Formulas.sum(constant, Formulas.product(factors));
  }
}
