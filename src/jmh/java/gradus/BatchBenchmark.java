package gradus;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import gradus.check.RandomAnswers;
import gradus.check.equal.RandomPairs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Lines a second that `./gradus` answers, its start and the warming up included: to be held
/// against [CompareBenchmark] of numbers and [CheckBenchmark] of the skip connection, which have
/// the same pairs and answers.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class BatchBenchmark {
  private static final String EXAMPLE = "skip-connection";

  private Path pairs = Path.of("");
  private Path answers = Path.of("");

  @Setup
  public void write() throws IOException {
    pairs =
        written(
            RandomPairs.ofNumbers(CompareBenchmark.PAIRS, CompareBenchmark.SEED).stream()
                .map(pair ->
                    "{\"left\":\"%s\",\"right\":\"%s\"}".formatted(pair.left(), pair.right())));
    String network = CheckBenchmark.network(EXAMPLE);
    answers =
        written(
            RandomAnswers.to(network, CheckBenchmark.ANSWERS, CheckBenchmark.SEED).stream()
                .map(answer -> JsonStringEncoder.getInstance().quoteAsString(answer.text()))
                .map(text -> "{\"answer\":\"%s\"}".formatted(new String(text))));
  }

  private static Path written(Stream<String> lines) throws IOException {
    return Files.write(Files.createTempFile("batch", ".jsonl"), (Iterable<String>) lines::iterator);
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(pairs);
    Files.delete(answers);
  }

  @Benchmark
  @OperationsPerInvocation(CompareBenchmark.PAIRS)
  public int compare() throws IOException, InterruptedException {
    return run("compare", "--batch", pairs.toString());
  }

  @Benchmark
  @OperationsPerInvocation(CheckBenchmark.ANSWERS)
  public int check() throws IOException, InterruptedException {
    String network = "examples/" + EXAMPLE + "/network.gradus";
    return run("check", "--batch", answers.toString(), network);
  }

  private static int run(String... arguments) throws IOException, InterruptedException {
    String[] command =
        Stream.concat(Stream.of("./gradus"), Stream.of(arguments)).toArray(String[]::new);
    return new ProcessBuilder(command)
        .redirectOutput(new File("/dev/null"))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }
}
