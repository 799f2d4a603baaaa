package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final String NEURON =
      """
      input x
      weight w
      z = w * x
      loss L = z^2
      at x = 1, w = 3
      """;

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  private static Ended run(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = GradusCommand.run(streams, arguments);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String network(String text) throws IOException {
    Path file = folder.resolve("network.gradus");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void solvesToStandardOutputAsLatex() throws IOException {
    Ended ended = run("", "solve", network(NEURON));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("\\documentclass").endsWith("\\end{document}\n");
  }

  @Test
  void readsStandardInput() {
    Ended ended = run(NEURON, "eval", "-", "--format", "json");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("\"gradus/eval/1\"").containsPattern("\"w\": *6");
  }

  @Test
  void theEndingPicksTheFormatAndSeveralOutputsMayStand() throws IOException {
    Path tex = folder.resolve("sheet.tex");
    Path json = folder.resolve("sheet.json");
    Path text = folder.resolve("sheet.txt");
    Ended ended =
        run(
            "",
            "solve",
            network(NEURON),
            "-o",
            tex.toString(),
            "-o",
            json.toString(),
            "-o",
            text.toString());
    assertThat(ended).isEqualTo(new Ended(0, "", ""));
    assertThat(Files.readString(tex)).startsWith("\\documentclass");
    assertThat(Files.readString(json)).contains("\"gradus/solve/1\"");
    assertThat(Files.readString(text)).contains("Backward pass");
    assertThat(files()).containsExactly("network.gradus", "sheet.json", "sheet.tex", "sheet.txt");
  }

  @Test
  void aFaultyNetworkWritesNothing() throws IOException {
    Path tex = folder.resolve("sheet.tex");
    Files.writeString(tex, "older");
    String file = network("input x\nz = x + q\nloss L = z + r\n");
    Ended ended = run("", "solve", file, "-o", tex.toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains(file + ":2:9: nothing is called 'q'")
        .contains("z = x + q\n        ^\n")
        .contains(file + ":3:14: nothing is called 'r'");
    assertThat(Files.readString(tex)).isEqualTo("older");
  }

  @Test
  void withJsonTheFaultsAreJsonToo() {
    Ended ended = run("z = q", "eval", "-", "--format", "json");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("\"gradus/error/1\"", "\"unknown-name\"")
        .containsPattern("\"line\": *1,\\s*\"column\": *5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "solve no-such-file.gradus",
        "solve .",
        "solve - --format docx",
        "solve - -o sheet.docx",
        "solve - -o no/such/folder/sheet.tex",
        "solve - --digits 0",
        "solve - --digits many",
        "solve - --form diagonal",
        "solve",
        "solve - --format",
        "solve - - -",
        "sovle -",
        "solve - --colour",
        "solve - -o /tmp",
        "solve - -o noending",
        "solve - -o /dev/null/sheet.tex",
        "eval - --format latex"
      })
  void aBadCallIsTwoAndOneClearLine(String call) {
    Ended ended = run(NEURON, call.split(" "));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("gradus: ").hasLineCount(1).doesNotContain("Exception");
  }

  @Test
  void aFormulaToDifferentiateMayBeginWithASign() {
    assertThat(run("", "diff", "-h*w", "--wrt", "w")).isEqualTo(new Ended(0, "∂f/∂w = -h\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          prove -                  | there is no command 'prove'; there are: solve, eval, check, compare, diff
          check -                  | name answers to judge, or --batch FILE; see 'gradus check --help'
          check - a --reveal all   | --reveal takes full, hint, place, verdict, not 'all'
          sovle -                  | there is no command 'sovle'; did you mean 'solve'?
          solve                    | a network file is missing; see 'gradus solve --help'
          diff --wrt w             | a formula is missing; see 'gradus diff --help'
          solve - --colour         | there is no option '--colour'; see 'gradus solve --help'
          solve - more             | 'more' is one argument too many; see 'gradus solve --help'
          solve - --form tensor    | --form takes auto, scalar, index or matrix, not 'tensor'
          eval - --digits many     | --digits takes a number from 1 to 17, not 'many'
          eval - --digits 99999999999 | --digits takes a number from 1 to 17, not '99999999999'
          solve - -o /tmp          | '/tmp' is a folder; name a file to write
          solve - -o noending      | the ending of 'noending' tells no format; name one with --format: fragment, json, latex, text
          """)
  void saysWhatIsWrongWithACall(String call, String said) {
    assertThat(run(NEURON, call.split(" "))).isEqualTo(new Ended(2, "", "gradus: " + said + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          eval none.gradus --format json   | "none.gradus" | bad-file | 'none.gradus' cannot be read: there is no such file
          solve - --digits 0 --format=JSON | null          | bad-call | --digits takes a number from 1 to 17, not '0'
          eval - --format json --colour    | null          | bad-call | there is no option '--colour'; see 'gradus eval --help'
          prove - --format json            | null          | bad-call | there is no command 'prove'; there are: solve, eval, check, compare, diff
          eval no.gradus -o table.json     | "no.gradus"   | bad-file | 'no.gradus' cannot be read: there is no such file
          """)
  void withJsonAFaultyCallIsJsonToo(String call, String file, String code, String said) {
    Ended ended = run(NEURON, call.split(" "));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains(
            "\"schema\": \"gradus/error/1\"",
            "\"file\": " + file + ",",
            "\"line\": null,",
            "\"code\": \"" + code + "\",",
            "\"message\": \"" + said + "\",");
  }

  @Test
  void outputThatIsLostIsNoSuccess() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(NEURON.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(full, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(GradusCommand.run(streams, "eval", "-")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("gradus: standard output cannot be written\n");
  }

  @Test
  void whatIsNotUtf8IsSaid() throws IOException {
    Path file = folder.resolve("latin.gradus");
    Files.write(file, new byte[] {'#', (byte) 0xe9, '\n'});
    Ended ended = run("", "solve", file.toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).isEqualTo("gradus: '" + file + "' is not UTF-8 text\n");
  }

  @Test
  void digitsAreForPrintOnly() {
    String network = "input x\nweight w\nloss L = w/x\nat x = 3, w = 1.0\n";
    assertThat(run(network, "solve", "-", "--format", "text", "--digits", "3").out())
        .contains("≈ 0.333");
    assertThat(run(network, "eval", "-", "--format", "json", "--digits", "3").out())
        .contains("0.3333333333333333")
        .contains("\"1/3\"");
  }

  @Test
  void helpAndVersionAreNoFaults() {
    assertThat(run("", "--help").code()).isZero();
    assertThat(run("", "solve", "--help").out()).contains("--digits", "--format", "NETWORK");
    assertThat(run("", "--version").out()).startsWith("gradus ");
    assertThat(run("").out()).contains("solve", "eval");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
