package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Step;
import gradus.calculus.step.Form;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.network.Problem;
import gradus.network.instance.ArrayDerivation;
import gradus.network.read.ProblemReader;
import gradus.syntax.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Networks with a symbolic number of layers or time steps, from the file to the sheet. Formulas
/// are those of textbooks, numbers worked out by hand.
class FamiliesTest {
  private static final String LAYERS =
      """
      size L, n[k] for k in 0..L
      input  x : n[0]
      target t : n[L]
      weight W[k] : n[k-1] x n[k] for k in 1..L
      function φ[k](a) for k in 1..L
      z[0] = x
      a[k]_j = sum(i in 1..n[k-1], W[k]_{i,j} * z[k-1]_i) for k in 1..L
      z[k] = φ[k](a[k]) for k in 1..L
      y = z[L]
      loss E = 1/2 * norm2(y - t)^2
      name δ[k] = dE/da[k]
      """;

  private static final String RECURRENCE =
      """
      size T, d, m
      input x[t] : d for t in 1..T
      target y[t] : m for t in 1..T
      weight U : m x d
      weight W : m x m
      h[0] = ones(m, 1)
      a[t] = U * x[t] + W * h[t-1] for t in 1..T
      h[t] = tanh(a[t]) for t in 1..T
      loss L = 1/2 * sum(t in 1..T, norm2(h[t] - y[t])^2)
      name δ[t] = dL/da[t]
      """;

  @Test
  void localDerivativesBaseCaseRecursionAndGradient() {
    assertThat(sheet(LAYERS, SheetForm.AUTO))
        .contains("∂a[k]_m/∂W[k]_{i,j} = ", "= [m = j] · z[k-1]_i ")
        .contains("∂a[k+1]_i/∂a[k]_j = ", "= W[k+1]_{j,i} · φ[k]'(a[k]_j) ")
        .contains("δ[L]_j := ∂E/∂a[L]_j", "= (y_j - t_j) · φ[L]'(a[L]_j) ")
        .contains("For k = 1, …, L-1: Only (3) uses a[k]:")
        .contains("= φ[k]'(a[k]_j) · Σ_{i=1}^{n[k+1]} W[k+1]_{j,i} · δ[k+1]_i")
        .contains("= δ[k]_j · z[k-1]_i ")
        .contains("(W[k+1] δ[k+1]) ⊙ φ[k]'(a[k])")
        .contains("∂E/∂W[k] = z[k-1] δ[k]ᵀ ")
        .contains("for k = L-1, …, 1:");
  }

  @Test
  void changesOfTheWeights() {
    assertThat(sheet(LAYERS + "descend rate η\n", SheetForm.INDEX))
        .containsPattern(
            "ΔW\\[k]_\\{i,j} = -η · ∂E/∂W\\[k]_\\{i,j}\\s+= -η · δ\\[k]_j · z\\[k-1]_i +for k = 1,"
                + " …, L");
  }

  /// a[1] = (0, 2, -5), z[1] = (0, 2, 0), a[2] = z[2] = (4, 2), δ[2] = (3, 2), W[2] δ[2] = (1, 8,
  /// 6).
  @ParameterizedTest
  @EnumSource(names = {"INDEX", "MATRIX"})
  void numbersAtAPoint(SheetForm form) {
    String data =
        """
        at L = 2, n[0] = 2, n[1] = 3, n[2] = 2, φ[1] = relu, φ[2] = identity,
          x = [1, -2], t = [1, 0], W[1] = [1, 0, -1; 1/2, -1, 2], W[2] = [1, -1; 2, 1; 0, 3]
        """;
    assertThat(sheet(LAYERS + data, form))
        .contains("φ[1] = relu and φ[2] = identity")
        .containsPattern("⎡0⎤ +⎡0⎤\n.*⎢1⎥ += ⎢8⎥\n.*⎣0⎦ +⎣0⎦")
        .contains("⎡0    8  0⎤\n")
        .contains("⎣0  -16  0⎦\n");
  }

  @Test
  void throughTimeSharedWeightsAreSummed() {
    assertThat(sheet(RECURRENCE, SheetForm.AUTO))
        .contains("(h[T] - y[T]) ⊙ (1 - h[T].^2)")
        .contains("(Wᵀ δ[t+1] + h[t] - y[t]) ⊙ (1 - h[t].^2)")
        .contains("∂L/∂U = Σ_{t=1}^T δ[t] x[t]ᵀ")
        .contains("∂L/∂W = Σ_{t=1}^T δ[t] h[t-1]ᵀ");
  }

