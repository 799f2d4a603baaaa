package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One network in every form that a sheet can have.
class FormsTest {
  private static final String LAYER =
      """
      size d, m
      input x : d
      target y : m
      weight W : m x d
      function f(u)
      z = W * x
      h = f(z)
      loss L = norm2(h - y)^2
      """;

  private static final String SOFTMAX =
      """
      size c
      target y : c one-hot
      weight z : c
      p = softmax(z)
      loss L = -sum(i in 1..c, y_i * log(p_i))
      """;

  @Test
  void inMatricesByDefault() {
    assertThat(sheet(LAYER, SheetForm.AUTO))
        .contains("∂L/∂h = ", "2 · (h - y)")
        .contains("∂L/∂z = (∂h/∂z)ᵀ ∂L/∂h = ∂L/∂h ⊙ f'(z)")
        .contains("∂L/∂W = ∂L/∂z xᵀ");
  }

  @Test
  void jacobiansByCasesAndWithDots() {
    assertThat(sheet(LAYER, SheetForm.MATRIX))
        .contains("∂h_i/∂z_j = f'(z_i) · [i = j] = {f'(z_i) if i = j; 0 otherwise}")
        .contains("⎡f'(z_1)  ⋯        0⎤\n")
        .contains("⎣      0  ⋯  f'(z_m)⎦\n")
        .contains("∂z_l/∂W_{i,j} = ");
  }

  @Test
  void rowsInNumeratorLayout() {
    assertThat(sheet("layout numerator\n" + LAYER, SheetForm.MATRIX))
        .contains("2 · (h - y)ᵀ")
        .contains("∂L/∂z = ∂L/∂h ∂h/∂z = ∂L/∂h diag(f'(z))")
        .contains("∂L/∂W = x ∂L/∂z");
  }

  @Test
  void inIndicesWithTheSameInMatrices() {
    assertThat(sheet(LAYER, SheetForm.INDEX))
        .contains("z_j = Σ_{l=1}^d W_{j,l} · x_l")
        .contains("= ∂L/∂z_i · x_j")
        .contains("only the term l = i is left")
        .contains("The same with matrices")
        .contains("∂L/∂W = ∂L/∂z xᵀ");
  }

  /// A fresh letter would make an entry of w look like the name `w_j`, and one of W like `W_im`.
  @ParameterizedTest
  @EnumSource(
      value = SheetForm.class,
      names = {"INDEX", "MATRIX"})
  void noEntryLooksLikeAName(SheetForm form) {
    String sheet =
        sheet(
            """
            size n, d
            input x : d
            weight w : n
            weight W : n x d
            weight w_j, W_im
            z = W*x + w
            loss L = norm2(z)^2 * w_j * W_im
            """,
            form);
    assertThat(sheet)
        .contains("∂L/∂w_j = ")
        .doesNotContainPattern("∂z.*/∂w_j")
        .doesNotContain("_{i,");
  }

  @Test
  void gradientsAsProductsThatCanBeMultipliedOut() {
    assertThat(sheet("layout parameter\n" + LAYER, SheetForm.MATRIX))
        .contains("∂L/∂W_{i,j} = (∂z/∂W_{i,j})ᵀ · (∂h/∂z)ᵀ · ∂L/∂h")
        .contains("∂z/∂W_{i,j} = x_j · onehot(i, m)");
    assertThat(sheet("layout numerator\n" + LAYER, SheetForm.MATRIX))
        .contains("∂L/∂W_{i,j} = ∂L/∂h · ∂h/∂z · ∂z/∂W_{i,j}");
  }

  @Test
  void softmaxWithCrossEntropyOnBothWays() {
    assertThat(sheet(SOFTMAX, SheetForm.MATRIX))
        .contains("= diag(p) - p pᵀ")
        .contains("since sum(y) = 1")
        .contains("by log(p) = z - logsumexp(z), put into (2)")
        .contains("p by (1); as (4)");
    assertThat(sheet(SOFTMAX, SheetForm.INDEX))
        .contains("since Σ_{i=1}^c y_i = 1")
        .contains("= p_j - y_j");
    assertThat(sheet(SOFTMAX.replace("size c", "size c = 2"), SheetForm.SCALAR))
        .contains("∂L/∂p_1 · p_1 · (1 - p_1)")
        .contains("derivative of softmax");
  }

