package gradus.check.world;

import gradus.calculus.rule.Functions;
import gradus.calculus.tape.Evaluation;
import gradus.expr.Expr;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Formulas that are the same whatever the names in them and the values of functions are: `a |w|^p
/// + b` and `b + |w|^p a`. Every name, call and power without a whole exponent is a number of its
///   own; what agrees then at random fractions is the same rational function.
///
/// Its limit: what only agrees because of a law of the functions, or of the network, does not here.
final class Opaque {
  private static final int DRAWS = 2;

  private final Map<Expr, Ref> atoms = new HashMap<>();

  static boolean same(Expr left, Expr right, Functions functions) {
    Opaque opaque = new Opaque();
    Expr l = opaque.hidden(left);
    Expr r = opaque.hidden(right);
    for (int seed = 1; seed <= DRAWS; seed++) {
      Map<Symbol, Value> values = opaque.drawn(seed);
      Value a = Evaluation.of(l, functions, values);
      Value b = Evaluation.of(r, functions, values);
      if (!(a instanceof Value.Exact && a.equals(b))) {
        return false;
      }
    }
    return true;
  }

  private Expr hidden(Expr expr) {
    return switch (expr) {
      case Expr.Number _ -> expr;
      case Expr.Sum _, Expr.Product _ -> Formulas.mapChildren(expr, this::hidden);
      case Expr.Power(Expr base, Expr.Number exponent) when exponent.value().isInteger() ->
          new Expr.Power(hidden(base), exponent);
      case Ref _, Expr.Power _, Expr.Call _, Expr.Cases _, Expr.Derivative _, Expr.Whole _ ->
          atom(expr);
      case Expr.Apply _, Expr.Entry _, Expr.Matrix _, Expr.IndexSum _ -> atom(expr);
      case Expr.ByEntries _, Expr.Kronecker _ -> atom(expr);
    };
  }

  private Ref atom(Expr expr) {
    return atoms.computeIfAbsent(expr, _ -> new Ref(Quantity.of("atom" + atoms.size())));
  }

  private Map<Symbol, Value> drawn(int seed) {
    Map<Symbol, Value> values = new HashMap<>();
    for (Ref atom : atoms.values()) {
      SplittableRandom random =
          new SplittableRandom(seed * 0x9E3779B97F4A7C15L + atom.symbol().toString().hashCode());
      long numerator = random.nextLong(1, 1L << 40);
      values.put(atom.symbol(), Value.of(Rational.of(numerator, random.nextLong(1, 1L << 40))));
    }
    return values;
  }
}
