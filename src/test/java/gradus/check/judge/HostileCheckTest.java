package gradus.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.check.verdict.CheckedAnswer;
import gradus.check.verdict.CheckedAnswer.CheckedClaim;
import gradus.check.verdict.Reveal;
import gradus.check.verdict.Verdict;
import gradus.check.world.Exercise;
import gradus.render.verdict.CheckJson;
import gradus.render.verdict.CheckText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers made to break the checker: nothing is thrown, nothing is opened, and the lines behind
/// are judged as ever.
final class HostileCheckTest {
  private static final int MANY = 100_000;
  private static final int MEGABYTE = 1 << 20;
  private static final String NETWORK =
      """
      input  x
      target y
      weight w_0, w_1
      z = w_0 * x
      p = w_1 * relu(z)
      loss L = (y - p)^2
      given w_0 = 2, w_1 = 3
      at x = 1, y = 4
      """;
  private static final String BEHIND = "\n\n$$z = w_0 x$$\n\n$$p = w_1 x$$\n";
  private static final Exercise EXERCISE = Judged.exercise(NETWORK);

  static Stream<Arguments> texts() {
    return Stream.of(
        text("brackets 100,000 deep", "$$x = " + "(".repeat(MANY) + "y" + ")".repeat(MANY) + "$$"),
        text("braces 100,000 deep", "$$x = " + "{".repeat(MANY) + "y" + "}".repeat(MANY) + "$$"),
        text("a megabyte of opening braces", "$$x = " + "{".repeat(MEGABYTE) + "$$"),
        text("a megabyte of closing braces", "$$x = " + "}".repeat(MEGABYTE) + "$$"),
        text("input", "\\input{/etc/passwd}\n\n$$x = \\input{/etc/passwd}$$\n\n\\write18{ls}"),
        text("def", "\\def\\a{\\a\\a}\n\n$$x = \\a$$\n\n\\def\\b#1{\\b{#1#1}}$$x = \\b{1}$$"),
        text("doubling macros", doublingMacros() + "$$x = \\la$$"),
        text("catcodes", "$$x = \\catcode`\\}=12 \\csname y\\endcsname$$\n\n\\catcode`\\$=12"),
        text(
            "towers",
            "$$x = 9^{9^{9^9}}$$\n\n$$9^{9^{9^9}} = 2^{-9^{9^9}}$$\n\n$$x^{10^{10^{10}}} = 1$$"),
        text(
            "powers", "$$L = (1 + x)^{999999999}$$\n\n$$w_1 = 1e-999999999$$\n\n$$9^{99999} = 1$$"),
        text("powers of powers", "$$z = " + "(".repeat(60) + "1.1" + ")^{99}".repeat(60) + "$$"),
        text(
            "a matrix of a million columns",
            "$$x = " + matrix("1&".repeat(1_000_000) + "1") + "$$"),
        text("a matrix of 10,000 rows", "$$x = " + matrix("1\\\\".repeat(10_000) + "1") + "$$"),
        text(
            "a product of long rows",
            "$$" + matrix("1&".repeat(2000)) + matrix("1&".repeat(2000)) + "^T = 1$$"),
        text(
            "unbalanced",
            "$$x = (((]}$$\n\n$$ {x = \\left( y $$\n\n\\begin{align} x &= (\n\n\\end{align}"),
        text("zero bytes", "\0".repeat(MANY) + "\n\n$$x = \0 1$$"),
        text("no UTF-8", broken() + "\n\n$$x = " + broken() + "$$"),
        text("half a million digits", "$$w_0 = " + "9".repeat(500_000) + "$$"),
        text("names that double", doublingNames("+")),
        text(
            "names that square",
            doublingNames("\\cdot") + "\n\n$$\\frac{\\partial q_{59}}{\\partial w_0} = 5$$"),
        text("sums in sums", "$$z = " + "\\sum_{i=1}^{60}".repeat(12) + " x$$"),
        text("open letters", "$$z_i = h_j w_k b_l w_m h_n z_o$$"),
        text("rows in prose", "so $w_0 = 2$ and $= 1\\\\= 3 = x$ then $= \\\\ = $"),
        text("a long chain", "$$z " + "= w_0 x ".repeat(20_000) + "$$"),
        text("operators", "$$" + "\\frac{\\partial}{\\partial w_0}".repeat(30) + "(L) = 1$$"));
  }

  private static Arguments text(String name, String text) {
    return Arguments.of(Named.of(name, text));
  }

  private static String matrix(String cells) {
    return "\\begin{pmatrix}" + cells + "\\end{pmatrix}";
  }

  /// Bytes that are no text, as a file that holds them is read.
  private static String broken() {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, (byte) 0xc3, 0x28, (byte) 0xe2, 0x28, (byte) 0xa1};
    return new String(bytes, StandardCharsets.UTF_8).repeat(2000);
  }

  private static String doublingMacros() {
    return IntStream.range(0, 24)
        .mapToObj(i -> {
          String next = "\\l" + (char) ('b' + i);
          return "\\newcommand{\\l" + (char) ('a' + i) + "}{" + next + next + "}";
        })
        .collect(Collectors.joining());
  }

  private static String doublingNames(String sign) {
    return IntStream.rangeClosed(1, 80)
        .mapToObj(i -> "$$q_{%d} := q_{%d} %s q_{%d} + 1$$".formatted(i, i - 1, sign, i - 1))
        .collect(Collectors.joining("\n\n", "$$q_0 := w_0 x$$\n\n", ""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theLinesBehindAreJudged(String text) {
    CheckedAnswer answer = Judged.answer(EXERCISE, text + BEHIND);

    List<Verdict> behind =
        answer.claims().reversed().stream().limit(2).map(CheckedClaim::verdict).toList();
    assertThat(behind).containsExactly(Verdict.WRONG, Verdict.CORRECT);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void nothingOfItIsRight(String text) {
    CheckedAnswer answer = Judged.answer(EXERCISE, text);

    assertThat(answer.isRight()).isFalse();
  }

  @Test
  void nothingIsNoAnswer() {
    assertThat(Judged.answer(EXERCISE, "").claims()).isEmpty();
    assertThat(Judged.answer(EXERCISE, "").isRight()).isFalse();
  }

  @Test
  void whatIsTooMuchIsLeftToAPerson() {
    String line = "$$\\frac{\\partial L}{\\partial w_0} = -2 (y - p) w_1 x + 1$$\n\n";

    CheckedAnswer answer = Judged.answer(EXERCISE, line.repeat(3000));

    assertThat(answer.claims()).hasSize(3000);
    assertThat(answer.claims().getFirst().verdict()).isEqualTo(Verdict.WRONG);
    assertThat(answer.claims().getLast().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(answer.needsReview()).isTrue();
  }

  @Test
  void whatIsLeftUnreadIsTold() {
    CheckedAnswer checked =
        Judged.answer(EXERCISE, "$$z = w_0 x$$\n" + " ".repeat(3 << 20) + BEHIND);
    assertThat(checked.claims()).hasSize(1);
    assertThat(checked.isRight()).isFalse();
    assertThat(checked.needsReview()).isTrue();
    String told = "The rest was not read: an answer may have up to 3145728 characters";
    assertThat(CheckText.of(List.of(checked), Reveal.VERDICT)).contains(told);
    assertThat(CheckJson.of("n", List.of(checked), Reveal.VERDICT)).contains(told);
  }
}
