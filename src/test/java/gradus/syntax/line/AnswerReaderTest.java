package gradus.syntax.line;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.paper.Claim;
import gradus.syntax.paper.Notation;
import gradus.syntax.paper.Side;
import gradus.syntax.source.Source;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines of paper and the trees that a reader with a pencil would draw: see [Drawn].
final class AnswerReaderTest {
  static List<Claim> claims(String text, Notation notation) {
    return AnswerReader.read(new Source("answer", text), notation).claims();
  }

  private static String drawn(String text) {
    return claims(text, Notation.AUTO).stream().map(Drawn::of).collect(Collectors.joining(" | "));
  }

  private static String display(String latex) {
    return drawn("$$" + latex + "$$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          w_{11} = w_{1,1} = w_{ij}                       ! w_{11} = w_{1,1} = w_{«ij»}
          h^{(3)} = a^{[1]} = x^{\\langle t \\rangle}     ! h^(3) = a^(1) = x^(t)
          W^{(2)\\top} = {W^{(2)}}^T = (W^{(2)})^T        ! W^(2)^T = W^(2)^T? = (W^(2))^T?
          g_2^{'} = g_2' = g^\\prime_2                    ! g_{2}' = g_{2}' = g_{2}'
          \\hat{y}_1 = \\hat{y_1} = \\hat y_1             ! y^hat_{1} = y^hat_{1} = y^hat_{1}
          w^+ = w^{+} = w^{new} = w^{-1}                  ! w^'+' = w^'+' = w^«new» = w^(+ -1)
          \\delta_j^k = \\varphi_j^{k+1}                  ! delta_{j}^k = phi_{j}^(+ k 1)
          W_{:,1} = f(\\cdot) = W_{\\cdot j}              ! W_{':',1} = f?('·') = W_{(* '·' ~ j)}
          \\mathbf{w} = \\boldsymbol{\\delta} = \\mathcal{L} = \\mathbb{R} ! b:w = b:delta = c:L = bb:R
          x^10 = x^ab                                     ! x^10 = (* x^a ~ b)
          w_ix_i = w_i x_i                                ! (* w_{i} ~ x_{i}) = (* w_{i} ~ x_{i})
          \\mathcal{L}_{\\text{cross entropy}} = 1        ! c:L_{cross entropy} = 1
          """)
  void scripts(String latex, String tree) {
    assertThat(display(latex)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          a = -6 \\cdot (-1) \\cdot 0          ! a = (+ -(* 6 . ((+ -1)) . 0))
          a = b \\cdot -c + d                  ! a = (+ (* b . (+ -c)) d)
          a = -2(6-3)                          ! a = (+ -(* 2 ~ ((+ 6 -3))))
          a = wx + b                           ! a = (+ «wx» b)
          a = w x + b                          ! a = (+ (* w ~ x) b)
          a = w(x+1)                           ! a = w?((+ x 1))
          a = w(x+1)^2                         ! a = w?((+ x 1))^2
          a = 1/2 \\times b \\odot c           ! a = (* 1 / 2 × b ⊙ c)
          a = \\frac12 + \\frac{a}{b}          ! a = (+ (frac 1 2) (frac a b))
          a = \\sqrt{x} + \\sqrt[3]{x} + \\sqrt2 ! a = (+ (root x) (root 3 x) (root 2))
          a = b - - c                          ! a = (+ b c)
          a = \\left(b + c\\right]             ! a = [(+ b c))
          a = 0.50 + .5 + 0{,}25               ! a = (+ 0.50 0.5 0.25)
          a = \\pm b                           ! a = (+ ±b)
          (x_1, y_1) = (1, -3)                 ! (x_{1},y_{1}) = (1,(+ -3))
          """)
  void arithmetic(String latex, String tree) {
    assertThat(display(latex)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          f = \\text{ReLU}\\left(a\\right)            ¦ f = ReLU@(a)
          f = \\operatorname{ReLU}(a) = \\mathrm{R e L U}(a) ¦ f = ReLU@(a) = ReLU@(a)
          f = \\max(0, z) = \\max\\{0, z\\}           ¦ f = max@(0,z) = max@(0,z)
          f = \\log x + \\log \\hat{y}_i \\cdot 2     ¦ f = (+ log@(x) (* log@(y^hat_{i}) . 2))
          f = \\log 2\\pi - \\log(2) \\pi             ¦ f = (+ log@((* 2 ~ pi)) -(* log@(2) ~ pi))
          f = g'(z) = g_1'(z_1)                       ¦ f = g'?(z) = g_{1}'?(z_{1})
          f = [z]_+ = (z)^+                           ¦ f = [z]_{'+'} = (z)^'+'
          f = \\mathbb{1}[z > 0] = \\mathbb{1}_{z>0}  ¦ f = bb:1@(z > 0) = bb:1_{z > 0}
          f = [i = j] \\delta_{ij}                    ¦ f = (* [i = j] ~ delta_{«ij»})
          f = \\log p(y|x) = p(y \\mid x)             ¦ f = log@(p?(y | x)) = p?(y | x)
          f = |x| + \\lvert x \\rvert + |x - |y||     ¦ f = (+ |x| |x| |(+ x -|y|)|)
          f = \\alpha \\|w\\|_p^p = ||w||_2           ¦ f = (* alpha ~ ‖w‖_{p}^p) = ‖w‖_{2}
          f = \\sum |w_i| + 2|x|                      ¦ f = (+ (Σ |w_{i}|) (* 2 ~ |x|))
          f = \\text{softmax}(z)_i                    ¦ f = softmax@(z)_{i}
          f = e^{-z} = \\exp\\left(-z\\right)         ¦ f = e^(+ -z) = exp@((+ -z))
          """)
  void functions(String row) {
    String[] cells = row.split("¦");
    assertThat(display(cells[0].strip())).isEqualTo(cells[1].strip().replace('@', '!'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          d = \\frac{\\partial J(w)}{\\partial w_{1,1}^{(3)}}      ! d = ∂[J?(w); w_{1,1}^(3)]
          d = \\frac{\\partial}{\\partial h} \\left(y - h\\right)^2 ! d = ∂[((+ y -h))^2; h]
          d = \\frac{\\partial}{\\partial w} (w x) \\cdot y        ! d = (* ∂[((* w ~ x)); w] . y)
          d = \\frac{\\partial}{\\partial w} w \\cdot x            ! d = ∂[(* w . x); w]
          d = \\frac{\\partial (x + y)}{\\partial h}               ! d = ∂[((+ x y)); h]
          d = \\frac{dL}{dw}                                       ! d = (frac «dL» «dw» ? d[L; w])
          d = \\frac{\\mathrm{d}L}{\\mathrm{d}w}                   ! d = (frac (* d ~ L) (* d ~ w) ? d[L; w])
          d = \\frac{d}{dz} z^2                                    ! d = d[z^2; z]
          d = \\frac{d\\hat y}{dz_1}                               ! d = (frac (* d ~ y^hat) «dz»_{1} ? d[y^hat; z_{1}])
          d = \\partial L / \\partial w_1 \\cdot x                 ! d = (* ∂[L; w_{1}] . x)
          d = dL/dw \\cdot 2                                       ! d = (* (frac «dL» «dw» ? d[L; w]) . 2)
          d = \\frac{d}{n} + a/d                                   ! d = (+ (frac d n) (* a / d))
          d = \\frac{\\partial^2 L}{\\partial w^2} = \\frac{\\partial^2 L}{\\partial w \\partial v} ! d = ∂[L; w,w] = ∂[L; w,v]
          d = \\frac{-\\partial L}{\\partial w}                    ! d = (+ -∂[L; w])
          d = \\nabla_w L = \\nabla L = \\nabla_{w_i} \\|w\\|_p    ! d = ∇[L; w] = ∇[L] = ∇[‖w‖_{p}; w_{i}]
          d = \\nabla_a J \\odot f'(z)                             ! d = (* ∇[J; a] ⊙ f'?(z))
          d = \\partial_w L                                        ! d = ∂[L; w]
          d = \\left.\\frac{\\partial L}{\\partial w}\\right|_{w=1} ! d = (at ∂[L; w] w = 1)
          d = \\frac{\\partial L}{\\partial w}\\Big|_{w=1}         ! d = (at ∂[L; w] w = 1)
          d = \\sum_{i=1}^n a_i b_i + c                            ! d = (+ (Σ_{i = 1}^n (* a_{i} ~ b_{i})) c)
          d = \\varphi'(a) \\sum_{j \\neq i} W_{ji} \\sum_k b_k    ! d = (* phi'?(a) ~ (Σ_{j ≠ i} (* W_{«ji»} ~ (Σ_{k} b_{k}))))
          """)
  void derivativesAndSums(String latex, String tree) {
    assertThat(display(latex)).isEqualTo(tree.replace(" ? ", " | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          f = \\begin{cases} 0, z < 0 \\\\ z, else \\end{cases}                  ! f = {cases 0 if z < 0; z else}
          f = \\begin{cases} 1 & \\text{iff } z > 0 \\\\ 0 & \\text{else} \\end{cases} = 0 ! f = {cases 1 if z > 0; 0 else} = 0
          f = \\begin{cases} a, & \\text{if } z \\ge 0. \\\\ 0, & \\text{otherwise.} \\end{cases} ! f = {cases a if z ≥ 0; 0 else}
          f = \\left\\{ \\begin{matrix} 1 & \\text{iff } a > 0 \\\\ 0 & \\text{else} \\end{matrix} \\right\\} ! f = {cases 1 if a > 0; 0 else}
          f = \\left\\{\\begin{array}{ll} z, & z > 0 \\\\ 0, & z \\le 0 \\end{array}\\right. ! f = {cases z if z > 0; 0 if z ≤ 0}
          f = \\begin{cases} 1 & \\text{falls $z > 0$} \\\\ 0 & \\text{sonst} \\end{cases} ! f = {cases 1 if z > 0; 0 else}
          f = \\begin{cases} 1 & 0 < z \\text{ and } z < 1 \\\\ 0 & \\text{else} \\end{cases} ! f = {cases 1 if 0 < z and z < 1; 0 else}
          f = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}                  ! f = m(1,2; 3,4)
          f = \\left[ \\begin{array}{cc} 1 & 2 \\\\ \\end{array} \\right]^T      ! f = m[1,2]^T?
          f = \\begin{bmatrix} a_1 & \\cdots \\\\ \\vdots & \\ddots \\end{bmatrix} ! f = m[a_{1},…; …,…]
          f = \\underset{n \\times d}{X} \\underbrace{a + b}_{\\text{first term}}  ! f = (* (note X (* n × d)) ~ (+ a b))
          """)
  void matricesAndCases(String latex, String tree) {
    assertThat(display(latex)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          a = 1, \\quad b = 2                         ! a = 1 ; b = 2
          a = 1 \\quad \\text{and} \\quad b = 2.      ! a = 1 ; b = 2
          a = b = 1 \\rightarrow c = 2                ! a = b = 1 => c = 2
          \\Rightarrow a = 1                          ! a = 1
          w \\leftarrow w - 1 = 3                     ! w ← (+ w -1) = 3
          a := b \\approx 0.5 \\equiv c               ! a := b ≈ 0.5 ≡ c
          a \\overset{(1)}{=} b \\stackrel{def}{=} c    ! a = b := c
          X \\in \\mathbb{R}^{n \\times d}            ! X ∈ bb:R^(* n × d)
          a_j = b, \\quad j = 1, \\dots, n            ! a_{j} = b {j = 1, \\dots, n}
          a_j = b \\quad \\text{for } j > 1           ! a_{j} = b {\\text{for } j > 1}
          a = 1 \\text{ if } b > 0, \\quad a = 0 \\text{ else} ! a = 1 {\\text{ if } b > 0,} ; a = 0 {\\text{ else}}
          w_0, w_1 = 0.5                              ! <w_{0},w_{1}> = 0.5
          \\text{Layer 1:} \\quad a = b               ! a = b
          a &= b & c &= d                             ! a = b ; c = d
          \\boxed{a = b}                              ! a = b
          a = b (\\text{shape of } W)                 ! a = -PROSE
          a = 1 \\\\ = 2                              ! a = 1 | ↑1 = 2
          a = \\\\ = 2                                ! a | ↑a = 2
          a = b + \\\\ c = 2                          ! a = -UNEXPECTED… | ↑a = (+ b c) = 2
          a = b \\\\ + c \\\\ = 2                     ! a = b… | ↑a = (+ b c) | ↑(+ b c) = 2
          a = b \\\\ -c = 2                           ! a = b | (+ -c) = 2
          a &= b \\\\ & -c                            ! a = b… | ↑a = (+ b -c)
          a = (b \\\\ + c)                            ! a = -NEVER_CLOSED… | ↑a = ((+ b c))
          \\begin{aligned} a &= b \\\\ &= c \\end{aligned} ! a = b | ↑b = c
          \\begin{array}{l} a = b \\\\ c = d \\end{array} ! a = b | c = d
          \\begin{cases} a = b \\\\ c = d \\end{cases} ! a = b | c = d
          \\begin{split} f(x) &= a \\\\ &+ b \\end{split} ! f?(x) = a… | ↑f?(x) = (+ a b)
          """)
  void chains(String latex, String claims) {
    assertThat(display(latex)).isEqualTo(claims.replace("= -", "= !").replace("!c)", "-c)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          a = b) = c                      ! CLOSES_NOTHING   ! )
          a = (b = c                      ! NEVER_CLOSED     ! (
          a = \\frac{b = c                ! NEVER_CLOSED     ! {
          a = \\foo = c                   ! UNKNOWN_COMMAND  ! \\foo
          a = \\partial b = c             ! STRAY_PARTIAL    ! \\partial
          a = b + = c                     ! UNEXPECTED       ! +
          a = \\sum_i = c                 ! NOTHING_TO_SUM   ! \\sum_i
          a = b \\text{ where it goes} c = c ! -             !
          a = § = c                       ! UNKNOWN_CHARACTER ! §
          a = \\nabla |_{x} b = c        ! UNEXPECTED       ! |
          a = = c                         ! NOTHING_THERE    ! a = = c
          """)
  void whatCannotBeReadCostsNothingElse(String latex, String obstacle, String part) {
    List<Side> sides =
        claims("$$" + latex + "$$", Notation.LATEX).getFirst().chains().getFirst().sides();

    assertThat(sides.getFirst().isReadable()).isTrue();
    sides.stream()
        .filter(side -> !side.isReadable())
        .map(side -> side.unreadable().orElseThrow())
        .forEach(unreadable -> {
          assertThat(unreadable.obstacle()).hasToString(obstacle);
          assertThat(unreadable.part()).isEqualTo(part);
          assertThat(unreadable.message()).isNotBlank();
        });
    assertThat(sides.stream().allMatch(Side::isReadable)).isEqualTo(obstacle.equals("-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          rac{a}{b} = oldsymbol{x}          ! (frac a b) = b:x ! LOST_BACKSLASH, LOST_BACKSLASH
          a = w_{1.1}                       ! a = w_{1,1}      ! POINT_IN_INDEX
          a = w_12                          ! a = w_{12}       ! BARE_INDEX
          a = 0,5                           ! a = 0.5          ! DECIMAL_COMMA
          a = 1,2,3                         ! a = <1,2,3>      !
          a = \\left( b + c)                ! a = ((+ b c))    ! LEFT_WITHOUT_RIGHT
          a = \\left( b + c \\right = d     ! a = ((+ b c)) = d ! LEFT_WITHOUT_RIGHT
          """)
  void repairsAreNoted(String latex, String tree, String kinds) {
    Claim claim = claims("$$" + latex + "$$", Notation.LATEX).getFirst();

    assertThat(Drawn.of(claim)).isEqualTo(tree);
    assertThat(claim.repairs().stream().map(repair -> repair.kind().toString()))
        .containsExactlyInAnyOrder(kinds == null ? new String[0] : kinds.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          z_0 = w_0*x = 0.5                 ! z_{0} = (* w_{0} * x) = 0.5
          dL/dw_0 = dL/dz * x               ! (frac «dL» «dw»_{0} ? d[L; w_{0}]) = (* (frac «dL» «dz» ? d[L; z]) * x)
          ∂L/∂w_1 = 2                       ! ∂[L; w_{1}] = 2
          ∂L/∂w₁ = δ₁·x² + wᵀx − √2         ! ∂[L; w_{1}] = (+ (* delta_{1} . x^2) (* w^T? ~ x) -(root 2))
          h = {z if z > 0; 0 otherwise}     ! h = {cases z if z > 0; 0 else}
          W[2]_{1,2} = [1, 2; 3, 4]         ! W_{1,2}^(2) = m[1,2; 3,4]
          g'(z) = |x|, A' = B               ! g'@(z) = |x| ; A^T = B
          y = 2x + 3                        ! y = (+ (* 2 ~ x) 3)
          softmax(z)_1 = W_{1..2,1} = 0.50  ! «softmax»@(z)_{1} = W_{[1,2],1} = 0.50
          1/3 ≈ 0.333                       ! (* 1 / 3) ≈ 0.333
          (b) w = 3                         ! w = 3
          and then we get w = 3             ! w = 3
          I get w = 3.                      ! w = 3
          where we set w = 0 at first       !
          if we had w = 0 then z = 1        !
          h = hidden layer of the network   !
          Therefore w = 3.                  ! w = 3
          So the new weight is w = 3, which is less ! w = 3
          w = 3 (by the chain rule)         ! w = 3
          w = 3, because z = 1 > 0          ! w = 3
          y = (z - 1)**2 * np.exp(-z)       ! y = (* ((+ z -1))^2 * «exp»@((+ -z)))
          y = W.T @ np.maximum(0, z)        ! y = (* W^T? * «max»@(0,z))
          y = W^T (z - 1)                   ! y = W^T??((+ z -1))
          A = [[1, 2], [3, 4]]              ! A = m[1,2; 3,4]
          A = [1 -2; 3 4]                   ! A = m[1,(+ -2); 3,4]
          w <- w - 2                        ! w ← (+ w -2)
          w -> w - 2                        ! w ← (+ w -2)
          w → w − 2                         ! w ← (+ w -2)
          a -> b = 2                        ! a => b = 2
          y ＝ ½（z＋１）                    ! y = (* (frac 1 2) ~ ((+ z 1)))
          z⁽ˡ⁾ₖ = Σᵢ wₖᵢ                    ! z_{k}^(l) = (Σ_{i} w_{«ki»})
          | loss | **L = 2** | `z = 1` |    ! L = 2 | z = 1
          0 &lt; p                          ! 0 < p
          w := w - eta*g = (                ! w := (+ w -(* «eta» * g)) = @NOT_TYPED
          """)
  void typedLines(String line, String tree) {
    assertThat(drawn(line))
        .isEqualTo(tree == null ? "" : tree.replace(" ? ", " | ").replace('@', '!'));
  }

  @Test
  void mathematicsIsFoundInEveryKindOfText() {
    String text =
        """
        #### (a) Loss

        Costs $5 and $6, \\(a = 1\\), $w$ and `$b = 9$`. \\[ c = 3 \\] (12)

        | name | value |
        |------|-------|
        | $d$  | $|d| = 4$ |

        ```
        $e = 5$
        ```

        $$ f = 6

        This display was never closed and here are many words.

        $$ g = 7 $$
        (13)

        1.2 **Second**

        \\begin{tabular}{@{}>{$}l<{$}l@{}}
        h & $h = 8$ \\\\
        \\end{tabular}
        $$i = 9 \\quad (14)$$ $$j = 10 (15)$$ $$k = 11 \\tag{16a}$$
        """;

    assertThat(claims(text, Notation.AUTO))
        .extracting(claim ->
            claim.line()
                + ":"
                + claim.column()
                + " "
                + Drawn.of(claim)
                + claim.number().map(number -> " #" + number).orElse("")
                + claim.task().map(task -> " " + task).orElse(""))
        .containsExactly(
            "3:20 a = 1 a",
            "3:51 c = 3 #12 a",
            "7:11 |d| = 4 a",
            "13:4 f = 6 a",
            "17:4 g = 7 #13 a",
            "23:6 h = 8 1.2",
            "25:3 i = 9 #14 1.2",
            "25:24 j = 10 #15 1.2",
            "25:40 k = 11 #16a 1.2");
  }

  @Test
  void macrosAreWrittenOut() {
    String text =
        """
        \\newcommand{\\pd}[2]{\\frac{\\partial #1}{\\partial #2}}
        \\DeclareMathOperator{\\relu}{ReLU}
        \\def\\half{\\frac{1}{2}}
        $$\\pd{L}{w} = \\pd Lz \\cdot \\relu(x) = \\half$$
        """;

    assertThat(drawn(text)).isEqualTo("∂[L; w] = (* ∂[L; z] . ReLU!(x)) = (frac 1 2)");
  }

  @Test
  void sidesStandWhereTheyAreWritten() {
    Claim claim = claims("Also\n$$\na = ŷ \\\\\n= c$$", Notation.LATEX).getLast();

    assertThat(claim.chains().getFirst().sides())
        .extracting(
            side -> side.line() + ":" + side.column() + " " + side.length() + " " + side.text())
        .containsExactly("3:5 1 ŷ", "4:3 1 c");
    assertThat(claim.continues()).isTrue();
    assertThat(claim.chains().getFirst().carried()).isTrue();
  }

  @Test
  void bareFormulasAreRead() {
    assertThat(drawn("\\frac{\\partial L}{\\partial w} = 2x\n\nw = 3"))
        .isEqualTo("∂[L; w] = (* 2 ~ x) | w = 3");
  }
}