  /// Counted from 0 or from 1, the label chooses the same entry.
  @ParameterizedTest
  @CsvSource({"'', 1..2, 2, y, dL/dz_2", "index from 0, 0..1, 1, y + 1, dL/dz_1"})
  void classLabelsKeepTheirName(
      String origin, String classes, String label, String printed, String gradient) {
    String network =
        origin
            + """

            target y in %s
            weight z : 2
            p = softmax(z)
            loss L = -log(p_y)
            at z = [0, 0], y = %s
            """
                .formatted(classes, label);
    assertThat(sheet(network, SheetForm.INDEX)).contains("L = -log(p_{" + printed + "})");
    assertThat(sheet(network, SheetForm.SCALAR)).doesNotContain("lies where two cases meet");
    Solution solution = Gradus.solve("label", network).solution().orElseThrow();
    assertThat(solution.value(gradient).doubleValue()).isEqualTo(-0.5);
  }

  /// dL/dw = 2 w (1 + 1 + 1) = 6, and 2 n w.
  @Test
  void sumsOfWhatIsFreeOfTheirLetter() {
    String network =
        "size n = 3\nweight w, v\nu = v * ones(n)\nloss L = %s + sum(u)\ngiven w = v = 1";
    String free = network.formatted("sum(i in 1..n, w^2 * u_i)");
    assertThat(Gradus.solve("sum", free).solution().orElseThrow().value("dL/dw").doubleValue())
        .isEqualTo(6);
    String open = "size n\nweight w\nloss L = sum(i in 1..n, w^2)";
    assertThat(sheet(open, SheetForm.MATRIX)).contains("∂L/∂w", "2 · n · w");
  }

  @Test
  void sizesBelowFactorsOnRequest() {
    Solution solution = Gradus.solve("layer", LAYER).solution().orElseThrow();
    assertThat(solution.sheet(SheetFormat.LATEX, OptionalInt.empty(), true))
        .contains("\\underset{m\\times d}{W}");
    assertThat(solution.sheet(SheetFormat.LATEX)).doesNotContain("\\underset");
  }

  /// `∂L/∂w` is the sum over both uses, so the second use alone has another name.
  @Test
  void oneUseOfSeveralIsNotTheWholeDerivative() {
    assertThat(
            sheet(
                """
                size n
                input X : n x 2
                weight w : 2
                r = X * w
                loss L = norm2(r)^2 + 3 * norm2(w)^2
                """,
                SheetForm.MATRIX))
        .contains("∂L/∂w = (∂r/∂w)ᵀ · ∂L/∂r + ∂/∂w (3 · ‖w‖²)")
        .contains("∂/∂w_j (3 · ‖w‖²) = ")
        .contains("⎡6 · w_1⎤");
  }

  /// By hand: ∂tr(AB)/∂A_ij = B_ji.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parameter | ⎡2 · B_{1,1}  ⋯  2 · B_{m,1}⎤
          numerator | ⎡2 · B_{1,1}  ⋯  2 · B_{1,n}⎤
          """)
  void aMatrixOfDerivativesHasItsCorners(String layout, String corners) {
    String network =
        "layout " + layout + "\nsize n, m\nweight A : n x m\ninput B : m x n\nloss L = 2*tr(A*B)";
    assertThat(sheet(network, SheetForm.MATRIX)).containsOnlyOnce(corners);
  }

  @Test
  void inNumbersOnlyWhereSizesAreKnown() {
    Gradus.Solving solving = Gradus.solve("layer", LAYER, SheetForm.SCALAR);
    assertThat(solving.solution()).isEmpty();
    assertThat(solving.diagnostics().getFirst().message())
        .isEqualTo("numbers take a value for every size; these have none: d, m");
  }

  /// By hand: z = [1·3 + 2·1, 0·3 + 1·1] = [5, 1], L = (5 - 4)² + (1 - 1)² = 1.
  @ParameterizedTest
  @CsvSource({"SCALAR", "INDEX", "MATRIX"})
  void hasTheSameValuesInEveryForm(SheetForm form) {
    String network =
        LAYER
                .replace("size d, m\n", "")
                .replace(" : d", " : 2")
                .replace(" : m", " : 2")
                .replace("2 x d", "2 x 2")
                .replace("function f(u)", "function f = identity")
            + "at W = [1, 2; 0, 1], x = [3, 1], y = [4, 1]\n";
    Solution solution = Gradus.solve("layer", network, form).solution().orElseThrow();
    assertThat(solution.value("L").doubleValue()).isEqualTo(1);
    assertThat(solution.value("dL/dW_{1,1}").doubleValue()).isEqualTo(6);
    assertThat(solution.table(TableFormat.JSON, java.util.OptionalInt.empty()))
        .contains("\"z\": [ 5, 1 ]")
        .contains("\"W\": [ [ 6, 2 ], [ 0, 0 ] ]");
  }

  private static String sheet(String network, SheetForm form) {
    Gradus.Solving solving = Gradus.solve("layer", network, form);
    assertThat(solving.diagnostics()).isEmpty();
    return solving.solution().orElseThrow().sheet(SheetFormat.TEXT);
  }
}
