package gradus.calculus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.calculus.Differentiator;
import gradus.calculus.MatrixDerivationTest;
import gradus.calculus.Shaped;
import gradus.calculus.Typed;
import gradus.calculus.step.Derivation;
import gradus.calculus.step.Derivation.Adjoint;
import gradus.calculus.step.Derivation.Step;
import gradus.calculus.step.Form;
import gradus.calculus.step.Reason;
import gradus.expr.Definition;
import gradus.expr.Expr;
import gradus.expr.Graph;
import gradus.expr.Symbol.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong matrix formulas, even where the sizes fit, are caught in the line that they stand in.
class MatrixVerificationTest {
  private static final String NETWORK =
      """
      z = S*h
      q = tanh(z)
      L = norm2(q - y)^2
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          h | S*dL/dz                  | a transpose is missing
          h | dL/dz                    | a factor is missing
          S | h*(dL/dz)'               | factors in the wrong order
          S | (dL/dz)*z'               | the wrong operand
          S | 2*(dL/dz)*h'             | a factor too many
          z | dL/dq .* (1 - q)         | the wrong derivative
          z | dL/dq .* (1 - z.^2)      | the wrong quantity
          q | 2*(y - q)                | the wrong sign
          q | q - y                    | a factor of 2 is missing
          """)
  void plantedFaultsAreCaught(String by, String wrong, String fault) {
    Shaped typed = Shaped.where("S: n x n; h: n; y: n; z: n; q: n");
    Graph graph = typed.graph(NETWORK);
    List<Partial> requests =
        List.of(
            Partial.total(typed.quantity("L"), typed.quantity("S")),
            Partial.total(typed.quantity("L"), typed.quantity("h")));
    Derivation right =
        Differentiator.derive(graph, Typed.functions(), requests, List.of(), Set.of(), Form.MATRIX);
    assertThat(mismatch(graph, right)).isEmpty();
    Partial bent = Partial.total(typed.quantity("L"), typed.quantity(by));
    assertThat(mismatch(graph, with(graph, right, bent, typed.formula(wrong))))
        .as(fault)
        .hasValueSatisfying(found -> assertThat(found).startsWith("dL/d" + by + "_{1"));
  }

  private static java.util.Optional<String> mismatch(Graph graph, Derivation derivation) {
    return Verification.of(
            graph,
            Typed.functions(),
            derivation,
            Set.of(),
            List.of(),
            MatrixDerivationTest.INSTANCE)
        .mismatch();
  }

  private static Derivation with(Graph graph, Derivation right, Partial partial, Expr wrong) {
    List<Adjoint> adjoints = new ArrayList<>();
    List<Definition> definitions = new ArrayList<>();
    for (Adjoint adjoint : right.adjoints()) {
      Adjoint kept = adjoint.partial().equals(partial) ? bent(adjoint, wrong) : adjoint;
      adjoints.add(kept);
      definitions.add(new Definition(kept.partial(), kept.formula()));
    }
    return new Derivation(graph.with(definitions), adjoints);
  }

  private static Adjoint bent(Adjoint adjoint, Expr wrong) {
    return new Adjoint(
        adjoint.partial(),
        adjoint.contributions(),
        List.of(new Step(wrong, new Reason.Simplified())),
        wrong,
        adjoint.alias());
  }
}
