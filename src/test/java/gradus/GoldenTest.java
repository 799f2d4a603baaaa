package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.render.Reveal;
import gradus.syntax.answer.Notation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every network of `examples/` against its expected files. `-Dgradus.golden=write` rewrites them.
/// Its folder of answers belongs to [AnswersTest].
class GoldenTest {
  private static final List<String> INPUTS = List.of("network.gradus", "answer.md", "answers");
  private static final boolean WRITE = "write".equals(System.getProperty("gradus.golden"));

  static List<Path> examples() {
    return Examples.gallery();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void comesOutAsExpected(Path example) throws IOException {
    for (Map.Entry<String, String> file : outputs(example).entrySet()) {
      Path expected = example.resolve(file.getKey());
      if (WRITE) {
        Files.writeString(expected, file.getValue());
      }
      assertThat(expected).exists();
      assertThat(file.getValue()).as(expected.toString()).isEqualTo(Files.readString(expected));
    }
  }

  @Test
  void everyFileOfAnExampleIsChecked() throws IOException {
    for (Path example : examples()) {
      try (Stream<Path> files = Files.list(example)) {
        List<String> others =
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> !INPUTS.contains(name))
                .toList();
        assertThat(others)
            .as(example.toString())
            .containsExactlyInAnyOrderElementsOf(outputs(example).keySet());
      }
    }
  }

  private static Map<String, String> outputs(Path example) throws IOException {
    Path network = example.resolve("network.gradus");
    Gradus.Solving solving = Gradus.solve(network.toString(), Files.readString(network));
    assertThat(solving.diagnostics()).isEmpty();
    Solution solution = solving.solution().orElseThrow();
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("sheet.tex", solution.sheet(SheetFormat.LATEX));
    outputs.put("sheet.txt", solution.sheet(SheetFormat.TEXT));
    outputs.put("solve.json", solution.sheet(SheetFormat.JSON));
    outputs.put("eval.txt", solution.table(TableFormat.TEXT, OptionalInt.empty()));
    outputs.put("eval.json", solution.table(TableFormat.JSON, OptionalInt.empty()));
    if (!solution.problem().isScalar()) {
      outputs.putAll(otherForms(network, solution));
    }
    if (Files.exists(example.resolve("answer.md"))) {
      outputs.putAll(judged(network, example.resolve("answer.md")));
    }
    return outputs;
  }

  /// What is said of a student's answer.
  private static Map<String, String> judged(Path network, Path answer) throws IOException {
    Checker checker =
        Gradus.checker(network.toString(), Files.readString(network)).checker().orElseThrow();
    Checked checked =
        checker.checked(
            List.of(checker.check(answer.toString(), Files.readString(answer), Notation.AUTO)));
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("check.txt", checked.table(TableFormat.TEXT, Reveal.FULL));
    outputs.put("check.json", checked.table(TableFormat.JSON, Reveal.FULL));
    return outputs;
  }

  /// The sheet of vectors and matrices in every form that it has.
  private static Map<String, String> otherForms(Path network, Solution solution)
      throws IOException {
    Map<String, String> outputs = new LinkedHashMap<>();
    for (SheetForm form : List.of(SheetForm.SCALAR, SheetForm.INDEX, SheetForm.MATRIX)) {
      Optional<Solution> other =
          Gradus.solve(network.toString(), Files.readString(network), form).solution();
      if (other.isPresent()
          && !other.get().sheet(SheetFormat.TEXT).equals(solution.sheet(SheetFormat.TEXT))) {
        outputs.put(
            form.name().toLowerCase(Locale.ROOT) + ".txt", other.get().sheet(SheetFormat.TEXT));
      }
    }
    return outputs;
  }
}
