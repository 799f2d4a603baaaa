package gradus.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.render.latex.SkeletonSheet;
import gradus.sheet.Block.Arrangement;
import gradus.sheet.Block.Equations;
import gradus.sheet.Block.Paragraph;
import gradus.sheet.Inline.Text;
import gradus.sheet.Sheet;
import gradus.sheet.Sheet.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextSheetTest {
  private static final String SHEET = TextSheet.of(SkeletonSheet.sheet());

  @Test
  void putsShortChainsInColumnsWithTheirValuesBelowEachOther() {
    assertThat(SHEET)
        .contains(
            """
            1  Forward pass

               z_0 = w_0 · x + b_0                 = 0.5 · 1 + 0                  = 0.5                      (1)
               h_0 = relu(z_0)                     = relu(0.5)                    = 0.5                      (2)
               z_1 = w_1 · h_0 + b_1               = 0.5 · 0.5 + 0                = 0.25                     (3)
               h_1 = relu(z_1)                     = relu(0.25)                   = 0.25                     (4)
               z_2 = w_2 · h_1 + w_s · h_0 + b_2   = 0.5 · 0.25 + 0.5 · 0.5 + 0   = 0.375                    (5)
                 ŷ = z_2                                                          = 0.375                    (6)
                 L = |y - ŷ|                       = |-3 - 0.375|                 = 3.375                    (7)
            """);
  }

  @Test
  void putsReasonsBesideStepsAndNumbersOnTheLastLine() {
    assertThat(SHEET)
        .contains(
            """
               ∂L/∂z_1 = ∂L/∂h_1 · ∂h_1/∂z_1                          chain rule along (4)
                       = ∂L/∂h_1 · {1 if z_1 ≥ 0; 0 if z_1 < 0}       derivative of relu
                       = 0.5 · 1 = 0.5                                (12), and z_1 = 0.25: first case      (13)
            """);
  }

  @Test
  void alignsTables() {
    assertThat(SHEET)
        .contains(
            """
               weight  old  ∂L/∂w  new
               ──────  ───  ─────  ──────────────────────
               w_0     0.5   0.75  0.5 - 1 · 0.75 = -0.25
               w_s     0.5   -0.5  0.5 - 1 · 0.5 = 0
            """);
  }

  @Test
  void staysWithinItsWidth() {
    String sum = "w_1 * x_1 + ".repeat(60) + "b";
    Sheet sheet =
        new Sheet(
            "Test",
            List.of(
                new Section(
                    "Section",
                    List.of(
                        SkeletonSheet.text("A sentence that goes on and on. ".repeat(9)),
                        new Equations(
                            List.of(
                                SkeletonSheet.numbered(
                                    7, SkeletonSheet.chain("z = relu(" + sum + ") = 1"))),
                            Arrangement.STEPS)))));
    String text = TextSheet.of(sheet);
    assertThat(text.lines()).allMatch(line -> line.length() <= TextSheet.WIDTH);
    assertThat(text).contains("(7)\n").doesNotContain(" \n");
  }

  @Test
  void sendsNoControlCharactersToTheTerminal() {
    Sheet sheet =
        new Sheet(
            "a\u001b[31mb",
            List.of(new Section("c\r", List.of(new Paragraph(List.of(new Text("d\u0007")))))));
    assertThat(TextSheet.of(sheet).chars()).noneMatch(c -> c != '\n' && Character.isISOControl(c));
  }
}
