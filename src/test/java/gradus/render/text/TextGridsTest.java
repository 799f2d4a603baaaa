package gradus.render.text;

import static gradus.render.latex.Shaped.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.expr.Formulas;
import org.junit.jupiter.api.Test;

final class TextGridsTest {
  @Test
  void standsWithItsMiddleOnTheLine() {
    TextInline inline = new TextInline();
    String line =
        "a = " + inline.formula(Formulas.sum(numbers("1; -2; 3"), numbers("10 2; 3 4"))) + "  (1)";
    assertThat(String.join("\n", inline.opened(line)) + "\n")
        .isEqualTo(
            """
                ⎡ 1⎤
            a = ⎢-2⎥ + ⎡10  2⎤  (1)
                ⎣ 3⎦   ⎣ 3  4⎦
            """);
  }

  @Test
  void putsDotsInTheMiddleOfALargeMatrix() {
    TextInline inline = new TextInline();
    String line = inline.formula(numbers("1; 2; 3; 4; 5; 6; 7; 8; 9; 10"));
    assertThat(String.join("\n", inline.opened(line)) + "\n")
        .isEqualTo(
            """
            ⎡ 1⎤
            ⎢ 2⎥
            ⎢ 3⎥
            ⎢ ⋮⎥
            ⎢ 9⎥
            ⎣10⎦
            """);
  }

  @Test
  void leavesOtherLinesAlone() {
    assertThat(new TextInline().opened("x = 1")).containsExactly("x = 1");
  }
}
