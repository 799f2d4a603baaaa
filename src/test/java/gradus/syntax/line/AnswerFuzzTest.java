package gradus.syntax.line;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.paper.Answer;
import gradus.syntax.paper.Claim;
import gradus.syntax.paper.Notation;
import gradus.syntax.source.Source;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Lines like those of real sheets, mutilated at random: `-Dgradus.fuzz=100000` for the long run.
final class AnswerFuzzTest {
  private static final int RUNS = Integer.getInteger("gradus.fuzz", 3_000);

  private static final List<String> LINES =
      """
      $$\\frac{\\partial L}{\\partial z_2} = \\frac{\\partial L}{\\partial \\hat{y}} \\cdot g_2^{'}(z_2) = 1 \\tag{7}$$
      $$h^{(1)} = \\text{ReLU}\\left(a^{(1)}\\right), \\quad a^{(1)} = W^{(1)} \\cdot x$$ (1)
      $$W = \\begin{pmatrix} 1 & -1 \\\\ 0.5 & 2 \\end{pmatrix}^T \\rightarrow w_{1,2} = -1$$
      $$= \\left\\{ \\begin{matrix} 1 & \\text{iff } a_2^{(1)} > 0 \\\\ 0 & \\text{else} \\end{matrix} \\right\\}$$
      $$f = \\begin{cases} z, & z \\ge 0. \\\\ 0, & \\text{otherwise.} \\end{cases}$$
      \\begin{align} a &= b + c \\\\ &= |y - \\hat y| + \\|w\\|_p^p \\end{align}
      $$\\begin{array}{l} z_0 = 0.5 \\cdot 1 = 0.5 \\rightarrow z_0 = 0.5 \\\\ h_0 = 1 \\end{array}$$
      We get $\\nabla_w L = \\sum_{i=1}^{n} x_i \\delta_i$ and $w_{1.1} \\leftarrow w_{1.1} - \\eta g$.
      | $z_0$ | $\\left.\\frac{dL}{dw}\\right|_{w=1} = \\log p(y|x)$ |
      ∂L/∂w₁ = δ₁·x² − √2
      dL/dw_0 = {z if z > 0; 0 otherwise} + W[1]_{1,2}
      \\newcommand{\\pd}[2]{\\frac{\\partial #1}{\\partial #2}} $\\pd{L}{w} = \\max\\{0, x\\}$
      """
          .lines()
          .toList();

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "$",
          "$$",
          "\\left",
          "\\right",
          "\\left.",
          "\\right|",
          "|",
          "\\|",
          "||",
          "&",
          "\\\\",
          "=",
          "+",
          "-",
          "^",
          "_",
          "'",
          ",",
          ".",
          "\\frac",
          "\\sqrt",
          "\\begin{cases}",
          "\\end{cases}",
          "\\begin{aligned}",
          "\\end{aligned}",
          "\\text{",
          "\\text{if }",
          "\\partial",
          "d",
          "\\sum",
          "\\log",
          "\\hat",
          "\\underbrace",
          "\\overset",
          "\\quad",
          "\\rightarrow",
          "\\tag{1}",
          "(1)",
          "\n",
          "\n\n",
          "\0",
          "#1",
          "\\foo",
          "\\",
          "rac{",
          "²",
          "ᵀ",
          "1.1",
          "`",
          "%",
          "\\{",
          "\\}",
          "\\mathbb{1}",
          "\\boxed{",
          "\\pd",
          ":",
          ";",
          "\ud835",
          "\\nabla_",
          "\\Big|_",
          "!",
          "\\substack{a\\\\b}",
          "\\not=");

  @Test
  void nothingIsThrownAndEveryPlaceIsInTheText() {
    for (int run = 0; run < RUNS; run++) {
      String text = mutilated(new Random(run));
      Answer answer = AnswerReader.read(new Source("answer", text), Notation.values()[run % 3]);
      for (Claim claim : answer.claims()) {
        assertThat(claim.span().start()).as(text).isBetween(0, text.length());
        assertThat(claim.span().end()).as(text).isBetween(claim.span().start(), text.length());
        assertThat(Drawn.of(claim)).as(text).isNotEmpty();
      }
    }
  }

  private static String mutilated(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = random.nextInt(3); line >= 0; line--) {
      text.append(LINES.get(random.nextInt(LINES.size())))
          .append(random.nextBoolean() ? "\n\n" : "\n");
    }
    for (int change = random.nextInt(8); change > 0; change--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.insert(at, text.substring(at, end).repeat(random.nextInt(4)));
      }
    }
    return text.toString();
  }
}
