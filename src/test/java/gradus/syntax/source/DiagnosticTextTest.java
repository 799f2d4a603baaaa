package gradus.syntax.source;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.read.NetworkReader;
import org.junit.jupiter.api.Test;

final class DiagnosticTextTest {
  @Test
  void pointsExplainsSuggests() {
    String text = "z_1 = w_1*x\nz_2 = w_2*h3 + 1\n";

    assertThat(text(text, "h3"))
        .isEqualTo(
            """
            skip.gradus:2:11: nothing is called 'h3'; did you mean 'h2'?
            z_2 = w_2*h3 + 1
                      ^~
            """);
  }

  @Test
  void theCaretStandsBelowTheFaultInAnyAlphabet() {
    assertThat(text("ŷ_名\t= y\u0302 + h3", "h3")).endsWith("ŷ_名\t= y\u0302 + h3\n    \t      ^~\n");
    assertThat(text("x = 名名", "名名")).endsWith("x = 名名\n    ^~~~\n");
  }

  @Test
  void aFaultOfSeveralLinesIsMarkedToTheEndOfItsFirst() {
    assertThat(text("x = f(a,\n  b)", "f(a,\n  b)")).endsWith("x = f(a,\n    ^~~~\n");
  }

  @Test
  void theEndOfALineCanBeAtFault() {
    Source source = new Source("a", "x =");

    assertThat(DiagnosticText.of(Fault.NO_FORMULA.at(source, new Span(3, 3))))
        .isEqualTo("a:1:4: there is no formula here\nx =\n   ^\n");
  }

  @Test
  void aCarriageReturnEndsALine() {
    assertThat(text("x = 1\ry = h3\rz = 1", "h3"))
        .startsWith("skip.gradus:2:5: ")
        .endsWith("\ny = h3\n    ^~\n");
    assertThat(text("x = 1\r\ny = h3\r\n", "h3"))
        .startsWith("skip.gradus:2:5: ")
        .endsWith("\ny = h3\n    ^~\n");
    assertThat(NetworkReader.read(new Source("a", "# a\rinput x\rweight w\r")).statements())
        .hasSize(2);
  }

  @Test
  void anEmptyLineIsNotShown() {
    assertThat(DiagnosticText.of(Fault.NO_STATEMENT.at(new Source("a", "\n"), new Span(0, 0))))
        .isEqualTo("a:1:1: there is no statement here\n");
  }

  @Test
  void ofALongLineTheSurroundingsAreShown() {
    String before = "a + ".repeat(100);
    String shown = text(before + "h3" + " + b".repeat(100), "h3").split("\n", 2)[1];

    assertThat(shown.lines().toList().getFirst())
        .startsWith("…a + a")
        .contains("a + h3 + b")
        .endsWith("b +…")
        .hasSize(122);
    assertThat(shown.lines().toList().getLast()).isEqualTo(" ".repeat(61) + "^~");
    assertThat(text(before + "h3", "h3")).endsWith("a + h3\n" + " ".repeat(119) + "^~\n");
    assertThat(text("h3" + " + b".repeat(100), "h3")).contains("\nh3 + b").endsWith("…\n^~\n");
  }

  @Test
  void charactersThatDoNotPrintAreReplaced() {
    assertThat(text("a\u0000\u202E + h3 \uD800", "h3"))
        .endsWith("a\uFFFD\uFFFD + h3 \uFFFD\n      ^~\n");
  }

  private static String text(String text, String fault) {
    int start = text.indexOf(fault);
    Source source = new Source("skip.gradus", text);
    Diagnostic diagnostic =
        Fault.UNKNOWN_NAME.at(source, new Span(start, start + fault.length()), fault);
    return DiagnosticText.of(diagnostic.suggesting("h2"));
  }
}
