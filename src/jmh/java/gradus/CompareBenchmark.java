package gradus;

import gradus.check.equal.Equality;
import gradus.check.equal.EqualityCheck;
import gradus.check.equal.Pairs.Pair;
import gradus.check.equal.RandomPairs;
import java.util.List;
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

/// Verdicts a second from typed text on one thread. No pair comes twice before all have come, and
/// every third one differs.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class CompareBenchmark {
  static final int PAIRS = 300_000;
  static final long SEED = 1;

  @Param({"numbers", "vectors"})
  public String of = "numbers";

  private List<Pair> pairs = List.of();
  private int next;

  @Setup
  public void draw() {
    pairs =
        of.equals("numbers")
            ? RandomPairs.ofNumbers(PAIRS, SEED)
            : RandomPairs.ofVectors(PAIRS, SEED);
  }

  @Benchmark
  public Equality pair() {
    Pair pair = pairs.get(next++ % pairs.size());
    return EqualityCheck.of(pair.left(), pair.right(), pair.where());
  }
}
