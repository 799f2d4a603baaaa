package gradus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What stands in `examples/`.
public final class Examples {
  private static final Path FOLDER = Path.of("examples");
  private static final String NETWORK = "network.gradus";

  private Examples() {}

  /// The folders with sheets. Those in `hand-ins` are there for their answers alone.
  public static List<Path> gallery() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(folder -> Files.exists(folder.resolve(NETWORK))).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Every file of answers beside a network.
  static List<HandIn> handIns() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getParent().endsWith("answers"))
          .filter(file -> !file.toString().endsWith(HandIn.VERDICTS))
          .sorted()
          .map(file -> new HandIn(file.getParent().resolveSibling(NETWORK), file))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
