package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Gradients of lone formulas, as a textbook has them.
class DiffTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x^2*sin(x)             | x | ''                            | 2 · sin(x) · x + x^2 · cos(x)
          norm2(X*w - y)^2       | w | X: n x d; w: d; y: n          | 2 · Xᵀ (X w - y)
          x'*A*x                 | x | A: n x n; x: n                | A x + Aᵀ x
          tr(A'*B*A)             | A | A: n x m; B: n x n            | B A + Bᵀ A
          logsumexp(W*x)         | W | W: c x d; x: d                | softmax(W x) xᵀ
          sum(sum(A, rows) .^ 2) | A | A: n x m                      | 2 · sum(A, rows) ones(1, m)
          dot(u, v)              | v | u: n; v: n                    | u
          sum(max(X*w, 0))/n     | w | X: n x d; w: d                | (1 / n) · Xᵀ {1 if X w > 0; 0 if X w < 0; 1/2 if X w = 0}
          sum(relu(X*w))         | w | X: n x d; w: d                | Xᵀ relu'(X w)
          norm2(concat(X, v))^2  | v | X: n x m; v: n                | 2 · (concat(X, v))_{:,m+1}
          sum(y .* log(softmax(z))) | z | y: k one-hot; z: k         | y - softmax(z)
          """)
  void isAsATextbookHasIt(String formula, String by, String where, String gradient) {
    Difference difference = Gradus.diff(formula, by, where).difference().orElseThrow();
    assertThat(difference.in(DiffFormat.TEXT)).contains("∂f/∂" + by + " = " + gradient);
  }

  @Test
  void lettersOfSumsAreNoQuantities() {
    Difference difference =
        Gradus.diff("sum(i in 1..n, x_i^3)", "x", "x: n").difference().orElseThrow();
    assertThat(difference.in(DiffFormat.LATEX))
        .isEqualTo("\\frac{\\partial f}{\\partial x} = 3x^{\\odot 2}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A*x     | x   | A: n x n; x: n | 1:1+3 a gradient is of one number; this formula is n x 1
          x^2     | w   | ''             | 1:1+1 'w' does not occur in the formula
          det(A)  | A   | A: n x n       | 1:1+3 the function 'det' cannot be used yet
          A*y     | A   | A: n x m; y: n | 1:3+1 y is n x 1, A is n x m: the inner sizes m and n differ
          log(-x^2) | x | ''             | 1:1+9 no values were found at which 'log(-x^2)' has a derivative by 'x', so nothing could be verified
          w1*w_1  | w1  | ''             | 1:4+3 'w_1' would be printed just like 'w1' on line 1
          x^2     | 2*x | ''             | 1:1+3 a name or a partial derivative such as dL/dw is due here
          """)
  void saysWhyThereIsNone(String formula, String by, String where, String fault) {
    Diagnostic diagnostic = Gradus.diff(formula, by, where).diagnostics().getFirst();
    String place = diagnostic.line() + ":" + diagnostic.column() + "+" + diagnostic.length();
    assertThat(place + " " + diagnostic.message()).isEqualTo(fault);
  }
}
