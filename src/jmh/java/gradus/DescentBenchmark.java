package gradus;

import gradus.network.Derived;
import gradus.network.ProblemReader;
import gradus.network.Run;
import gradus.syntax.Source;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Ten thousand descent steps of a 2-2-1 network.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class DescentBenchmark {
  private final Derived derived =
      ProblemReader.read(
              new Source("benchmark", SolveBenchmark.TWO_TWO_ONE + " times 10000 show last\n"))
          .numbers()
          .orElseThrow();

  @Benchmark
  public Run.Outcome tenThousandSteps() {
    return Run.of(derived);
  }
}
