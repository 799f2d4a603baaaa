package gradus;

import gradus.calculus.Derivation;
import gradus.calculus.Verification;
import gradus.network.Derived;
import gradus.network.Problem;
import gradus.network.ProblemReader;
import gradus.network.Run;
import gradus.render.LatexSheet;
import gradus.sheet.SolutionSheet;
import gradus.syntax.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a resolved problem to its printed sheet, warm. `verified` says what verification adds.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class SolveBenchmark {
  private static final Verification.Report UNVERIFIED =
      new Verification.Report(0, 0, Optional.empty(), Optional.empty());

  static final String TWO_TWO_ONE =
      """
      input x_1, x_2
      target y
      weight w_1..w_6
      bias b_1, b_2, b_3
      z_1 = w_1 * x_1 + w_2 * x_2 + b_1
      z_2 = w_3 * x_1 + w_4 * x_2 + b_2
      h_1 = sigmoid(z_1)
      h_2 = sigmoid(z_2)
      p = w_5 * h_1 + w_6 * h_2 + b_3
      loss L = 1/2 * (y - p)^2
      given w_1 = 0.1, w_2 = 0.2, w_3 = 0.3, w_4 = 0.4, w_5 = 0.5, w_6 = 0.6
      given b_1 = b_2 = b_3 = 0.1
      at x_1 = 1, x_2 = -1, y = 0.5
      descend rate 0.5\
      """;

  @State(Scope.Benchmark)
  public static class Network {
    @Param({"2-2-1", "dense 6x16", "chain 1000", "chain 2000"})
    public String name = "2-2-1";

    private Problem problem = read(TWO_TWO_ONE);

    @Setup
    public void read() {
      problem =
          read(
              switch (name) {
                case "dense 6x16" -> GeneratedNetworks.dense(6, 16);
                case "chain 1000" -> GeneratedNetworks.chain(1000);
                case "chain 2000" -> GeneratedNetworks.chain(2000);
                default -> TWO_TWO_ONE;
              });
    }

    private static Problem read(String text) {
      return ProblemReader.read(new Source("benchmark", text)).problem().orElseThrow();
    }
  }

  @Benchmark
  public String deriveEvaluatePrint(Network network) {
    Problem problem = network.problem;
    Derived derived = Derived.of(problem);
    Run run = Run.of(derived).run();
    return LatexSheet.document(
        SolutionSheet.of(problem, derived.derivation(), run, UNVERIFIED, OptionalInt.empty()));
  }

  @Benchmark
  public Derivation deriveOnly(Network network) {
    return network.problem.derivation();
  }

  @Benchmark
  public Verification.Report verifyOnly(Network network) {
    Problem problem = network.problem;
    return Verification.of(
        problem.graph(), problem.functions(), problem.derivation(), Set.of(), List.of());
  }
}
