package gradus.syntax.line;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.paper.Claim;
import gradus.syntax.paper.Notated;
import gradus.syntax.paper.Notation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotatedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          \\frac{\\partial J(w)}{\\partial w_{1,1}^{(3)}} \\cdot h_1^{(2)} ! ∂J(w)/∂w_{1,1}^(3) * h_1^(2)
          -2(6-3) + b                                ! -2 * (6 - 3) + b
          \\frac{a + b}{2c}                          ! (a + b)/(2 * c)
          a \\cdot -b                                ! a * (-b)
          W^{(2)\\top} \\delta \\odot \\sigma'(z)    ! W^(2)^T * delta ⊙ sigma'(z)
          \\nabla_{w} \\|w\\|_p^p                    ! ∇_w ‖w‖_p^p
          \\sum_{i=1}^n w_i^2 + 1                    ! Σ_{i = 1}^n w_i^2 + 1
          \\begin{cases} 1 & z > 0 \\\\ 0 & \\text{else} \\end{cases} ! {1 if z > 0; 0 otherwise}
          \\begin{pmatrix} 1 & 2 \\\\ 3 & -4 \\end{pmatrix} ! [1, 2; 3, -4]
          \\frac{\\partial^2 L}{\\partial w \\partial v} ! ∂^2L/∂w∂v
          e^{-z/2} |x - \\hat y|                     ! e^(-z/2) * |x - yhat|
          """)
  void showsTheReading(String latex, String text) {
    Claim claim = AnswerReaderTest.claims("$$x = " + latex + "$$", Notation.LATEX).getFirst();

    Notated tree = claim.chains().getFirst().sides().getLast().tree().orElseThrow();

    assertThat(NotatedText.of(tree)).isEqualTo(text);
  }
}
