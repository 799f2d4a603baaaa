package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that a call names: hostile names, outputs that are inputs, links, modes.
class FilesTest {
  private static final String NEURON =
      """
      input x
      weight w
      z = w * x
      loss L = z^2
      at x = 1, w = 3
      """;

  @TempDir Path folder;
  private String network;

  private record Ended(int code, String out, String err) {}

  private static Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = GradusCommand.run(streams, arguments);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void network() throws IOException {
    network = file("network.gradus", NEURON);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  // ---- names ------------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check NETWORK @LIST",
        "check NETWORK -- @LIST",
        "check @LIST x",
        "check NETWORK --batch @LIST",
        "solve @LIST",
        "eval @LIST",
        "compare x @LIST",
        "compare --batch @LIST",
        "diff @LIST --wrt x",
        "@LIST"
      })
  void aNameThatBeginsWithAnAtSignIsNoListOfArguments(String call) throws IOException {
    Path victim = Files.writeString(folder.resolve("victim.txt"), "mine");
    String list = file("list", "-o\n" + victim + "\n--format\ntext\n");
    List<String> words = new ArrayList<>();
    for (String word : call.split(" ")) {
      words.add(word.replace("LIST", list).replace("NETWORK", network));
    }
    Ended ended = run(words.toArray(String[]::new));
    assertThat(ended.code()).isIn(1, 2);
    assertThat(ended.out() + ended.err()).contains("@");
    assertThat(victim).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o", "--output=x.txt", "--format", "--help", "--debug", "--", "@x"})
  void behindTwoDashesNothingIsAnOption(String name) {
    assertThat(run("check", "--", network, name))
        .isEqualTo(
            new Ended(2, "", "gradus: '" + name + "' cannot be read: there is no such file\n"));
    assertThat(run("solve", "--", name).err())
        .isEqualTo("gradus: '" + name + "' cannot be read: there is no such file\n");
  }

  @Test
  void behindTwoDashesJsonIsNotAskedFor() {
    assertThat(run("check", network, "--", "--format", "json").out()).isEmpty();
    assertThat(run("check", network, "--", "-o", "x.json").out()).isEmpty();
  }

  @Test
  void aNameIsToldWithoutWhatATerminalObeys() {
    assertThat(run("check", network, "\u001b[2J\u202Exy\n").err())
        .isEqualTo("gradus: '\uFFFD[2J\uFFFDxy ' cannot be read: there is no such file\n");
    assertThat(run("solve", network, "\u009b").err())
        .isEqualTo("gradus: '\uFFFD' is one argument too many; see 'gradus solve --help'\n");
  }

  // ---- outputs that are inputs ------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"network.gradus", "./network.gradus", "link", "hard", "sub/../hard"})
  void whatIsReadIsNotWritten(String name) throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("network.gradus"));
    Files.createLink(folder.resolve("hard"), Path.of(network));
    String output = folder + "/" + name;
    for (String command : List.of("solve", "eval")) {
      assertThat(run(command, network, "-o", output, "--format", "text"))
          .isEqualTo(
              new Ended(
                  2,
                  "",
                  "gradus: '" + output + "' is read in this call; name another file to write\n"));
    }
    assertThat(Path.of(network)).hasContent(NEURON);
  }

  @Test
  void neitherAnswersNorBatchesAreWritten() throws IOException {
    String good = folder + "/good.txt";
    String answer = file("answer.txt", "dL/dw = 6");
    assertThat(run("check", network, answer, "-o", good, "-o", answer).code()).isEqualTo(2);
    assertThat(run("check", network, answer, "-o", network, "--format", "text").code())
        .isEqualTo(2);
    assertThat(run("check", network, "--batch", answer, "-o", answer).code()).isEqualTo(2);
    assertThat(run("compare", "--batch", answer, "-o", answer).code()).isEqualTo(2);
    assertThat(files()).containsExactly("answer.txt", "network.gradus");
    assertThat(Path.of(answer)).hasContent("dL/dw = 6");
    assertThat(Path.of(network)).hasContent(NEURON);
  }

  // ---- what is replaced -------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x---"})
  void aFileThatIsReplacedKeepsItsMode(String mode) throws IOException {
    Path sheet = Files.writeString(folder.resolve("sheet.txt"), "older");
    permit(sheet, mode);
    assertThat(run("solve", network, "-o", sheet.toString())).isEqualTo(new Ended(0, "", ""));
    assertThat(permissions(sheet)).isEqualTo(mode);
    assertThat(sheet).content().contains("Backward pass");
    assertThat(files()).containsExactly("network.gradus", "sheet.txt");
  }

  @Test
  void aWriteProtectedFileStays() throws IOException {
    Path sheet = Files.writeString(folder.resolve("sheet.txt"), "older");
    permit(sheet, "r--r--r--");
    Files.createSymbolicLink(folder.resolve("link.txt"), sheet);
    for (Path name : List.of(sheet, folder.resolve("link.txt"))) {
      assertThat(run("solve", network, "-o", folder + "/other.txt", "-o", name.toString()))
          .isEqualTo(
              new Ended(2, "", "gradus: '" + name + "' cannot be written: permission denied\n"));
    }
    assertThat(sheet).hasContent("older");
    assertThat(files()).containsExactly("link.txt", "network.gradus", "sheet.txt");
  }

  @ParameterizedTest
  @CsvSource({"older, true", "'', false"})
  void aLinkIsWrittenThrough(String older, boolean exists) throws IOException {
    Path sub = Files.createDirectory(folder.resolve("sub"));
    Path sheet = sub.resolve("sheet.txt");
    if (exists) {
      Files.writeString(sheet, older);
    }
    Files.createSymbolicLink(folder.resolve("hop"), Path.of("sub/sheet.txt"));
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("hop"));
    assertThat(run("solve", network, "-o", link.toString())).isEqualTo(new Ended(0, "", ""));
    assertThat(link).isSymbolicLink();
    assertThat(sheet).isRegularFile().content().contains("Backward pass");
  }

  @Test
  void linksInACircleAreNoFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("link.txt"));
    Ended ended = run("solve", network, "-o", link.toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).startsWith("gradus: '" + link + "' cannot be written: ");
  }

  /// In a folder of others somebody may guess the name under which a file begins.
  @Test
  void theFileThatIsBeingWrittenIsNew() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    String guess = ".gradus-" + ProcessHandle.current().pid() + "-0";
    Files.createSymbolicLink(folder.resolve(guess), victim);
    assertThat(run("solve", network, "-o", folder + "/sheet.txt").code()).isZero();
    assertThat(victim).hasContent("mine");
    assertThat(files()).containsExactly(guess, "network.gradus", "sheet.txt", "victim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
  void anOpenFileOfTheCallerIsWrittenToAndNotReplaced(String name) throws IOException {
    assumeTrue(Files.exists(Path.of(name)));
    assertThat(OutputFile.of(Path.of(name)).isStream()).isTrue();
  }
}
