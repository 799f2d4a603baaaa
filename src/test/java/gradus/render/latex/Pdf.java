package gradus.render.latex;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Runs pdflatex where there is one. Without it a test is skipped, or fails if `GRADUS_REQUIRE` is
/// `all`.
final class Pdf {
  private Pdf() {}

  /// What pdflatex says about the file `main.tex` among `files`.
  static String log(Path folder, Map<String, String> files) {
    Programs.required("pdflatex");
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      run(folder, "pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "main.tex");
      return Files.readString(folder.resolve("main.log"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Compiles without an error and without a line that runs into the margin.
  static void assertSound(Path folder, Map<String, String> files) {
    String log = log(folder, files);
    assertThat(log.lines().filter(Pdf::isComplaint)).isEmpty();
    assertThat(folder.resolve("main.pdf")).exists();
  }

  private static boolean isComplaint(String line) {
    return line.startsWith("!") || line.startsWith("Overfull") || line.contains("undefined");
  }

  static String output(Path folder, String... command) {
    Programs.required(command[0]);
    try {
      return run(folder, command);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String run(Path folder, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
