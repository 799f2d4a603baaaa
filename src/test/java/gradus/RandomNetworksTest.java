package gradus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.expr.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random networks: what is printed as a gradient is the slope of what is printed as a loss. The
/// slope is taken over two further files with a weight moved, so nothing but forward passes is
/// trusted.
class RandomNetworksTest {
  private static final double STEP = 1e-5;
  private static final List<String> CALLS =
      List.of(
          "tanh(%s)",
          "sigmoid(%s)",
          "relu(%s)",
          "leakyrelu(%s)",
          "softplus(%s)",
          "sin(%s)",
          "cos(%s)",
          "exp(%s/4)",
          "log(1 + (%s)^2)",
          "sqrt(1 + (%s)^2)",
          "|%s|",
          "(%s)^2",
          "((%s)^2)^2",
          "1/(2 + (%s)^2)",
          "max(%s, 1/3)",
          "min(%s, w_1)",
          "swish(%s)",
          "{%s if x > 1; -x otherwise}");

  static IntStream seeds() {
    return IntStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gradientsAreSlopes(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String network = network(random);
    double[] weights = random.doubles(3, -2, 2).toArray();
    Optional<Solution> solution = solve(network, weights);
    if (solution.isEmpty()) {
      return;
    }
    Run run = new Run(network, weights);
    for (int i = 0; i < weights.length; i++) {
      Optional<Double> slope = run.slope(i);
      Value gradient = solution.get().value("dL/dw_" + i);
      slope.ifPresent(expected ->
          assertThat(gradient.doubleValue())
              .as(network)
              .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected)))));
    }
  }

  /// Otherwise the test would pass by having nothing to compare.
  @Test
  void mostNetworksHaveSlopes() {
    long sloping =
        seeds()
            .filter(seed -> {
              SplittableRandom random = new SplittableRandom(seed);
              String network = network(random);
              return new Run(network, random.doubles(3, -2, 2).toArray()).slope(0).isPresent();
            })
            .count();
    assertThat(sloping).isGreaterThan(120);
  }

  private static String network(SplittableRandom random) {
    StringBuilder text =
        new StringBuilder("input x\nweight w_0, w_1, w_2\nfunction swish(z) = z * sigmoid(z)\n");
    List<String> names = new ArrayList<>(List.of("x", "w_0", "w_1", "w_2"));
    for (int i = 0; i < 5; i++) {
      String inner = operand(names, random) + operator(random) + operand(names, random);
      String call = CALLS.get(random.nextInt(CALLS.size())).formatted(inner);
      text.append("q_%d = %s%s%s\n".formatted(i, call, operator(random), operand(names, random)));
      names.add("q_" + i);
    }
    return text.append("loss L = (q_4 - 1)^2 + w_0 * q_3\n").toString();
  }

  private static String operand(List<String> names, SplittableRandom random) {
    return names.get(random.nextInt(names.size()));
  }

  private static String operator(SplittableRandom random) {
    return List.of(" + ", " - ", " * ").get(random.nextInt(3));
  }

  private static Optional<Solution> solve(String network, double[] weights) {
    StringBuilder data = new StringBuilder(network).append("at x = 0.7");
    for (int i = 0; i < weights.length; i++) {
      data.append(String.format(Locale.ROOT, ", w_%d = %.12f", i, weights[i]));
    }
    return Gradus.solve("random", data.append('\n').toString()).solution();
  }

  private record Run(String network, double[] weights) {
    /// Empty where the slopes on both sides differ: on a kink, or too close to one.
    Optional<Double> slope(int index) {
      Optional<Double> low = loss(index, -STEP);
      Optional<Double> middle = loss(index, 0);
      Optional<Double> high = loss(index, STEP);
      if (low.isEmpty() || middle.isEmpty() || high.isEmpty()) {
        return Optional.empty();
      }
      double left = (middle.get() - low.get()) / STEP;
      double right = (high.get() - middle.get()) / STEP;
      boolean smooth = Math.abs(left - right) <= 1e-2 * Math.max(1, Math.abs(left));
      return smooth ? Optional.of((left + right) / 2) : Optional.empty();
    }

    private Optional<Double> loss(int index, double change) {
      double[] moved = weights.clone();
      moved[index] += change;
      return solve(network, moved).map(solution -> solution.value("L").doubleValue());
    }
  }
}
