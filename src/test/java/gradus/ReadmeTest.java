package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.rule.Functions;
import gradus.expr.Name;
import gradus.expr.Rational;
import gradus.expr.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the README shows is what happens. Its shell commands are run by `.ci/run`.
class ReadmeTest {
  private static final String README = read("README.md");

  @Test
  void theFirstNetworkIsTheExample() {
    assertThat(blocks("")).first().isEqualTo(read("examples/skip-connection/network.gradus"));
  }

  @Test
  void theExcerptIsFromTheSheet() {
    Matcher excerpt =
        Pattern.compile("<!-- from: (\\S+) -->\n```\n(.*?)```", Pattern.DOTALL).matcher(README);
    assertThat(excerpt.find()).isTrue();
    assertThat(read(excerpt.group(1))).contains(excerpt.group(2));
  }

  @Test
  void theVerdictsAreThoseOfTheExample() {
    Matcher excerpt =
        Pattern.compile("<!-- verdicts: (\\S+) -->\n```\n(.*?)```", Pattern.DOTALL).matcher(README);
    assertThat(excerpt.find()).isTrue();
    assertThat(read(excerpt.group(1))).contains(excerpt.group(2));
  }

  @Test
  void theDiagnosticIsTheOneShown() {
    String shown = blocks("").stream().filter(b -> b.contains("did you mean")).findFirst().get();
    String network = blocks("").getFirst().replace("w_2 * h_1 + w_s", "w_2 * h_3 + w_s");
    Gradus.Solving solving = Gradus.solve("skip.gradus", network);
    assertThat(gradus.syntax.source.DiagnosticText.of(solving.diagnostics().getFirst()))
        .isEqualTo(shown);
  }

  @Test
  void theComparisonIsTheOneShown() {
    Matcher shown =
        Pattern.compile("<!-- compare: (\\S+) ~ (\\S+) -->\n```\n(.*?)```", Pattern.DOTALL)
            .matcher(README);
    assertThat(shown.find()).isTrue();
    assertThat(Gradus.compare(shown.group(1), shown.group(2), "").text()).isEqualTo(shown.group(3));
  }

  @Test
  void theGradientIsTheOneShown() {
    Matcher shown =
        Pattern.compile("<!-- diff: (.+) ~ (.+) ~ (.+) -->\n```\n(.*?)```", Pattern.DOTALL)
            .matcher(README);
    assertThat(shown.find()).isTrue();
    Difference gradient =
        Gradus.diff(shown.group(1), shown.group(2), shown.group(3)).difference().orElseThrow();
    assertThat(gradient.in(DiffFormat.TEXT)).isEqualTo(shown.group(4));
  }

  @Test
  void theJavaExampleRuns() {
    Matcher text =
        Pattern.compile("Gradus.solve\\(\"neuron.gradus\", \"\"\"\n(.*?)\"\"\"\\)", Pattern.DOTALL)
            .matcher(README);
    assertThat(text.find()).isTrue();
    Gradus.Solving solving = Gradus.solve("neuron.gradus", text.group(1).stripIndent());
    Solution solution = solving.solution().orElseThrow();
    assertThat(solution.value("dL/dw")).isEqualTo(Value.of(Rational.of(6)));
    assertThat(solution.value("dL/dw")).hasToString("Exact[number=6]");
    assertThat(solution.sheet(SheetFormat.LATEX)).startsWith("\\documentclass");
  }

  @Test
  void theRowIsOnTheRulePage() {
    String row = blocks("").getLast().strip();
    assertThat(read("src/main/resources/gradus/calculus/rule/rules.txt")).contains(row);
  }

  /// As one types it, not as a part of another word.
  @Test
  void everyFunctionAndLossIsNamed() {
    Set<String> typed =
        Pattern.compile("`[^`\n]+`")
            .matcher(README)
            .results()
            .flatMap(code -> Stream.of(code.group().split("[^a-zA-Z_0-9]+")))
            .collect(Collectors.toSet());
    assertThat(Functions.rulePage().names()).isNotEmpty();
    assertThat(Functions.rulePage().names()).extracting(Name::key).allMatch(typed::contains);
  }

  private static List<String> blocks(String language) {
    return Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(README)
        .results()
        .filter(result -> result.group(1).equals(language))
        .map(result -> result.group(2))
        .toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
