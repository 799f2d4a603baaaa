package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  private static Ended run(byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = GradusCommand.run(streams, arguments);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Ended run(String... arguments) {
    return run(new byte[0], arguments);
  }

  private static List<String> answers(String lines) {
    Ended ended = run(lines.getBytes(StandardCharsets.UTF_8), "compare", "--batch", "-");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    return ended.out().lines().toList();
  }

  @Test
  void saysThatTwoAreEqual() {
    assertThat(run("compare", "2*x + y", "y + x + x"))
        .isEqualTo(new Ended(0, "equivalent: Both are equal, by exact arithmetic.\n", ""));
  }

  @Test
  void saysWhereTwoDiffer() {
    assertThat(run("compare", "sqrt(x^2)", "x"))
        .isEqualTo(
            new Ended(
                1, "different: At x = -1, the left side is 1 and the right side is -1.\n", ""));
  }

  @Test
  void factsCount() {
    assertThat(run("compare", "log(x^4)", "4*log(x)").code()).isEqualTo(1);
    assertThat(run("compare", "log(x^4)", "4*log(x)", "--where", "x > 0").code()).isZero();
  }

  @Test
  void aFormulaMayBeginWithASign() {
    assertThat(run("compare", "-h*w", "w*(-h)").code()).isZero();
    assertThat(run("compare", "--where", "h > 0", "--", "-x", "-1*x").code()).isZero();
    assertThat(run("compare", "-o_1", "-1*o_1").code()).isZero();
  }

  @Test
  void whatCannotBeReadIsMarked() {
    assertThat(run("compare", "x +", "x", "--where", "x >").out())
        .isEqualTo(
            """
            unreadable:
            where:1:3: something is missing after '>'
            x >
              ^
            left:1:3: something is missing after '+'
            x +
              ^
            """);
  }

  @Test
  void writesJson() {
    assertThat(run("compare", "sqrt(x^2)", "x", "--format", "json").out())
        .isEqualTo(
            """
            {"verdict":"different","grounds":"sampled",\
            "witness":{"at":{"x":-1},"left":1,"right":-1},\
            "message":"At x = -1, the left side is 1 and the right side is -1."}
            """);
    assertThat(run("compare", "log(x^2)", "2*log(x)", "--format=json").out())
        .contains("\"witness\":{\"at\":{\"x\":-1},\"left\":0,\"right\":null}");
  }

  @Test
  void aWitnessHasVectorsAsArrays() {
    assertThat(
            run("compare", "X'*y", "X'*w", "--where", "X: 2 x 2; w, y: 2", "--format", "json")
                .out())
        .startsWith(
            """
            {"verdict":"different","grounds":"sampled","witness":{"at":{"X":[[1,null],[\
            """)
        .contains("\"entry\":[1]");
  }

  @Test
  void answersEveryLineOfABatchInOrder() {
    List<String> answers =
        answers(
            """
            {"id": 7, "left": "x", "right": "x"}
            no JSON
            {"id": "a", "left": "x"}

            {"right": "x", "left": "sqrt(x)^2", "id": [1, null], "where": "x > 0", "more": {"a": 1}}
            {"id": null, "left": "x +", "right": "x", "where": null}
            {"id": 8, "left": "x", "right": "2*x"} {}
            """);
    assertThat(answers).hasSize(7);
    assertThat(answers.get(0)).startsWith("{\"id\":7,\"verdict\":\"equivalent\"");
    assertThat(answers.get(1)).startsWith("{\"verdict\":\"unreadable\"");
    assertThat(answers.get(2)).startsWith("{\"id\":\"a\",\"verdict\":\"unreadable\"");
    assertThat(answers.get(3)).startsWith("{\"verdict\":\"unreadable\"");
    assertThat(answers.get(4)).startsWith("{\"id\":[1,null],\"verdict\":\"equivalent\"");
    assertThat(answers.get(5))
        .startsWith("{\"id\":null,\"verdict\":\"unreadable\"")
        .contains("\"code\":\"missing-after\"");
    assertThat(answers.get(6)).startsWith("{\"id\":8,\"verdict\":\"unreadable\"");
  }

  /// Whoever writes one line and waits has its reply before the next line is asked for.
  @Test
  void everyReplyIsOutBeforeMoreIsRead() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Long> repliesAtReads = new ArrayList<>();
    String line = "{\"left\": \"x\", \"right\": \"x\"}\n";
    InputStream in =
        new InputStream() {
          @Override
          public int read(byte[] bytes, int offset, int length) {
            repliesAtReads.add(out.toString(StandardCharsets.UTF_8).lines().count());
            byte[] one = line.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(one, 0, bytes, offset, one.length);
            return repliesAtReads.size() > 3 ? -1 : one.length;
          }

          @Override
          public int read() {
            throw new AssertionError("bytes are read in blocks");
          }
        };
    PrintStream buffered =
        new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
    GradusCommand.run(new Streams(in, buffered, System.err), "compare", "--batch", "-");
    assertThat(repliesAtReads).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void hostileLinesAreAnswered() {
    String deep = "(".repeat(100_000) + "x" + ")".repeat(100_000);
    String wide = "x" + "+x".repeat(200_000);
    String tower = "9^9^9^9^9";
    List<String> answers =
        answers(
            "{\"left\":\"%s\",\"right\":\"x\"}%n{\"left\":\"%s\",\"right\":\"x\"}%n%s%n%s%n"
                .formatted(
                    deep,
                    wide,
                    "{\"left\":\"%s\",\"right\":\"%s\"}".formatted(tower, tower + "+1"),
                    "[".repeat(100_000)));
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0)).contains("unreadable", "nest");
    assertThat(answers.get(1)).contains("undecided");
    assertThat(answers.get(2)).contains("undecided");
    assertThat(answers.get(3)).contains("unreadable");
  }

  @Test
  void bytesThatAreNoTextAreAFaultOfTheirLine() {
    byte[] input =
        "{\"id\":1,\"left\":\"\u00ff\",\"right\":\"x\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    Ended ended = run(input, "compare", "--batch", "-");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("{\"id\":1,\"verdict\":\"unreadable\"");
  }

  @Test
  void aBatchIsReadFromAFileAndWrittenToOne() throws IOException {
    Path questions = folder.resolve("questions.jsonl");
    Path answers = folder.resolve("answers.json");
    Files.writeString(questions, "{\"id\":1,\"left\":\"x\",\"right\":\"x\"}");
    Ended ended = run("compare", "--batch", questions.toString(), "-o", answers.toString());
    assertThat(ended).isEqualTo(new Ended(0, "", ""));
    assertThat(Files.readString(answers)).startsWith("{\"id\":1,\"verdict\":\"equivalent\"");
  }

  @Test
  void faultyCallsAreTold() {
    assertThat(run("compare", "x").code()).isEqualTo(2);
    assertThat(run("compare", "x", "y", "z").code()).isEqualTo(2);
    assertThat(run("compare", "--batch", "no such file").code()).isEqualTo(2);
    assertThat(run("compare", "--batch", "-", "x", "x").code()).isEqualTo(2);
    assertThat(run("compare", "x", "x", "--format", "latex").code()).isEqualTo(2);
  }
}
