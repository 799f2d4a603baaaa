package gradus.syntax;

import gradus.expr.Condition;
import gradus.expr.Condition.Comparison;
import gradus.expr.Condition.Relation;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Notation;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Formulas;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol.Partial;
import gradus.expr.Symbol.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Formulas as the resolver builds them: sums and products are flat, a sign before a literal
/// belongs to it, a quotient of two literals is one number.
public final class RandomFormula {
  private static final List<Quantity> NAMES =
      Stream.of("x", "y", "ŷ", "δ_1", "w_0").map(Quantity::of).toList();

  private final Random random;

  public RandomFormula(Random random) {
    this.random = random;
  }

  public Expr formula(int depth) {
    return depth == 0 ? leaf() : random.nextInt(3) == 0 ? leaf() : inner(depth - 1);
  }

  private Expr inner(int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> Formulas.sum(readable(some(() -> term(depth))));
      case 1, 2 -> Formulas.product(readable(some(() -> factor(depth))));
      case 3 -> new Power(formula(depth), formula(depth));
      case 4 -> call(depth);
      default -> cases(depth);
    };
  }

  private List<Expr> some(Supplier<Expr> parts) {
    return Stream.generate(parts).limit(2 + random.nextInt(3)).toList();
  }

  private Expr term(int depth) {
    Expr term = formula(depth);
    return random.nextBoolean() ? term : Formulas.negated(term);
  }

  private Expr factor(int depth) {
    Expr factor = formula(depth);
    return random.nextInt(3) > 0 ? factor : new Power(factor, Formulas.MINUS_ONE);
  }

  /// A leading -1 before a literal would be read as its sign: it goes behind a name.
  private static List<Expr> readable(List<Expr> parts) {
    Expr first = Formulas.product(parts.getFirst());
    boolean signed =
        first instanceof Product(List<Expr> factors)
            && factors.getFirst().equals(Formulas.MINUS_ONE)
            && factors.get(1) instanceof Number;
    boolean sign = first.equals(Formulas.MINUS_ONE);
    List<Expr> readable = new ArrayList<>(parts);
    if (signed || sign) {
      readable.addFirst(Formulas.ref("x"));
    }
    return readable;
  }

  private Expr call(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> new Call(Name.of("g"), List.of(random.nextInt(3)), List.of(formula(depth)));
      case 1 -> Formulas.call("abs", formula(depth));
      default -> Formulas.call("max", formula(depth), formula(depth));
    };
  }

  private Expr cases(int depth) {
    Relation relation = Relation.values()[random.nextInt(6)];
    Comparison comparison = new Comparison(formula(depth), relation, formula(depth));
    return new Cases(
        List.of(
            new Branch(formula(depth), new Condition(List.of(comparison, comparison))),
            new Branch(formula(depth), Condition.OTHERWISE)));
  }

  private Expr leaf() {
    Quantity name = NAMES.get(random.nextInt(NAMES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> Number.of(random.nextInt(7) - 3);
      case 1 -> Number.of(Rational.of(random.nextInt(9) - 4, 1 + random.nextInt(4)));
      case 2 -> new Number(Rational.of(1 + 2 * random.nextInt(9), 20), Notation.DECIMAL);
      case 3 -> new Ref(Partial.total(Quantity.of("L"), name));
      default -> new Ref(name);
    };
  }
}
