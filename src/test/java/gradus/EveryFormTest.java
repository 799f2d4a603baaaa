package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.source.Fault;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Random networks over all operations, in every form: a verified sheet or a named fault, never an
/// exception. Their number is the property `gradus.form.networks`.
class EveryFormTest {
  private static final long NETWORKS = Long.getLong("gradus.form.networks", 30);

  static LongStream seeds() {
    return LongStream.range(0, NETWORKS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isDerivedOrRefusedByName(long seed) {
    String network = new RandomShapedNetwork(seed).text();
    for (SheetForm form : SheetForm.values()) {
      Gradus.Solving solving = Gradus.solve("random.gradus", network, form);
      assertThat(solving.solution().isPresent())
          .as("%s%n%s%n%s", form, network, solving.diagnostics())
          .isEqualTo(solving.diagnostics().isEmpty());
      solving.solution().ifPresent(solution -> solution.sheet(SheetFormat.TEXT));
    }
  }

  @Test
  void mostAreDerived() {
    long derived =
        seeds()
            .filter(seed -> {
              String network = new RandomShapedNetwork(seed).text();
              return Gradus.solve("random.gradus", network).solution().isPresent();
            })
            .count();
    assertThat(derived).isGreaterThan(NETWORKS / 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unused parameter       | weight S : n x n; loss L = sum(v)
          number times vector    | h = tanh(c*v); loss L = sum(h)
          condition on all       | h = {v if sum(v) > 0; v.^2 otherwise}; loss L = sum(h)
          column of a softmax    | X = v*v'; h = (softmax(X, rows))_{:,1}; Z = tanh(X); loss L = sum(h) + sum(Z.^2)
          transpose of a softmax | X = v*v'; Y = softmax(X, rows)'; Z = tanh(X); loss L = sum(Y.^2) + sum(Z.^2)
          column times matrix    | X = v*v'; loss L = norm2(diag(X_{:,1})*X)^2
          number by named adjoint | h = c*v; loss L = sum(tanh(h)); name Err = -dL/dh
          operation in a matrix  | loss L = sum([norm2(v)^2, 1; 2, c]*[c, 3])
          """)
  void isDerivedInIndicesToo(String what, String lines) {
    String network =
        "size n\nweight c\nweight v : n\n" + lines.replaceAll("; (?=[a-zA-Z]+ )", "\n");
    for (SheetForm form : new SheetForm[] {SheetForm.INDEX, SheetForm.MATRIX}) {
      assertThat(Gradus.solve("one.gradus", network, form).diagnostics()).as(what).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          det(S)
          inv(S)_{1,1}
          normp(v)
          sum(conv(S, S))
          """)
  void whatHasNoRuleIsNamed(String formula) {
    String network = "size n\nweight v : n\nweight S : n x n\nloss L = " + formula;
    for (SheetForm form : SheetForm.values()) {
      assertThat(Gradus.solve("one.gradus", network, form).diagnostics())
          .extracting(diagnostic -> diagnostic.fault())
          .containsExactly(Fault.UNSUPPORTED);
    }
  }

  /// Entry by entry there is more than products of matrices say.
  @Test
  void whatHasNoMatrixSpellingIsNamed() {
    String network =
        "weight W : 3 x 2\nweight v : 2\ne_i = sum(l in 1..2, W_{i,l} * v_{l}^2)\nloss L = sum(e)";
    assertThat(Gradus.solve("one.gradus", network, SheetForm.MATRIX).diagnostics())
        .extracting(diagnostic -> diagnostic.sentence())
        .containsExactly(
            "'e' has no spelling in vectors and matrices; derive it with --form index");
    assertThat(Gradus.solve("one.gradus", network).diagnostics()).isEmpty();
  }

  @Test
  void whatHasNoSlopeAnywhereIsNotVerified() {
    String network = "size n\nweight w : n\nz = log(w) + log(-w)\nloss L = sum(z)";
    assertThat(Gradus.solve("one.gradus", network).diagnostics())
        .extracting(diagnostic -> diagnostic.fault())
        .containsExactly(Fault.NOWHERE_SMOOTH);
  }
}
