package gradus;

import gradus.check.RandomAnswers;
import gradus.check.RandomAnswers.Answer;
import gradus.check.verdict.CheckedAnswer;
import gradus.syntax.paper.Notation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// Milliseconds for an answer that is a whole sheet, on one warm thread, the network prepared: some
/// ninety equations of numbers, or a quarter as many of vectors. No answer comes twice before all
/// have come, and every third one has a slip.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class CheckBenchmark {
  static final int ANSWERS = 3_000;
  static final long SEED = 1;

  @Param({"skip-connection", "softmax"})
  public String example = "skip-connection";

  private Checker checker = Gradus.checker(example, network(example)).checker().orElseThrow();
  private List<Answer> answers = List.of();
  private int next;

  @Setup
  public void draw() {
    checker = Gradus.checker(example, network(example)).checker().orElseThrow();
    answers = RandomAnswers.to(network(example), ANSWERS, SEED);
  }

  static String network(String example) {
    try {
      return Files.readString(Path.of("examples", example, "network.gradus"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Benchmark
  public CheckedAnswer sheet() {
    String answer = answers.get(next++ % answers.size()).text();
    return checker.check("answer", answer, Notation.LATEX);
  }
}
