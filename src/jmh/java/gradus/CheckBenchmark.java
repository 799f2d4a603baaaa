package gradus;

import gradus.check.verdict.CheckedAnswer;
import gradus.syntax.paper.Notation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// Milliseconds for an answer of sixty equations on one warm thread, the network prepared.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class CheckBenchmark {
  private static final Path EXAMPLE = Path.of("examples/skip-connection");
  private static final int EQUATIONS = 60;

  private final Checker checker = Gradus.checker("network", read("network.gradus")).checker().get();
  private final String answer = repeated(read("answer.md"));

  /// The example's own answer, as often as it takes.
  private static String repeated(String one) {
    long equations = one.chars().filter(c -> c == '=').count();
    return (one + "\n").repeat((int) (EQUATIONS / equations) + 1);
  }

  private static String read(String file) {
    try {
      return Files.readString(EXAMPLE.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Benchmark
  public CheckedAnswer sixtyEquations() {
    return checker.check("answer", answer, Notation.LATEX);
  }
}
