package gradus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of answers and, beside it, what is to be said of them. A line `---` ends an answer: what
/// stands below is another student's and is judged by itself.
record HandIn(Path network, Path answers) {
  static final String VERDICTS = ".verdicts";
  private static final String RULE = "---";

  Path verdicts() {
    String name = answers.getFileName().toString();
    return answers.resolveSibling(name.substring(0, name.lastIndexOf('.')) + VERDICTS);
  }

  /// Each answer, its lines where they stand in the file.
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    int above = 0;
    for (List<String> lines : parts(read(answers))) {
      texts.add("\n".repeat(above) + String.join("\n", lines) + "\n");
      above += lines.size() + 1;
    }
    return texts;
  }

  /// What is to be said of each answer.
  List<List<Remark>> remarks() {
    return parts(read(verdicts())).stream().map(Remark::read).toList();
  }

  private static List<List<String>> parts(List<String> lines) {
    List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : lines) {
      if (line.equals(RULE)) {
        parts.add(new ArrayList<>());
      } else {
        parts.getLast().add(line);
      }
    }
    return parts;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return answers.toString();
  }
}
