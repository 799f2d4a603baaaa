package gradus;

import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.tape.Tape;
import gradus.expr.Symbol;
import gradus.expr.Symbol.Quantity;
import gradus.network.Problem;
import gradus.network.read.ProblemReader;
import gradus.syntax.source.Source;
import java.util.ArrayList;
import java.util.List;
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

/// The loss of a 2-2-1 network and all its gradients at a new point, and what compiling them takes.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class TapeBenchmark {
  @Param({"linear", "sigmoid"})
  public String output = "linear";

  private Problem problem = read(output);
  private Derivation derivation = problem.derivation();
  private Tape tape = compile();
  private double[] memory = tape.doubles();
  private int[] inputs = {};
  private int[] results = {};

  @Setup
  public void read() {
    problem = read(output);
    derivation = problem.derivation();
    tape = compile();
    memory = tape.doubles();
    inputs = inputs().stream().mapToInt(tape::slot).toArray();
    results = wanted().stream().mapToInt(tape::slot).toArray();
    for (int i = 0; i < inputs.length; i++) {
      memory[inputs[i]] = 0.1 * (i + 1);
    }
  }

  private static Problem read(String output) {
    String text =
        output.equals("linear")
            ? SolveBenchmark.TWO_TWO_ONE
            : SolveBenchmark.TWO_TWO_ONE.replace(
                "p = w_5 * h_1 + w_6 * h_2 + b_3",
                "a = w_5 * h_1 + w_6 * h_2 + b_3\np = sigmoid(a)");
    return ProblemReader.read(new Source("benchmark", text)).problem().orElseThrow();
  }

  private Set<Symbol> inputs() {
    return problem.valuesAt(problem.points().getFirst()).keySet();
  }

  private List<Symbol> wanted() {
    List<Symbol> wanted = new ArrayList<>(List.of(Quantity.of("L")));
    for (Adjoint adjoint : derivation.adjoints()) {
      if (problem.graph().definition(adjoint.partial().by()).isEmpty()) {
        wanted.add(adjoint.partial());
      }
    }
    return wanted;
  }

  @Benchmark
  public double lossAndGradients() {
    for (int slot : inputs) {
      memory[slot] += 1e-9;
    }
    tape.run(memory);
    double all = 0;
    for (int slot : results) {
      all += memory[slot];
    }
    return all;
  }

  @Benchmark
  public Tape compile() {
    return Tape.of(derivation.graph(), problem.functions(), inputs(), wanted());
  }
}
