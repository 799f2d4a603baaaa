package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.step.Derivation;
import gradus.expr.Formulas;
import gradus.network.Problem;
import gradus.network.read.ProblemReader;
import gradus.syntax.source.Source;
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
    int length = sheet(GeneratedNetworks.chain(200)).length();
    assertThat(sheet(GeneratedNetworks.chain(400)).length())
        .isBetween(19 * length / 10, 21 * length / 10);
  }

  @Test
  void soDoesAChainOfMatrices() {
    int length = sheet(GeneratedNetworks.matrices(40)).length();
    assertThat(sheet(GeneratedNetworks.matrices(80)).length())
        .isBetween(19 * length / 10, 21 * length / 10);
  }

  private static String sheet(String network) {
    return Gradus.solve("chain", network).solution().orElseThrow().sheet(SheetFormat.LATEX);
  }
}
