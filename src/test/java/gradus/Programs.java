package gradus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of the machine that some tests call: pdflatex, pdftotext, a browser.
///
/// A test whose program is absent is skipped, except with `GRADUS_REQUIRE=all` in the environment,
/// as CI sets it: there it fails.
public final class Programs {

  private Programs() {}

  /** The program of this name on the PATH; without it the calling test is skipped or fails. */
  public static Path required(String name) {
    Optional<Path> program = onPath(name);
    if ("all".equals(System.getenv("GRADUS_REQUIRE")) && program.isEmpty()) {
      throw new AssertionError(name + " is not on the PATH, and GRADUS_REQUIRE=all asks for it");
    }
    assumeTrue(program.isPresent(), name + " is not on the PATH");
    return program.orElseThrow();
  }

  /** The first Python on the PATH that has a module; without one the test is skipped or fails. */
  public static Path pythonWith(String module) {
    Optional<Path> python =
        allOnPath("python3")
            .filter(program -> succeeds(program, "-c", "import " + module))
            .findFirst();
    if ("all".equals(System.getenv("GRADUS_REQUIRE")) && python.isEmpty()) {
      throw new AssertionError("no python3 has " + module + ", and GRADUS_REQUIRE=all asks for it");
    }
    assumeTrue(python.isPresent(), "no python3 has " + module);
    return python.orElseThrow();
  }

  private static boolean succeeds(Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The program of this name on the PATH, if there is one. */
  public static Optional<Path> onPath(String name) {
    return allOnPath(name).findFirst();
  }

  private static Stream<Path> allOnPath(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }
}
