package gradus.syntax.line;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.paper.Answer;
import gradus.syntax.paper.Claim;
import gradus.syntax.paper.Notation;
import gradus.syntax.source.Source;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts made to break a reader: they cost their own line, never the one behind it.
final class HostileAnswerTest {
  private static final int MANY = 100_000;
  private static final int MEGABYTE = 1 << 20;

  static Stream<Arguments> sides() {
    return Stream.of(
        side("deep brackets", "(".repeat(MANY) + "y" + ")".repeat(MANY)),
        side("deep braces", "{".repeat(MANY) + "y" + "}".repeat(MANY)),
        side("open braces", "{".repeat(MANY)),
        side("closing braces", "}".repeat(MANY)),
        side("mixed brackets", "({[\\{".repeat(MANY)),
        side("fractions", "\\frac1".repeat(1_000) + "2"),
        side("roots", "\\sqrt".repeat(1_000) + "2"),
        side("marks", "\\hat".repeat(1_000) + "{y}"),
        side("functions", "\\log ".repeat(1_000) + "y"),
        side("sums", "\\sum_i ".repeat(1_000) + "y"),
        side("gradients", "\\nabla_w ".repeat(1_000) + "y"),
        side("calls", "f(".repeat(1_000) + ")".repeat(1_000)),
        side("powers in powers", "9^{".repeat(1_000) + "9" + "}".repeat(1_000)),
        side("evaluations", "y" + "\\Big|_{x}".repeat(1_000)),
        side("bars", "|".repeat(3_000)),
        side("bars and letters", "|a".repeat(3_000)),
        side("norms", "||".repeat(3_000)),
        side("columns", "\\begin{matrix}" + "1&".repeat(MANY) + "\\end{matrix}"),
        side("environments", "\\begin{matrix}".repeat(10_000)),
        side("ends", "\\end{matrix}".repeat(10_000) + "\\foo"),
        side("braced environments", "\\left\\{\\begin{array}{c}".repeat(10_000)),
        side("left", "\\left(".repeat(MANY)),
        side("texts", "\\text{".repeat(MANY)),
        side("letters and dots", "§".repeat(MANY)),
        side("zero bytes", "\0".repeat(MANY)),
        side("lone surrogates", "\ud800".repeat(MANY)),
        side("input", "\\input{/etc/passwd}"),
        side("catcodes", "\\catcode`\\}=12 \\csname x\\endcsname"),
        side("a long sum", "+y".repeat(MANY)),
        side("an endless macro", "\\endless"));
  }

  private static Arguments side(String name, String side) {
    return Arguments.of(Named.of(name, side));
  }

  @ParameterizedTest
  @MethodSource("sides")
  void aSideCostsOnlyItself(String side) {
    String text = "\\def\\endless{\\endless\\endless}\n$$x = " + side + "$$\n\n$$a = b$$";

    Answer answer = AnswerReader.read(new Source("answer", text), Notation.AUTO);

    assertThat(answer.claims()).hasSizeGreaterThanOrEqualTo(1);
    Claim first = answer.claims().getFirst();
    assertThat(first.isReadable()).isFalse();
    assertThat(Drawn.of(first)).startsWith("x");
    assertThat(Drawn.of(answer.claims().getLast())).isEqualTo("a = b");
  }

  static Stream<Arguments> texts() {
    return Stream.of(
            "$a=b$ ",
            "$a=b$",
            "$",
            "$$$",
            "\\[",
            "\\(",
            "\\begin{align}",
            "\\begin{align}\n\n",
            "\\end{align}\\begin{align}",
            "`",
            "`a\n",
            "#",
            "\\section{",
            "- ",
            "\n",
            "\0",
            "\\",
            "a ",
            "=a",
            "x = (\n",
            "x = 2y\n",
            "\\newcommand{\\a}{x}\n",
            "\\newcommand ",
            "\\def\\a#1",
            "$$+1$$\n",
            "{",
            "|",
            "\\item[",
            "\ud800",
            "$\\text{a}$",
            "x = [1, 2\n")
        .map(part ->
            Arguments.of(
                Named.of(part.replace("\n", "↵").replace("\0", "␀").replace("\ud800", "�"), part)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aMegabyteOfAnythingEnds(String part) {
    String text = part.repeat(MEGABYTE / part.length()) + "\n\n$$a = b$$";

    Answer answer = AnswerReader.read(new Source("answer", text), Notation.AUTO);

    assertThat(answer.claims()).hasSizeLessThanOrEqualTo(ClaimReader.MOST_CLAIMS);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readingTwiceGivesTheSame(String part) {
    Source source = new Source("answer", "$$x = " + part.repeat(20) + "$$ $a = 1$");

    assertThat(AnswerReader.read(source, Notation.AUTO))
        .isEqualTo(AnswerReader.read(source, Notation.AUTO));
  }
}
