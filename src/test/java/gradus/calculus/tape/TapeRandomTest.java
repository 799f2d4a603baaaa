package gradus.calculus.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.calculus.Typed;
import gradus.calculus.rule.Function;
import gradus.calculus.rule.Functions;
import gradus.expr.Condition;
import gradus.expr.Condition.Relation;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Expr.Branch;
import gradus.expr.Expr.Call;
import gradus.expr.Expr.Cases;
import gradus.expr.Expr.Number;
import gradus.expr.Expr.Power;
import gradus.expr.Expr.Product;
import gradus.expr.Expr.Ref;
import gradus.expr.Expr.Sum;
import gradus.expr.Formulas;
import gradus.expr.Graph;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.expr.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both runs of a tape against a tree walk in doubles, written here.
class TapeRandomTest {
  private static final List<String> FUNCTIONS = List.of("sin", "tanh", "relu", "square", "log");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithATreeWalk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Functions functions =
        Functions.rulePage()
            .with(
                Function.defined(Name.of("square"), List.of(Name.of("u")), Typed.formula("u * u")));
    for (int round = 0; round < 50; round++) {
      List<Symbol> inputs = new ArrayList<>(List.of(name(-1), name(-2), name(-3)));
      List<Definition> definitions = definitions(random);
      Graph graph = Graph.of(definitions);
      Map<Symbol, Value> given = given(inputs, random);
      Map<Symbol, Double> expected = walked(definitions, given);
      Map<Symbol, Value> values =
          Evaluation.of(graph, functions, given, (_, value) -> value).values();
      Tape tape =
          Tape.of(graph, functions, inputs, definitions.stream().map(Definition::symbol).toList());
      double[] memory = tape.doubles();
      given.forEach((symbol, value) -> memory[tape.slot(symbol)] = value.doubleValue());
      tape.run(memory);
      for (Definition definition : definitions) {
        Symbol symbol = definition.symbol();
        String what = Typed.plain(definition.formula());
        assertSame(what, memory[tape.slot(symbol)], expected.get(symbol));
        assertSame(what, Value.in(values, symbol).doubleValue(), expected.get(symbol));
      }
    }
  }

  private static void assertSame(String what, double actual, double expected) {
    if (Double.isFinite(expected)) {
      assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    } else {
      assertThat(actual).as(what).isNaN();
    }
  }

  private static List<Definition> definitions(SplittableRandom random) {
    List<Definition> definitions = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      definitions.add(new Definition(name(i), formula(random, i, 3)));
    }
    return definitions;
  }

  /// Over three inputs and the definitions before number `known`.
  private static Expr formula(SplittableRandom random, int known, int depth) {
    if (depth == 0) {
      return random.nextInt(4) == 0
          ? Number.of(Rational.of(random.nextInt(-3, 4), 2))
          : new Ref(name(random.nextInt(-3, known)));
    }
    Expr left = formula(random, known, depth - 1);
    Expr right = formula(random, known, depth - 1);
    return switch (random.nextInt(6)) {
      case 0, 1 -> Formulas.sum(left, right, left);
      case 2 -> Formulas.product(left, right);
      case 3 -> new Power(left, Number.of(random.nextInt(-1, 4)));
      case 4 -> Formulas.call(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), left);
      default ->
          new Cases(
              List.of(
                  new Branch(left, Condition.of(right, Relation.LESS, Formulas.ONE)),
                  new Branch(right, Condition.of(left, Relation.GREATER, right)),
                  new Branch(Formulas.ONE, Condition.OTHERWISE)));
    };
  }

  private static Quantity name(int index) {
    return Quantity.of(index < 0 ? "x_" + -index : "q_" + index);
  }

  private static Map<Symbol, Value> given(List<Symbol> inputs, SplittableRandom random) {
    Map<Symbol, Value> given = new LinkedHashMap<>();
    inputs.forEach(symbol -> given.put(symbol, Value.of(random.nextDouble(-2, 2))));
    return given;
  }

  private static Map<Symbol, Double> walked(
      List<Definition> definitions, Map<Symbol, Value> given) {
    Map<Symbol, Double> values = new HashMap<>();
    given.forEach((symbol, value) -> values.put(symbol, value.doubleValue()));
    definitions.forEach(d -> values.put(d.symbol(), finite(walk(d.formula(), values))));
    return values;
  }

  private static double walk(Expr expr, Map<Symbol, Double> at) {
    return finite(
        switch (expr) {
          case Number(Rational value, _) -> value.doubleValue();
          case Ref(Symbol symbol) -> at.get(symbol);
          case Sum(List<Expr> terms) -> terms.stream().mapToDouble(t -> walk(t, at)).sum();
          case Product(List<Expr> factors) ->
              factors.stream().mapToDouble(f -> walk(f, at)).reduce(1, (a, b) -> a * b);
          case Power(Expr base, Expr exponent) -> power(walk(base, at), walk(exponent, at));
          case Call call -> called(call.function().key(), walk(call.arguments().getFirst(), at));
          case Cases(List<Branch> branches) -> cases(branches, at);
          default -> throw new AssertionError(expr);
        });
  }

  private static double finite(double number) {
    return Double.isFinite(number) ? number : Double.NaN;
  }

  private static double power(double base, double exponent) {
    return Double.isNaN(base) ? base : Math.pow(base, exponent);
  }

  private static double called(String function, double u) {
    return switch (function) {
      case "sin" -> Math.sin(u);
      case "tanh" -> Math.tanh(u);
      case "relu" -> Double.isNaN(u) ? u : Math.max(u, 0);
      case "square" -> u * u;
      case "log" -> Math.log(u);
      default -> throw new AssertionError(function);
    };
  }

  private static double cases(List<Branch> branches, Map<Symbol, Double> at) {
    for (Branch branch : branches) {
      double[] sides =
          branch.condition().comparisons().stream()
              .flatMapToDouble(c -> DoubleStream.of(walk(c.left(), at), walk(c.right(), at)))
              .toArray();
      boolean isOtherwise = branch.condition().isOtherwise();
      if (!isOtherwise && Double.isNaN(sides[0] + sides[1])) {
        return Double.NaN;
      }
      if (isOtherwise || holds(branch.condition(), sides)) {
        return walk(branch.value(), at);
      }
    }
    return Double.NaN;
  }

  private static boolean holds(Condition condition, double[] sides) {
    return condition.comparisons().getFirst().relation() == Relation.LESS
        ? sides[0] < sides[1]
        : sides[0] > sides[1];
  }
}
