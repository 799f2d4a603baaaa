package gradus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.calculus.Paths;
import gradus.calculus.Paths.Path;
import gradus.expr.Expr;
import gradus.expr.Formulas;
import gradus.network.Derived;
import gradus.network.ProblemReader;
import gradus.syntax.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A gradient split into paths: a wrong one never reaches the sheet.
class PathsVerifiedTest {
  private static final String NETWORK =
      """
      input x
      target y
      weight w_0, w_1, w_s
      z_0 = w_0*x
      h_0 = sigmoid(z_0)
      h_1 = relu(w_1*h_0)
      z_2 = h_1 + w_s*h_0
      loss L = (y - z_2)^2
      derive dL/dw_0 by paths, dz_2/dw_0
      """;

  @Test
  void everyWrongFormulaIsFound() {
    ProblemReader.Outcome read = ProblemReader.read(new Source("paths", NETWORK));
    Derived numbers = read.numbers().orElseThrow();
    Paths right = numbers.derivation().paths().getFirst();
    assertThat(right.paths()).hasSize(2);
    assertThat(right.factored()).isPresent();
    assertThatCode(() -> solve(numbers, right)).doesNotThrowAnyException();
    for (Paths wrong : bent(right)) {
      assertThatExceptionOfType(GradusFault.class)
          .as("%s", wrong)
          .isThrownBy(() -> solve(numbers, wrong))
          .withMessageStartingWith("a derivative could not be verified: dL/dw_0, ");
    }
  }

  private static void solve(Derived numbers, Paths paths) {
    Derived bent =
        new Derived(numbers.problem(), numbers.derivation().with(List.of(paths)), Optional.empty());
    new Solver(numbers.problem(), Optional.of(bent), SheetForm.AUTO).solving();
  }

  private static List<Paths> bent(Paths right) {
    List<Paths> all = new ArrayList<>();
    for (int i = 0; i < right.paths().size(); i++) {
      Path path = right.paths().get(i);
      all.add(with(right, i, new Path(path.quantities(), more(path.product()), path.local())));
      all.add(with(right, i, new Path(path.quantities(), path.product(), more(path.local()))));
    }
    all.add(new Paths(right.partial(), right.paths(), right.factored().map(f -> more(f))));
    return all;
  }

  private static Paths with(Paths right, int at, Path path) {
    List<Path> paths = new ArrayList<>(right.paths());
    paths.set(at, path);
    return new Paths(right.partial(), paths, right.factored());
  }

  private static Expr more(Expr formula) {
    return Formulas.sum(formula, Formulas.ONE);
  }
}
