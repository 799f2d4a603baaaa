package gradus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

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

  /** The program of this name on the PATH, if there is one. */
  public static Optional<Path> onPath(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
