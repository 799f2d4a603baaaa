package gradus.syntax.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Real solution sheets with a table of their claims, where there is a folder of them: beside the
/// project or above it, or where `-Dgradus.sheets=FOLDER` says.
final class Sheets {
  /// A row of `*.verdicts.tsv`.
  record Row(int line, String number, String kind, String latex, String expected, String links) {
    boolean isMathematics() {
      return !kind.equals("prose") && (latex.contains("=") || latex.contains("\\leftarrow"));
    }

    boolean isUnreadable() {
      return expected.equals("unreadable");
    }
  }

  record Sheet(String name, String text, List<Row> rows) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Sheets() {}

  static List<Sheet> all() {
    return folder().stream().flatMap(Sheets::in).toList();
  }

  private static Optional<Path> folder() {
    String named = System.getProperty("gradus.sheets");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.iterate(
            Path.of("").toAbsolutePath(), path -> path != null, path -> path.getParent())
        .flatMap(path -> Stream.of(path.resolve("sheets"), path.resolve("shared/sheets")))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Stream<Sheet> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".verdicts.tsv"))
          .sorted()
          .map(Sheets::sheet)
          .toList()
          .stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Sheet sheet(Path table) {
    String name = table.getFileName().toString().replace(".verdicts.tsv", "");
    try {
      String text = Files.readString(table.resolveSibling(name + ".md"));
      return new Sheet(
          name, text, Files.readAllLines(table).stream().skip(1).map(Sheets::row).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split("\t", -1);
    return new Row(Integer.parseInt(cells[1]), cells[2], cells[3], cells[4], cells[7], cells[8]);
  }
}
