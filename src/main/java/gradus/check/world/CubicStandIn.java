package gradus.check.world;

import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Expr;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A cubic with random fractions in the place of each abstract function, for the same name always
/// the same.
final class CubicStandIn {
  private CubicStandIn() {}

  static Functions forAll(Functions functions) {
    Functions concrete = functions;
    for (Name name : functions.names()) {
      Optional<Function> function = functions.named(name).filter(CubicStandIn::isAbstract);
      if (function.isPresent()) {
        concrete = concrete.with(of(function.get()));
      }
    }
    return concrete;
  }

  private static boolean isAbstract(Function function) {
    return function.definition().isEmpty() && function.derivatives().isEmpty();
  }

  private static Function of(Function function) {
    SplittableRandom random = new SplittableRandom(function.name().key().hashCode());
    List<Expr> terms = new ArrayList<>(List.of(coefficient(random)));
    for (int i = 0; i < function.parameters().size(); i++) {
      for (int power = 1; power <= 3; power++) {
        Expr u = new Power(new Ref(function.parameter(i)), Expr.Number.of(power));
        terms.add(Formulas.product(coefficient(random), u));
      }
    }
    for (int i = 1; i < function.parameters().size(); i++) {
      terms.add(
          Formulas.product(
              coefficient(random),
              new Ref(function.parameter(i - 1)),
              new Ref(function.parameter(i))));
    }
    return Function.defined(function.name(), function.parameters(), Formulas.sum(terms));
  }

  private static Expr coefficient(SplittableRandom random) {
    return Expr.Number.of(Rational.of(random.nextInt(1, 9) * 2L - 9, 8));
  }
}
