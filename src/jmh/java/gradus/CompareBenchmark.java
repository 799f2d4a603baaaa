package gradus;

import gradus.check.equal.Equality;
import gradus.check.equal.EqualityCheck;
import gradus.check.equal.Pairs;
import gradus.check.equal.Pairs.Pair;
import java.util.List;
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

/// Verdicts a second from typed text on one thread, over seventy pairs as in grading.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class CompareBenchmark {
  private final List<Pair> pairs = Pairs.of("typical.txt");
  private int next;

  @Benchmark
  public Equality typicalPair() {
    Pair pair = pairs.get(next++ % pairs.size());
    return EqualityCheck.of(pair.left(), pair.right(), pair.where());
  }
}
