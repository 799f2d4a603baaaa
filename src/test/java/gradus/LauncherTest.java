package gradus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher among folders made for it: JDKs whose `java` prints its arguments, and a Maven that
/// writes down that it ran.
@Timeout(60)
final class LauncherTest {

  private static final String BUILDING = "gradus: building, which takes a moment ...\n";
  private static final String NO_JDK =
      "gradus: needs a JDK 25 or newer and found none;"
          + " install one, or set JAVA_HOME to its folder.\n";

  @TempDir Path folder;
  private Path home;
  private Path bin;

  record Run(int exitCode, String output, String errors) {}

  @BeforeEach
  void layOut() throws IOException {
    folder = folder.toRealPath();
    home = Files.createDirectories(folder.resolve("gradus home"));
    bin = Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("jdks"));
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.copy(Path.of("gradus"), home.resolve("gradus"));
    executable(home.resolve("gradus"));
    for (String tool :
        List.of("cat", "cp", "find", "mkdir", "mv", "readlink", "rm", "sed", "sleep")) {
      script(bin.resolve(tool), "exec " + Programs.onPath(tool).orElseThrow() + " \"$@\"\n");
    }
    script(
        bin.resolve("mvn"),
        """
        echo built >>"$HOME/builds"
        for argument; do
          case $argument in -Dgradus.build=*) build=${argument#*=} ;; esac
        done
        mkdir -p "$build/lib"
        echo "built with $JAVA_HOME" >"$build/gradus.jar"
        """);
  }

  @Test
  void saysWhenThereIsNoJdk() throws Exception {
    assertThat(launch()).isEqualTo(new Run(70, "", NO_JDK));
  }

  @ParameterizedTest
  @CsvSource({"17.0.15", "1.8.0_402", "24.0.2", "24-ea"})
  void passesOverAnOlderJdk(String version) throws Exception {
    jdk("old", version);
    assertThat(launch()).isEqualTo(new Run(70, "", NO_JDK));
  }

  @ParameterizedTest
  @CsvSource({"25", "25.0.1", "26-ea", "100.0.1"})
  void takesANewerJdk(String version) throws Exception {
    jdk("a-old", "17.0.15");
    Path fitting = jdk("b-new", version);
    assertThat(launch("--version").output()).startsWith(fitting + "/bin/java\n");
  }

  @Test
  void prefersJavaHome() throws Exception {
    jdk("one", "25.0.1");
    Path chosen = jdk("two", "25.0.1");
    assertThat(run(chosen, home, "", "./gradus").output()).startsWith(chosen + "/bin/java\n");
  }

  @Test
  void takesTheJdkBehindTheJavaOnThePath() throws Exception {
    jdk("elsewhere", "25.0.1");
    Path linked = jdk("../linked", "25.0.1").toRealPath();
    Files.createSymbolicLink(bin.resolve("java"), linked.resolve("bin/java"));
    assertThat(launch().output()).startsWith(linked + "/bin/java\n");
  }

  @Test
  void readsTheToolchainsFile() throws Exception {
    Path listed = jdk("../listed", "25.0.1").toRealPath();
    Files.createDirectories(folder.resolve(".m2"));
    Files.writeString(
        folder.resolve(".m2/toolchains.xml"),
        "<toolchains>\n  <jdkHome>" + listed + "</jdkHome>\n</toolchains>\n");
    assertThat(launch().output()).startsWith(listed + "/bin/java\n");
  }

  @Test
  void passesArgumentsInputAndExitCodeThrough() throws Exception {
    jdk("new", "25.0.1");
    launch();
    Run run = run(null, home, "from outside\n", "./gradus", "a b", "", "*", "exit-3");
    assertThat(run.output()).endsWith("gradus.jar\na b\n\n*\nexit-3\nfrom outside\n");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "2,2", "10,1", "70,70", "137,137"})
  void whatGradusSaysByItsExitCodeComesThrough(int ended, int told) throws Exception {
    jdk("new", "25.0.1");
    launch();
    Run run = launch("exit-" + ended);
    assertThat(run.exitCode()).isEqualTo(told);
    assertThat(run.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1", "126", "127", "134", "139"})
  void aJvmThatCannotStartOrGoOnIsNoVerdict(int ended) throws Exception {
    jdk("new", "25.0.1");
    launch();
    Run run = launch("exit-" + ended);
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.errors()).startsWith("gradus: Java could not run it;").hasLineCount(1);
  }

  @Test
  void aSignalReachesTheJvmBeforeTheLauncherEnds() throws Exception {
    jdk("new", "25.0.1");
    launch();
    Process process = start(null, home, "./gradus", "until-told");
    BufferedReader output = process.inputReader(UTF_8);
    while (!"until-told".equals(output.readLine())) {}
    process.toHandle().destroy();
    assertThat(process.waitFor()).isEqualTo(128 + 15);
    assertThat(output.readLine()).isEqualTo("told");
  }

  @Test
  void aClosedStandardInputIsEmpty() throws Exception {
    jdk("new", "25.0.1");
    launch();
    Run run = run(null, home, "from outside\n", "/bin/sh", "-c", "./gradus last <&-");
    assertThat(run.output()).endsWith("gradus.jar\nlast\n");
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void worksThroughLinksFromAnyFolder() throws Exception {
    jdk("new", "25.0.1");
    Files.createSymbolicLink(bin.resolve("gradus"), Path.of("../hop"));
    Files.createSymbolicLink(folder.resolve("hop"), home.resolve("gradus"));
    assertThat(run(null, folder.resolve("jdks"), "", bin.resolve("gradus").toString()).output())
        .contains(home + "/target/launcher/app/gradus.jar\n");
  }

  @Test
  void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
    jdk("new", "25.0.1");
    assertThat(launch().errors()).isEqualTo(BUILDING);
    assertThat(launch().errors()).isEmpty();
    assertThat(builds()).isEqualTo(1);

    Path source = Files.writeString(home.resolve("src/main/New.java"), "class New {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(launch().errors()).isEmpty();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void buildsOnceForManyAtATime() throws Exception {
    jdk("new", "25.0.1");
    launchMany();
    assertThat(builds()).isEqualTo(1);
  }

  private void launchMany() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      processes.add(start(null, home, "./gradus"));
    }
    for (Process process : processes) {
      process.getOutputStream().close();
      assertThat(process.waitFor()).isZero();
    }
  }

  @Test
  void takesOverFromABuildThatDied() throws Exception {
    jdk("new", "25.0.1");
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path lock = Files.createDirectories(home.resolve("target/launcher/lock"));
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    assertThat(launch().exitCode()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void aLockThatNobodyHoldsIsNone() throws Exception {
    jdk("new", "25.0.1");
    Path lock = Files.createDirectories(home.resolve("target/launcher/lock"));
    assertThat(launch().exitCode()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void aLockWhoseHolderWasKilledBeforeItCouldSignIsTakenOver() throws Exception {
    jdk("new", "25.0.1");
    Path lock = Files.createDirectories(home.resolve("target/launcher/lock"));
    Files.createFile(lock.resolve("pid"));
    assertThat(launch().exitCode()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void onlyOneOfManyTakesOverFromBuildsThatDied() throws Exception {
    jdk("new", "25.0.1");
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path lock = Files.createDirectories(home.resolve("target/launcher/lock"));
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    Files.writeString(lock.resolve("pid+"), gone.pid() + "\n");
    launchMany();
    assertThat(builds()).isEqualTo(1);
    assertThat(lock).doesNotExist();
  }

  @Test
  void whereNothingCanBeWrittenOneSentenceSaysSo() throws Exception {
    jdk("new", "25.0.1");
    Files.writeString(home.resolve("target"), "no folder");
    Run run = launch();
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors())
        .isEqualTo(
            "gradus: is to be built, and nothing can be written to "
                + home
                + "; start it once as somebody who may, or copy it.\n");
  }

  @Test
  void showsWhatMavenSaidOfAFailedBuild() throws Exception {
    jdk("new", "25.0.1");
    script(bin.resolve("mvn"), "echo '[ERROR] it rains'; exit 1");
    Run run = launch();
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors())
        .isEqualTo(
            BUILDING
                + "[ERROR] it rains\n"
                + "gradus: could not be built; what Maven said stands above.\n");
    assertThat(home.resolve("target/launcher/lock")).doesNotExist();
  }

  @Test
  void saysWhenThereIsNoMaven() throws Exception {
    jdk("new", "25.0.1");
    Files.delete(bin.resolve("mvn"));
    Run run = launch();
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.errors()).endsWith("install Maven 3.8 or newer.\n");
  }

  @Test
  void startsFromACacheWhereTrainingGaveOne() throws Exception {
    jdk("new", "25.0.1");
    Path sample = Files.createDirectories(home.resolve("examples/skip-connection"));
    Files.writeString(sample.resolve("network.gradus"), "network \"x\"\n");
    assertThat(launch().output())
        .contains("-XX:AOTCache=" + home.resolve("target/launcher/app/aot") + "\n");
  }

  private Run launch(String... arguments) throws Exception {
    return run(
        null,
        home,
        "",
        Stream.concat(Stream.of("./gradus"), Stream.of(arguments)).toArray(String[]::new));
  }

  private Run run(Path javaHome, Path cwd, String input, String... command) throws Exception {
    Process process = start(javaHome, cwd, command);
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output, errors);
  }

  private Process start(Path javaHome, Path cwd, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(cwd.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("GRADUS_JDKS", folder.resolve("jdks").toString());
    if (javaHome != null) {
      builder.environment().put("JAVA_HOME", javaHome.toString());
    }
    return builder.start();
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  /** A JDK of this version: its `java` tells where it lies and what it was given. */
  private Path jdk(String name, String version) throws IOException {
    Path jdk =
        Files.createDirectories(folder.resolve("jdks").resolve(name).resolve("bin")).getParent();
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nOS=\"x\"\n");
    script(jdk.resolve("bin/javac"), "");
    script(
        jdk.resolve("bin/java"),
        """
        for argument; do
          case $argument in -XX:AOTCacheOutput=*) echo cache >"${argument#*=}" ;; esac
        done
        case ${argument-} in until-told) trap 'echo told; exit 143' TERM ;; esac
        printf '%s\\n' "$0" "$@"
        while [ "${argument-}" = until-told ]; do sleep 1; done
        cat
        case ${argument-} in exit-*) exit "${argument#exit-}" ;; esac
        """);
    return jdk;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    executable(file);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
