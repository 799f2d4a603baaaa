package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every expected sheet compiles without an overfull box and with vector fonts only.
class ExamplesPdfTest {
  @TempDir Path folder;

  static List<Path> examples() {
    return Examples.gallery();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void compiles(Path example) throws IOException {
    Pdf.assertSound(folder, Map.of("main.tex", Files.readString(example.resolve("sheet.tex"))));
    assertThat(Pdf.output(folder, "pdffonts", "main.pdf")).doesNotContain("Type 3");
  }
}
