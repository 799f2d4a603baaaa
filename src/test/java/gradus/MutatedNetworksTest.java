package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples with slips of the hand: a verified solution in every form that can be written, or
/// diagnostics; never an exception. How many of each is the property `gradus.mutants`.
class MutatedNetworksTest {
  private static final long MUTANTS = Long.getLong("gradus.mutants", 60);
  private static final List<String> FORMULAS =
      """
      norm2(X*w - y)^2
      w
      X: n x d; w: d; y: n
      ----
      sum(y .* log(softmax(Z, rows)))/n
      Z
      Z: n x k; y: n x k one-hot
      ----
      sum(i in 1..n, max(x_i, 0)^2) + tr(A'*B*A)
      A
      A: n x m; B: n x n; x: n
      ----
      logsumexp(concat(W*x, 1)) + {p if p > 0; exp(p) otherwise}
      W
      W: c x d; x: d; p >= -1
      """
          .transform(text -> List.of(text.split("----\n")));

  static LongStream seeds() {
    return LongStream.range(0, MUTANTS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isSolvedOrRefused(long seed) throws IOException {
    List<Path> examples = GoldenTest.examples();
    Path example = examples.get((int) (seed % examples.size()));
    String network = Mutant.of(Files.readString(example.resolve("network.gradus")), seed);
    for (SheetForm form : SheetForm.values()) {
      Gradus.Solving solving = Gradus.solve("mutant.gradus", network, form);
      assertThat(solving.solution().isPresent())
          .as("%s%n%s%n%s", form, network, solving.diagnostics())
          .isEqualTo(solving.diagnostics().isEmpty());
      solving.solution().ifPresent(MutatedNetworksTest::printed);
    }
  }

  private static void printed(Solution solution) {
    for (SheetFormat format : SheetFormat.values()) {
      assertThat(solution.sheet(format)).isNotBlank();
    }
    for (TableFormat format : TableFormat.values()) {
      assertThat(solution.table(format, OptionalInt.empty())).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isDifferentiatedOrRefused(long seed) {
    String[] call =
        (Mutant.of(FORMULAS.get((int) (seed % FORMULAS.size())), seed) + "\n\n\n").split("\n", -1);
    Gradus.Differing differing = Gradus.diff(call[0], call[1], call[2]);
    assertThat(differing.difference().isPresent())
        .as("%s%n%s", String.join("\n", call), differing.diagnostics())
        .isEqualTo(differing.diagnostics().isEmpty());
    for (DiffFormat format : DiffFormat.values()) {
      differing.difference().ifPresent(found -> assertThat(found.in(format)).isNotBlank());
    }
  }
}
