package gradus.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.expr.Expr;
import gradus.expr.Name;
import gradus.expr.Symbol;
import gradus.expr.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePageTest {
  private static final int POINTS = 40;

  static Stream<Function> rows() {
    Functions page = Functions.rulePage();
    return Stream.concat(Stream.of(Functions.POWER), page.names().stream())
        .map(name -> page.named(name).or(() -> page.loss(name)).orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void agreesWithFiniteDifferences(Function row) {
    assertThat(row.derivatives()).hasSameSizeAs(row.parameters());
    SplittableRandom random = new SplittableRandom(7);
    int[] compared = new int[row.parameters().size()];
    for (int point = 0; point < POINTS; point++) {
      Map<Symbol, Value> at = new LinkedHashMap<>();
      double low = point % 2 == 0 ? -3 : 0.05;
      double high = point % 4 == 1 ? 0.95 : 3;
      for (int i = 0; i < row.parameters().size(); i++) {
        at.put(row.parameter(i), Value.of(random.nextDouble(low, high)));
      }
      for (int i = 0; i < row.parameters().size(); i++) {
        compared[i] += compare(row, i, at) ? 1 : 0;
      }
    }
    for (int count : compared) {
      assertThat(count).as("points where both have a value").isGreaterThanOrEqualTo(POINTS / 4);
    }
  }

  private static boolean compare(Function row, int index, Map<Symbol, Value> at) {
    Expr call = call(row);
    double middle = at.get(row.parameter(index)).doubleValue();
    Map<Symbol, Value> moved = new LinkedHashMap<>(at);
    Optional<FiniteDifference.Estimate> difference =
        FiniteDifference.atZero(h -> {
          moved.put(row.parameter(index), Value.of(middle + h));
          return Evaluation.of(call, Functions.rulePage(), moved).doubleValue();
        });
    Value rule = Evaluation.of(row.derivatives().get(index), Functions.rulePage(), at);
    if (difference.isEmpty() || !rule.isDefined()) {
      return false;
    }
    double expected = difference.get().value();
    assertThat(rule.doubleValue())
        .as("%s by its argument %d at %s", row.name(), index + 1, at)
        .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
    return true;
  }

  /// The function at its parameters: by name where it can be called, else by its definition.
  private static Expr call(Function row) {
    if (row.name().equals(Functions.POWER)) {
      return new Expr.Power(row.argument(0), row.argument(1));
    }
    return Functions.rulePage().loss(row.name()).isPresent()
        ? row.definition().orElseThrow()
        : new Expr.Call(
            row.name(),
            Collections.nCopies(row.parameters().size(), 0),
            row.parameters().stream().<Expr>map(p -> new Expr.Ref(Symbol.Quantity.of(p))).toList());
  }

  @Test
  void derivativesOfDefinedRowsFollowFromTheirDefinitions() {
    Functions page = Functions.rulePage();
    for (Function row : rows().filter(f -> f.definition().isPresent()).toList()) {
      for (int i = 0; i < row.parameters().size(); i++) {
        Expr derived = LocalDerivative.worked(row.definition().get(), row.parameter(i), page);
        for (int seed = 0; seed < 20; seed++) {
          Map<Symbol, Value> at = Typed.random(List.of(), 0);
          SplittableRandom random = new SplittableRandom(seed);
          row.parameters()
              .forEach(p -> at.put(Symbol.Quantity.of(p), Value.of(random.nextDouble(0.1, 0.9))));
          assertThat(Evaluation.of(row.derivatives().get(i), page, at).doubleValue())
              .as("%s by its argument %d", row.name(), i + 1)
              .isCloseTo(Evaluation.of(derived, page, at).doubleValue(), within(1e-9));
        }
      }
    }
  }

  @Test
  void conventionsDecideTheKink() {
    Functions one =
        Functions.rulePage().withConvention(Name.of("relu"), Optional.of(Typed.formula("1")));
    assertThat(derivative("relu'(z)", one)).isEqualTo("{1 if z >= 0; 0 if z < 0}");
    assertThat(derivative("relu'(z)", Functions.rulePage())).isEqualTo("{1 if z > 0; 0 if z <= 0}");
    Functions half =
        Functions.rulePage().withConvention(Name.of("relu"), Optional.of(Typed.formula("1/2")));
    assertThat(derivative("relu'(z)", half)).isEqualTo("{1 if z > 0; 0 if z < 0; 1/2 if z = 0}");
    Functions undefined = Functions.rulePage().withConvention(Name.of("relu"), Optional.empty());
    assertThat(derivative("relu'(z)", undefined)).isEqualTo("{1 if z > 0; 0 if z < 0}");
    assertThat(derivative("abs'(z)", Functions.rulePage())).isEqualTo("sign(z)");
    Functions absolute =
        Functions.rulePage().withConvention(Name.of("abs"), Optional.of(Typed.formula("1")));
    assertThat(derivative("abs'(z)", absolute)).isEqualTo("{sign(z) if z != 0; 1 otherwise}");
  }

  /// What stands behind the kink of `abs` is the value of `sign(u)` there, so that no case is
  /// needed.
  @Test
  void aRuleOfOneFormulaHasTheValueOfThePageOnItsKink() {
    Functions page = Functions.rulePage();
    List<Function> ruled =
        rows()
            .filter(row -> row.kink().isPresent())
            .filter(row -> !(row.derivatives().getFirst() instanceof Expr.Cases))
            .toList();
    assertThat(ruled).extracting(row -> row.name().key()).contains("abs", "sign", "step");
    for (Function row : ruled) {
      Function.Kink kink = row.kink().orElseThrow();
      Value place = Evaluation.of(kink.where().right(), page, Map.of());
      Map<Symbol, Value> at = Map.of(row.parameter(0), place);
      assertThat(Evaluation.of(row.derivatives().getFirst(), page, at))
          .as(row.name().toString())
          .isEqualTo(Evaluation.of(kink.derivatives().getFirst(), page, at));
    }
  }

  @Test
  void atATieTheSecondArgumentGetsTheRest() {
    Functions first =
        Functions.rulePage().withConvention(Name.of("max"), Optional.of(Typed.formula("1")));
    Function max = first.named(Name.of("max")).orElseThrow();
    assertThat(max.kink().orElseThrow().derivatives())
        .extracting(Typed::plain)
        .containsExactly("1", "0");
  }

  private static String derivative(String typed, Functions functions) {
    return Typed.plain(FunctionRules.expanded(Typed.formula(typed), functions));
  }
}
