package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.calculus.Form;
import gradus.expr.Expr.Number;
import gradus.expr.Formulas;
import gradus.network.ProblemReader;
import gradus.network.TypedDerivation;
import gradus.sheet.NumeratorLayout;
import gradus.syntax.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Derivatives of numbers as rows, under whatever name they go.
class NumeratorLayoutTest {
  private static final String NAMED =
      """
      size d
      layout numerator
      weight w : d
      weight V : d x d
      input x : d
      u = V*x
      h = u .* w
      z = softmax(h)
      name delta = dL/dh
      loss L = norm2(z)^2 + norm2(u)^2
      """;

  private static final String NUMBER =
      """
      size d
      layout numerator
      weight w : d
      input x : d
      z = w'*tanh(x)
      loss L = z^2
      derive dL/dw, dL/dx
      """;

  /// δ is the row `∂L/∂h`, and so is what L has of u directly.
  @Test
  void aNameIsARowLikeTheDerivative() {
    assertThat(sheet(NAMED))
        .contains("∂L/∂w = delta ∂h/∂w = delta diag(u) ")
        .contains("∂L/∂u = delta ∂h/∂u + ∂/∂u (‖u‖²) ")
        .contains("= delta diag(w) + 2 · uᵀ ")
        .contains("∂L/∂z · ∂z/∂h · ∂h/∂u · ∂u/∂V_{i,j} + (∂/∂u (‖u‖²)) · ∂u/∂V_{i,j}");
  }

  @Test
  void theDirectDerivativeOfANumberIsARowToo() {
    assertThat(sheet(NUMBER)).contains("∂L/∂w = ∂L/∂z · ∂z/∂w = ∂L/∂z · tanh(x)ᵀ ");
  }

  private static String sheet(String network) {
    return Gradus.solve("one", network).solution().orElseThrow().sheet(SheetFormat.TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {NAMED, NUMBER})
  void everyWrongLineIsFound(String network) {
    TypedDerivation typed =
        new TypedDerivation(ProblemReader.read(new Source("one", network)).problem().orElseThrow());
    Derivation laidOut = NumeratorLayout.of(typed.in(Form.MATRIX));
    assertThat(isRight(typed, laidOut)).isTrue();
    for (int i = 0; i < laidOut.adjoints().size(); i++) {
      for (int line = 0; line < laidOut.adjoints().get(i).steps().size(); line++) {
        assertThat(isRight(typed, doubled(laidOut, i, line)))
            .as("%s, line %s", laidOut.adjoints().get(i).partial(), line + 1)
            .isFalse();
      }
    }
  }

  private static boolean isRight(TypedDerivation typed, Derivation laidOut) {
    return typed.verified(NumeratorLayout.turnedBack(laidOut)).mismatch().isEmpty();
  }

  private static Derivation doubled(Derivation right, int adjoint, int line) {
    List<Adjoint> adjoints = new ArrayList<>(right.adjoints());
    Adjoint one = adjoints.get(adjoint);
    List<Step> steps = new ArrayList<>(one.steps());
    Step step = steps.get(line);
    steps.set(line, new Step(Formulas.product(Number.of(2), step.formula()), step.reason()));
    adjoints.set(
        adjoint,
        new Adjoint(
            one.partial(), one.contributions(), steps, one.formula(), one.alias(), one.family()));
    return new Derivation(right.graph(), adjoints);
  }
}