  /// The derivative of a sum over all steps is that of its one term.
  @Test
  void onlyOneTermOfTheLossIsLeft() {
    assertThat(sheet(RECURRENCE, SheetForm.MATRIX))
        .contains("= ∂/∂h[T] (1/2 · ‖h[T] - y[T]‖²)", "only the term t = T is left")
        .contains("= (∂a[t+1]/∂h[t])ᵀ δ[t+1] + ∂/∂h[t] (1/2 · ‖h[t] - y[t]‖²)")
        .contains("U and W are the same for all t = 1, …, T; chain rule along (2), one term");
  }

  /// Weight decay: each member is in the sum once, W[k]² has the derivative 2 W[k].
  @ParameterizedTest
  @EnumSource(names = {"INDEX", "MATRIX"})
  void aSumOverMembersOfDifferentSizes(SheetForm form) {
    String decaying =
        LAYERS.replace(
            "norm2(y - t)^2", "norm2(y - t)^2 + c/2 * sum(k in 1..L, norm2(W[k])^2)\nconstant c");
    assertThat(sheet(decaying, form))
        .containsAnyOf("= z[k-1] δ[k]ᵀ + c · W[k] ", "= δ[k]_j · z[k-1]_i + c · W[k]_{i,j} ");
  }

  /// c/2 Σ |W[k]|² at W[1] = (1, 2), W[2] = (3; 4) with c = 1 is 15, and 0 without.
  @ParameterizedTest
  @CsvSource({"1, 15", "0, 0"})
  void itHasAValue(int c, int loss) {
    String network =
        """
        size L, n[k] for k in 0..L
        input x : n[0]
        weight W[k] : n[k] x n[k-1] for k in 1..L
        constant c
        z[0] = x
        z[k] = W[k] * z[k-1] for k in 1..L
        loss E = norm2(z[L])^2 + c/2 * sum(k in 1..L, norm2(W[k])^2)
        at L = 2, n[0] = 2, n[1] = 1, n[2] = 2, x = [0, 0], W[1] = [1, 2], W[2] = [3; 4], c = %d
        """;
    assertThat(sheet(network.formatted(c), SheetForm.MATRIX))
        .containsPattern("= " + loss + "\n\n   Backward:");
  }

  /// Each target is one-hot, so each sum is 1: `p - y` at every step.
  @Test
  void softmaxAtEveryStep() {
    String network =
        RECURRENCE
            .replace("target y[t] : m", "target y[t] : m one-hot")
            .replace(
                "1/2 * sum(t in 1..T, norm2(h[t] - y[t])^2)", "-sum(t in 1..T, y[t]' * log(p[t]))")
            .replace("loss", "p[t] = softmax(h[t]) for t in 1..T\nloss");
    assertThat(sheet(network, SheetForm.MATRIX))
        .contains("since sum(y[t]) = 1", "= Wᵀ δ[t+1] + p[t] - y[t] ")
        .contains("since sum(y[T]) = 1", "= p[T] - y[T] ");
  }

  @Test
  void classLabelsAtEveryStep() {
    String network =
        """
        size T, d, c
        input x[t] : d for t in 1..T
        target y[t] in 1..c for t in 1..T
        weight V : c x d
        z[t] = V * x[t] for t in 1..T
        p[t] = softmax(z[t]) for t in 1..T
        loss L = -sum(t in 1..T, log(p[t]_{y[t]}))
        """;
    assertThat(sheet(network, SheetForm.MATRIX)).contains("= p[t] - onehot(y[t], c) ");
  }

