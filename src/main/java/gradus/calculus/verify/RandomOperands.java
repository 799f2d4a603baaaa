package gradus.calculus.verify;

import gradus.calculus.entry.Instance;
import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Expr;
import gradus.expr.Expr.Call;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Random values for names and random cubics for abstract functions, from a fixed seed.
final class RandomOperands {
  private final SplittableRandom random = new SplittableRandom(20_260_101);
  private final List<Map<Symbol, Value>> data;
  private final DataFacts facts;

  /// @param data points of the problem; some worlds lie close to them, where formulas with narrow
  ///   domains are known to have values
  RandomOperands(List<Map<Symbol, Value>> data) {
    this(data, DataFacts.NONE);
  }

  RandomOperands(List<Map<Symbol, Value>> data, DataFacts facts) {
    this.data = data;
    this.facts = facts;
  }

  /// Values for the symbols: of both signs, all positive, between 0 and 1, or near the data.
  Map<Symbol, Value> draw(Iterable<? extends Symbol> symbols, int attempt) {
    Map<Symbol, Value> world = new HashMap<>();
    for (Symbol symbol : symbols) {
      world.put(symbol, Value.of(near(symbol, attempt)));
    }
    facts.imposeOn(world);
    return world;
  }

  private double near(Symbol symbol, int attempt) {
    double unit = random.nextDouble();
    return switch (attempt % 4) {
      case 0 -> 4 * unit - 2;
      case 1 -> 0.1 + 2 * unit;
      case 2 -> 0.05 + 0.9 * unit;
      default -> {
        Value known =
            data.isEmpty()
                ? Value.ONE
                : data.get(attempt / 4 % data.size()).getOrDefault(symbol, Value.ONE);
        yield known.isDefined() ? known.doubleValue() + 0.02 * (unit - 0.5) : 4 * unit - 2;
      }
    };
  }

  double direction() {
    return 2 * random.nextDouble() - 1;
  }

  /// The functions with a random cubic in place of each abstract one that the graph calls.
  Functions concrete(Functions functions, Graph graph) {
    List<Name> called = new ArrayList<>();
    graph.definitions().forEach(d -> Formulas.visit(d.formula(), node -> addCall(node, called)));
    Functions concrete = functions;
    for (Name name : called) {
      Function function =
          functions.named(name).or(() -> functions.named(Instance.family(name))).orElseThrow();
      if (function.definition().isEmpty() && function.derivatives().isEmpty()) {
        concrete = concrete.with(Function.defined(name, function.parameters(), cubic(function)));
      }
    }
    return concrete;
  }

  private static void addCall(Expr node, List<Name> called) {
    if (node instanceof Call call && !called.contains(call.function())) {
      called.add(call.function());
    }
  }

  /// `c + Π (1 + a u + b u² + d u³)` over the parameters.
  private Expr cubic(Function function) {
    List<Expr> factors = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      List<Expr> terms = new ArrayList<>(List.of(Formulas.ONE));
      for (int power = 1; power <= 3; power++) {
        Expr coefficient = Expr.Number.of(Rational.of(random.nextInt(-8, 9), 8));
        Expr u = new Expr.Power(function.argument(i), Expr.Number.of(power));
        terms.add(Formulas.product(coefficient, u));
      }
      factors.add(Formulas.sum(terms));
    }
    return Formulas.sum(
        Expr.Number.of(Rational.of(random.nextInt(1, 9), 8)), Formulas.product(factors));
  }
}
