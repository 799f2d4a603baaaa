package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.Derivation;
import gradus.expr.Formulas;
import gradus.network.Problem;
import gradus.network.ProblemReader;
import gradus.syntax.Source;
import org.junit.jupiter.api.Test;

/// Formulas and sheets grow with the number of parameters, not with the number of paths.
class GrowthTest {
  @Test
  void fiveOperationsAParameterInADenseNetwork() {
    Problem problem =
        ProblemReader.read(new Source("dense", GeneratedNetworks.dense(6, 16)))
            .problem()
            .orElseThrow();
    Derivation derivation = problem.derivation();
    assertThat(problem.trainable()).hasSize(1632);
    int operations =
        derivation.adjoints().stream()
            .mapToInt(adjoint -> Formulas.operations(adjoint.formula()))
            .sum();
    assertThat(operations).isLessThanOrEqualTo(5 * 1632);
  }

  @Test
  void aChainOfTwiceTheLengthHasASheetOfTwiceTheLength() {
    int length = sheet(200).length();
    assertThat(sheet(400).length()).isBetween(19 * length / 10, 21 * length / 10);
  }

  private static String sheet(int layers) {
    return Gradus.solve("chain", GeneratedNetworks.chain(layers))
        .solution()
        .orElseThrow()
        .sheet(SheetFormat.LATEX);
  }
}
