package gradus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.calculus.Derivation;
import gradus.calculus.Derivation.Adjoint;
import gradus.calculus.Derivation.Step;
import gradus.calculus.Form;
import gradus.calculus.Jacobian;
import gradus.calculus.Jacobian.Cell;
import gradus.expr.Expr;
import gradus.expr.Expr.Number;
import gradus.expr.Formulas;
import gradus.expr.Shapes;
import gradus.network.ProblemReader;
import gradus.network.TypedDerivation;
import gradus.syntax.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The derivatives of neighbours: what the sheet says of them, and that a wrong one never reaches
/// it.
class JacobiansTest {
  /// By hand: where an entry is the other one, both ways through which an entry of W enters, the
  /// column by one entry of W without the index that runs along it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weight x : 4; z = x_{2..4}         | ⎡0  1  0  0⎤ / ∂z/∂x = ⎢0  0  1  0⎥ / ⎣0  0  0  1⎦
          weight x : 4; z = x_{1..2}         | ∂z/∂x = ⎡1  0  0  0⎤ / ⎣0  1  0  0⎦
          weight x : d; z = concat(x, x)     | ∂z_i/∂x_j = {[i = j] if i ≤ d; [-d+i = j] otherwise} / ⎡1  ⋯  0⎤ / ∂z/∂x = ⎢⋮  ⋱  ⋮⎥ / ⎣0  ⋯  1⎦
          weight x : 2; weight y : 2; z = concat(x, y) | ∂z/∂y = ⎢0  0⎥ / ⎢1  0⎥ / ⎣0  1⎦
          weight W : d x d; input x : d; z = W*x + W'*x | = [m = i] · x_j + [m = j] · x_i
          weight W : d x d; input x, v : d; z = (W*x) .* v | ∂z/∂W_{i,j} = x_j · v_i · onehot(i, d)
          weight x : d; z = x                | = [i = j] = {1 if i = j; 0 otherwise} / ⎡1  ⋯  0⎤ / ∂z/∂x = ⎢⋮  ⋱  ⋮⎥ = eye(d)
          weight S : d x d; z = diag(S)      | = [m = i] · [m = j] = {1 if m = i and m = j; 0 otherwise}
          """)
  void areWrittenAsByHand(String network, String lines) {
    String text = "size d\n" + network.replace("; ", "\n") + "\nloss L = norm2(z)^2\n";
    String sheet = Gradus.solve("one", text).solution().orElseThrow().sheet(SheetFormat.TEXT);
    String section = sheet.substring(sheet.indexOf("The derivatives of neighbours"));
    for (String line : lines.split(" / ")) {
      assertThat(section).contains(line);
    }
  }

  /// None is by cases where two equalities are independent of each other.
  @Test
  void independentEqualitiesAreNotOneCase() {
    String text = "size n\nweight W : n x n\ninput x : n\nz = W*x + W'*x\nloss L = norm2(z)^2\n";
    assertThat(Gradus.solve("one", text).solution().orElseThrow().sheet(SheetFormat.TEXT))
        .doesNotContain("if m = i");
  }

  static List<Path> examples() throws IOException {
    return GoldenTest.examples();
  }

  /// Each line, each cell and each spelling in matrices, one at a time.
  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void everyWrongLineIsFound(Path example) throws IOException {
    TypedDerivation typed = new TypedDerivation(read(example).problem().orElseThrow());
    for (Jacobian right : jacobians(typed)) {
      assertThat(isRight(typed, right)).as("%s", right.pair()).isTrue();
      for (Jacobian wrong : bent(right)) {
        assertThat(isRight(typed, wrong)).as("%s", wrong).isFalse();
      }
    }
  }

  private static List<Jacobian> jacobians(TypedDerivation typed) {
    return typed.withoutMatrices().isPresent()
        ? List.of()
        : typed.withJacobians(typed.in(Form.MATRIX)).jacobians();
  }

  private static boolean isRight(TypedDerivation typed, Jacobian jacobian) {
    return typed.verified(List.of(jacobian)).stream()
        .allMatch(report -> report.mismatch().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"softmax", "two-layers-numerator", "softmax-label-from-0"})
  void aWrongOneIsAFaultBeforeItIsPrinted(String example) throws IOException {
    ProblemReader.Outcome read = read(Path.of("examples", example));
    UnaryOperator<Derivation> bend =
        derivation -> {
          List<Jacobian> jacobians = new ArrayList<>(derivation.jacobians());
          jacobians.add(bent(jacobians.removeLast()).getLast());
          return derivation.withJacobians(jacobians);
        };
    Solver solver = new Solver(read.problem().orElseThrow(), read.numbers(), SheetForm.AUTO, bend);
    assertThatExceptionOfType(GradusFault.class)
        .isThrownBy(solver::solving)
        .withMessageStartingWith("a derivative could not be verified: d");
  }

  private static ProblemReader.Outcome read(Path example) throws IOException {
    String text = Files.readString(example.resolve("network.gradus"));
    return ProblemReader.read(new Source(example.toString(), text));
  }

  /// The same Jacobian with one thing wrong, in every way.
  private static List<Jacobian> bent(Jacobian right) {
    List<Jacobian> all = new ArrayList<>();
    Adjoint entries = right.entries();
    for (int i = entries.steps().size() - right.steps().size(); i < entries.steps().size(); i++) {
      List<Step> steps = new ArrayList<>(entries.steps());
      steps.set(i, new Step(plusOne(steps.get(i).formula()), steps.get(i).reason()));
      Adjoint bent =
          new Adjoint(
              entries.partial(),
              entries.contributions(),
              steps,
              entries.formula(),
              entries.alias());
      all.add(new Jacobian(right.pair(), bent, right.cases(), right.cells(), right.whole()));
    }
    right
        .cases()
        .ifPresent(cases ->
            all.add(
                new Jacobian(
                    right.pair(),
                    entries,
                    Optional.of(plusOne(cases)),
                    right.cells(),
                    right.whole())));
    for (int i = 0; i < right.cells().size(); i++) {
      List<Cell> cells = new ArrayList<>(right.cells());
      Cell cell = cells.get(i);
      cells.set(i, new Cell(cell.row(), cell.column(), plusOne(cell.formula())));
      all.add(new Jacobian(right.pair(), entries, right.cases(), cells, right.whole()));
    }
    right
        .whole()
        .ifPresent(whole ->
            all.add(
                new Jacobian(
                    right.pair(),
                    entries,
                    right.cases(),
                    right.cells(),
                    Optional.of(twice(whole)))));
    return all;
  }

  private static Expr plusOne(Expr formula) {
    return Formulas.sum(formula, Formulas.ONE);
  }

  private static Expr twice(Expr formula) {
    assertThat(Shapes.isScalar(formula)).isFalse();
    return Formulas.product(Number.of(2), formula);
  }
}