  /// Of `c/2 Σ |h[t]|²` it is `c h[t]`, also where nothing else is a family; of `Σ_i Σ_j w[i]ᵀ
  /// w[j]` twice the sum of all.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          c/2 * sum(t in 1..T, norm2(h[t])^2)              | c · h[t]
          sum(t in 1..T, sum(s in 1..T, h[t]' * h[s]))     | Σ_{r=1}^T h[r] + Σ_{s=1}^T h[s]
          """)
  void aFamilyInASumAlone(String loss, String derivative) {
    String network =
        """
        size T, m
        constant c
        weight h[t] : m for t in 1..T
        loss L = %s
        """;
    assertThat(sheet(network.formatted(loss), SheetForm.MATRIX)).contains("= " + derivative);
  }

  /// A request by letters is for every entry; one for an entry gets the whole.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dz_i/da_j     | = (1 - z_i^2) · [i = j]
          dz/da         | = (1 - z_i^2) · [i = j]
          da_i/dW_{i,j} | [m = i] · x_j
          dE/dW_{1,2}   | = ∂E/∂a xᵀ
          """)
  void requestsByEntries(String request, String derivative) {
    String network =
        """
        size n, d
        input x : d
        weight W : n x d
        a = W * x
        z = tanh(a)
        loss E = norm2(z)^2
        derive %s
        """;
    assertThat(sheet(network.formatted(request), SheetForm.MATRIX)).contains(derivative);
  }

  /// The same with three steps written out.
  @Test
  void threeTimeSteps() {
    assertThat(sheet(RECURRENCE.replace("size T,", "size T = 3,"), SheetForm.MATRIX))
        .contains("Wᵀ δ[3] + h[2] - y[2]", "Wᵀ δ[2] + h[1] - y[1]")
        .contains("δ[1] x[1]ᵀ + δ[2] x[2]ᵀ + δ[3] x[3]ᵀ");
  }

  @ParameterizedTest
  @ValueSource(strings = {LAYERS, RECURRENCE})
  void everyWrongPieceIsFound(String network) {
    Problem problem = problem(network);
    for (Form form : List.of(Form.INDEX, Form.MATRIX)) {
      ArrayDerivation typed = new ArrayDerivation(problem);
      Derivation right = typed.in(form);
      assertThat(typed.verified(right).mismatch()).isEmpty();
      for (Adjoint adjoint : right.adjoints()) {
        if (!Formulas.isZero(adjoint.formula())) {
          assertThat(typed.verified(doubled(right, adjoint)).mismatch())
              .as("%s, %s", form, adjoint.partial())
              .isPresent();
        }
      }
    }
  }

  /// With twice the last line of one adjoint.
  private static Derivation doubled(Derivation right, Adjoint wrong) {
    List<Adjoint> adjoints = new ArrayList<>(right.adjoints());
    Expr twice = Formulas.product(Expr.Number.of(2), wrong.formula());
    List<Step> steps = new ArrayList<>(wrong.steps());
    steps.set(steps.size() - 1, new Step(twice, steps.getLast().reason()));
    adjoints.set(
        adjoints.indexOf(wrong),
        new Adjoint(
            wrong.partial(), wrong.contributions(), steps, twice, wrong.alias(), wrong.family()));
    return new Derivation(right.graph(), adjoints);
  }

  /// A letter costs what two layers cost.
  @Test
  void theNumberOfLayersCostsNothing() {
    String two = LAYERS.replace("size L, n[k]", "size L = 2\nsize n[k]");
    int letter = length(new ArrayDerivation(problem(LAYERS)).in(Form.MATRIX));
    int unrolled = length(new ArrayDerivation(problem(two)).in(Form.MATRIX));
    assertThat(letter).isLessThanOrEqualTo(unrolled + unrolled / 4);
  }

  private static int length(Derivation derivation) {
    return derivation.adjoints().stream()
        .flatMap(adjoint -> adjoint.steps().stream())
        .mapToInt(step -> 1 + Formulas.operations(step.formula()))
        .sum();
  }

  @Test
  void whatIsAsLongAsTheRecursionIsRefusedByName() {
    String network =
        """
        size L
        input x
        weight w[k] for k in 1..L
        z[0] = x
        z[k] = tanh(w[k]*z[k-1]) for k in 1..L
        derive dz[L]/dz[1]
        """;
    assertThat(Gradus.solve("network", network, SheetForm.AUTO).diagnostics())
        .extracting(fault -> fault.sentence())
        .containsExactly("'dz[L]/dz[1]', as long as the recursion, cannot be used yet");
  }

  /// A summation letter is none of the letters that the line speaks of.
  @Test
  void sumsHaveLettersOfTheirOwn() {
    for (Adjoint adjoint : new ArrayDerivation(problem(LAYERS)).in(Form.INDEX).adjoints()) {
      var free =
          java.util.stream.Stream.of(adjoint.partial().of(), adjoint.partial().by())
              .flatMap(quantity -> quantity.indices().stream())
              .flatMap(index -> index.letters().stream())
              .map(letter -> letter.name())
              .toList();
      for (Step step : adjoint.steps()) {
        assertThat(gradus.expr.IndexSubstitution.boundLetters(step.formula()))
            .doesNotContainAnyElementsOf(free);
      }
    }
  }

  private static Problem problem(String network) {
    return ProblemReader.read(new Source("network", network)).problem().orElseThrow();
  }

  private static String sheet(String network, SheetForm form) {
    Gradus.Solving solving = Gradus.solve("network", network, form);
    assertThat(solving.diagnostics()).isEmpty();
    return solving.solution().orElseThrow().sheet(SheetFormat.TEXT);
  }
}
