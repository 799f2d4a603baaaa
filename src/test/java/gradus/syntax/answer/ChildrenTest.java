package gradus.syntax.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.Source;
import gradus.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildrenTest {
  private static Notated tree(String latex) {
    return AnswerReader.read(new Source("answer", "$" + latex + " = 0$"), Notation.LATEX)
        .claims()
        .getFirst()
        .chains()
        .getFirst()
        .sides()
        .getFirst()
        .tree()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          a + b - c                                          ! a, b, c
          a \\cdot b / c                                     ! a, b, c
          \\frac{a}{b}                                       ! a, b
          \\frac{\\partial L}{\\partial w}                   ! L, w
          \\sqrt{a}                                          ! a
          (a, b)                                             ! a, b
          |a|                                                ! a
          \\|a\\|                                            ! a
          f(a, b)                                            ! f, a, b
          \\sum_{i=1}^n a                                    ! a
          \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}   ! a, b, c, d
          \\begin{cases} a & b > 0 \\\\ c & d \\end{cases}   ! a, b, c, d
          w^2                                                ! w
          """)
  void partsStandFromLeftToRight(String latex, String letters) {
    List<String> found = new ArrayList<>();
    collect(tree(latex), found);
    assertThat(String.join(", ", found)).isEqualTo(letters);
  }

  private static void collect(Notated tree, List<String> found) {
    if (tree instanceof Notated.Symbol symbol) {
      found.add(symbol.letters());
    }
    tree.children().forEach(child -> collect(child, found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          a + b - c                                          ! x + y - z
          a \\cdot b / c                                     ! x \\cdot y / z
          \\frac{a}{b}                                       ! \\frac{x}{y}
          \\sqrt[3]{a}                                       ! \\sqrt[3]{x}
          (a, b)                                             ! (x, y)
          |a|                                                ! |x|
          f(a, b)                                            ! x(y, z)
          \\sum_{i=1}^n a                                    ! \\sum_{i=1}^n x
          \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}   ! \\begin{pmatrix} x & y \\\\ z & t \\end{pmatrix}
          w_2^2                                              ! x_2^2
          """)
  void madeOfOthersTheRestIsTheSame(String before, String after) {
    Notated tree = tree(before);
    assertThat(NotatedText.of(tree.with(letters(tree.children().size()))))
        .isEqualTo(NotatedText.of(tree(after)));
    assertThat(tree.with(tree.children())).isEqualTo(tree);
  }

  private static List<Notated> letters(int count) {
    return List.of("x", "y", "z", "t").subList(0, count).stream()
        .<Notated>map(
            letter -> new Notated.Symbol(letter, Notated.Face.PLAIN, List.of(), new Span(0, 0)))
        .toList();
  }

  /// `\frac{\partial L}{\partial w}` with something else in the place of the derivative.
  @ParameterizedTest
  @CsvSource("\\frac{dL}{dw}")
  void whatIsNoDerivativeAnyMoreIsNoFraction(String latex) {
    Notated tree = tree(latex);
    assertThat(tree).isInstanceOf(Notated.Fraction.class);
    Notated other = letters(1).getFirst();
    assertThat(tree.with(List.of(other))).isEqualTo(other);
  }
}
