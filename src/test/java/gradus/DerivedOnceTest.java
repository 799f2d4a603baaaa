package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.Derivations.Made;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A run derives a file once in each form that it prints or evaluates, and nothing twice.
class DerivedOnceTest {
  public static final class Diff implements Consumer<List<String>> {
    @Override
    public void accept(List<String> arguments) {
      Gradus.diff("norm2(X*w - y)^2", "w", "X: n x d; w: d; y: n").difference().orElseThrow();
    }
  }

  static List<Path> examples() throws IOException {
    return GoldenTest.examples();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void nothingIsDerivedTwice(Path example) {
    String network = network(example);
    for (SheetForm form : SheetForm.values()) {
      List<Made> made = Derivations.in(Runs.Solve.class, List.of(network, form.name(), "LATEX"));
      assertThat(made).as("%s", form).doesNotHaveDuplicates();
      assertThat(by("Problem", made)).as("%s in numbers", form).isLessThanOrEqualTo(1);
      assertThat(by("ArrayDerivation", made))
          .as("%s in letters", form)
          .isLessThanOrEqualTo(form == SheetForm.MATRIX ? 1 : 2);
    }
    assertThat(Derivations.in(Runs.Eval.class, List.of(network, "TEXT")))
        .hasSizeLessThanOrEqualTo(1);
    assertThat(Derivations.in(Runs.Check.class, List.of(network, "$L = 1$")))
        .hasSizeLessThanOrEqualTo(1);
  }

  /// Numbers where the data tell the sizes; in indices the same with matrices too; the direct route
  /// around a softmax; beside formulas in letters each definition for its Jacobians; and what is
  /// between members of families.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          skip-connection | AUTO   | 1 | 0 | 0 | 0 | 0
          upstream-given  | AUTO   | 1 | 1 | 0 | 0 | 0
          upstream-given  | SCALAR | 1 | 0 | 0 | 0 | 0
          relu-1-2-2-1    | INDEX  | 1 | 2 | 0 | 0 | 0
          delta-recursion | INDEX  | 1 | 2 | 0 | 0 | 2
          softmax         | INDEX  | 0 | 2 | 1 | 0 | 0
          softmax         | MATRIX | 0 | 1 | 1 | 3 | 0
          residual-block  | AUTO   | 0 | 1 | 0 | 5 | 0
          """)
  void isDerivedAsOftenAsThereAreForms(
      String example,
      String form,
      int numbers,
      int letters,
      int routes,
      int jacobians,
      int members) {
    String network = network(Path.of("examples", example));
    List<Made> made = Derivations.in(Runs.Solve.class, List.of(network, form, "LATEX"));
    assertThat(by("Problem", made)).isEqualTo(numbers);
    assertThat(by("ArrayDerivation", made)).isEqualTo(letters);
    assertThat(by("DirectRoute", made)).isEqualTo(routes);
    assertThat(by("JacobianWriter", made)).isEqualTo(jacobians);
    assertThat(by("FamilyDifferentiator", made)).isEqualTo(members);
    assertThat(made).hasSize(numbers + letters + routes + jacobians + members);
  }

  /// At several points too, where the given adjoint is compared with what it would be.
  @Test
  void aGivenAdjointIsDerivedOnceForAllPoints() {
    String network =
        """
        input x
        weight w
        z = w*x
        loss L = z^2
        given w = 1
        at first: x = 1, dL/dz = 3
        at second: x = 2, dL/dz = 4
        """;
    List<Made> made = Derivations.in(Runs.Solve.class, List.of(network, "AUTO", "LATEX"));
    assertThat(made).extracting(Made::by).containsExactly("Problem", "Derived");
  }

  @Test
  void aFormulaIsDerivedOnce() {
    assertThat(Derivations.in(Diff.class, List.of()))
        .extracting(Made::by)
        .containsExactly("GradientSolver");
  }

  private static long by(String name, List<Made> made) {
    return made.stream().filter(one -> one.by().equals(name)).count();
  }

  private static String network(Path example) {
    try {
      return Files.readString(example.resolve("network.gradus"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
