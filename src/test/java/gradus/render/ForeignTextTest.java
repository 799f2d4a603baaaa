package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gradus.Checked;
import gradus.Checker;
import gradus.Gradus;
import gradus.TableFormat;
import gradus.syntax.DiagnosticText;
import gradus.syntax.answer.Notation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/// What a student writes, or calls a file, in the output of a person who did not.
class ForeignTextTest {
  private static final Checker CHECKER =
      Gradus.checker(
              "neuron.gradus",
              """
              input x
              weight w
              z = w * x
              loss L = z^2
              at x = 1, w = 3
              task (a): derive dL/dw
              """)
          .checker()
          .orElseThrow();

  /// C0, DEL and C1, directions, separators of lines.
  private static final List<Integer> HIDDEN =
      Stream.of(
              IntStream.range(0, 0x20),
              IntStream.range(0x7F, 0xA0),
              IntStream.of(0x61C, 0x200E, 0x200F, 0x2028, 0x2029),
              IntStream.rangeClosed(0x202A, 0x202E),
              IntStream.rangeClosed(0x2066, 0x2069))
          .flatMap(IntStream::boxed)
          .toList();

  /// The characters at every kind of place: in names, prose, what is wrong, what cannot be read.
  private static String hostile() {
    StringBuilder answer = new StringBuilder();
    for (int c : HIDDEN) {
      String s = Character.toString(c);
      answer
          .append("#### (a")
          .append(s)
          .append(") Gradient\n\n")
          .append("$\\frac{dL}{dw} = 7 + \\text{a" + s + "b} \\tag{4" + s + "4}$\n\n")
          .append("$$z" + s + " = 4 = 3 \\cdot 1" + s + " = 7$$\n\n")
          .append("$$q_{" + s + "} = \\foo" + s + "{1} $$\n\n")
          .append("z = 4" + s + " = 5\n\n")
          .append("dL/dw = 7 " + s + " (4)\n\n");
    }
    return answer.toString();
  }

  private static Checked checked(String name, String answer) {
    return CHECKER.checked(List.of(CHECKER.check(name, answer, Notation.AUTO)));
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void noOutputCarriesWhatATerminalObeysOrHides(TableFormat format) {
    StringBuilder name = new StringBuilder("answer");
    HIDDEN.forEach(name::appendCodePoint);
    for (Reveal reveal : Reveal.values()) {
      String output = checked(name.toString(), hostile()).table(format, reveal);
      assertThat(output.chars().filter(c -> c != '\n').boxed()).doesNotContainAnyElementsOf(HIDDEN);
    }
    assertThat(checked(name.toString(), "z = 4").table(TableFormat.TEXT, Reveal.FULL))
        .startsWith("answer")
        .contains("\n    1  wrong ");
  }

  @Test
  void norDoFaultsAndComparisons() {
    for (int c : HIDDEN) {
      String s = Character.toString(c);
      StringBuilder told = new StringBuilder();
      for (String formula : List.of("x" + s, s + "x", "x +" + s, "x_" + s, "(x" + s + "y")) {
        told.append(Gradus.compare(formula, "2*x", "x > 0" + s).text());
        Gradus.solve("n" + s, "input x # " + s + "\nloss L = " + formula + "\nat " + s)
            .diagnostics()
            .forEach(fault -> told.append(DiagnosticText.of(fault)));
      }
      String shown = told.toString().replaceAll("[\n\t]", "");
      assertThat(shown.chars().boxed()).doesNotContainAnyElementsOf(HIDDEN);
    }
  }

  @Test
  void jsonKeepsTheTextEscaped() throws IOException {
    String line = "z = 4 \u001b[31m \u009b \u202E = 5";
    String json = checked("\u202Efile\u007f", line).table(TableFormat.JSON, Reveal.FULL);
    assertThat(json).contains("\"file\": \"\\u202efile\\u007F\"");
    assertThat(texts(json, "file")).containsExactly("\u202Efile\u007f");
    assertThat(String.join("", texts(json, "text"))).contains("\u001b[31m \u009b \u202E");
  }

  private static List<String> texts(String json, String name) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && name.equals(parser.currentName())) {
          texts.add(parser.getText());
        }
      }
    }
    return texts;
  }

  // ---- carets -----------------------------------------------------------------------------------

  @ParameterizedTest
  @FieldSource("MARKED")
  void caretsStandBelowTheSideThatIsWrong(Marked marked) {
    List<String> lines =
        checked("a", marked.line()).table(TableFormat.TEXT, Reveal.FULL).lines().toList();
    assertThat(lines.get(1).substring(19)).isEqualTo(marked.shown());
    assertThat(lines.get(2).substring(19)).isEqualTo(marked.carets());
  }

  record Marked(String line, String shown, String carets) {}

  static final List<Marked> MARKED =
      List.of(
          new Marked("z = 4", "z = 4", "    ^"),
          new Marked("$z = 3 = 4 = 3$", "z = 3 = 4 = 3", "        ^"),
          new Marked(
              "$\\underbrace{z}_{\\text{層}} = 4$",
              "\\underbrace{z}_{\\text{層}} = 4",
              " ".repeat(29) + "^"),
          new Marked("$𝑧 = 4$", "𝑧 = 4", "    ^"),
          new Marked("$\\text{\u202E}z  =  4$", "\\text{\uFFFD}z = 4", "            ^"));

  // ---- formulas of a spreadsheet ----------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          =1+1         | '=1+1
          +1           | '+1
          -1           | '-1
          @SUM(A1)     | '@SUM(A1)
          ＝1          | '＝1
          =A(1,"x")    | "'=A(1,""x"")"
          a=1          | a=1
          w_0          | w_0
          a,b          | "a,b"
          say "a"      | "say ""a""\"
          """)
  void aTextInACellIsNoFormula(String text, String cell) {
    assertThat(Csv.text(text)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({
    "'\t=1',' =1'",
    "'\r=1',' =1'",
    "'\n-1',' -1'",
    "'  =1','  =1'",
    "'\u00A0@x','\u00A0@x'"
  })
  void norBehindWhatASpreadsheetPassesOver(String text, String shown) {
    assertThat(Csv.text(text)).isEqualTo("'" + shown);
  }

  @Test
  void namesOfFilesAndLinesAreTexts() {
    String table =
        checked("=cmd.md", "$-z = -3$\n\n$+z = 3 \\tag{=1+1}$").table(TableFormat.CSV, Reveal.FULL);
    assertThat(table.lines().skip(1))
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row).startsWith("'=cmd.md,");
          assertThat(List.of(row.split(","))).noneMatch(cell -> cell.matches("[=+@-].*"));
        });
    assertThat(table).contains(",'-z = -3\n", ",'+z = 3");
  }

  @Test
  void numbersStayNumbers() {
    String table =
        Gradus.solve("n", "input x\nweight w\nloss L = w*x\nat x = -1/2, w = 1\n")
            .solution()
            .orElseThrow()
            .table(TableFormat.CSV, OptionalInt.empty());
    assertThat(table).contains(",0,value,x,-0.5,-1/2\n", ",0,gradient,w,-0.5,-1/2\n");
  }
}
