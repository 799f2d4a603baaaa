package gradus.check.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Matrices in the notations of several courses; whether a line is right was worked out by hand.
final class MatrixNotationsTest {
  /// `dZ` as programs write it, samples as columns and the loss as a mean over them; by hand, with
  /// dZ = n ∂J/∂Z.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          dZ^{[1]} = W^{[2]T} dZ^{[2]} * g'(Z^{[1]}) | noted
          dZ^{[1]} = W^{[2]T} dZ^{[2]} \\odot (1 - A^{[1]} \\odot A^{[1]}) | correct
          dZ^{[1]} = W^{[2]T} dZ^{[2]} \\odot (1 + A^{[1]} \\odot A^{[1]}) | wrong
          dW^{[1]} = \\frac1m dZ^{[1]}X^T | correct
          dW^{[1]} = dZ^{[1]}X^T | wrong
          db^{[2]} = \\frac{1}{m} \\sum_{i=1}^m dZ^{[2](i)} | correct
          db^{[1]} = \\frac1n dZ^{[1]} \\mathbf{1} | correct
          \\frac{\\partial J}{\\partial W^{[1]}} = \\frac1n dZ^{[1]}X^T | correct
          J = -\\frac{1}{m} \\sum_{i=1}^m [y^{(i)} \\log a^{[2](i)} + (1-y^{(i)}) \\log(1-a^{[2](i)})] | correct
          """)
  void programs(String line, String verdicts) {
    Exercise exercise =
        Judged.exercise(
            """
            size n, d, h
            input X : d x n
            target Y : 1 x n
            weight W[1] : h x d
            weight W[2] : 1 x h
            bias b[1] : h x 1
            bias b[2] : 1 x 1
            Z[1] = W[1]*X + b[1]
            A[1] = tanh(Z[1])
            Z[2] = W[2]*A[1] + b[2]
            A[2] = sigmoid(Z[2])
            loss J = -1/n*sum(Y .* log(A[2]) + (1-Y) .* log(1 - A[2]))
            """);
    assertThat(
            Judged.last(
                exercise,
                "dZ^{[2]} = A^{[2]} - Y",
                "dW^{[2]} = \\frac{1}{n} dZ^{[2]} A^{[1]T}",
                line))
        .startsWith(verdicts);
  }

  /// Softmax with cross-entropy in rows, and what books write it with.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          Z = XW + \\mathbf{1}_N b | correct
          P = \\operatorname{softmax}(XW + b) | correct
          \\frac{\\partial L}{\\partial Z_{nj}} = -\\frac1N \\sum_k Y_{nk} (\\delta_{kj} - P_{nj}) | correct
          \\frac{\\partial L}{\\partial Z_{nj}} = -\\frac1N \\sum_k Y_{nk} (\\delta_{kj} + P_{nj}) | wrong
          \\frac{\\partial L}{\\partial b} = \\mathbf{1}_N^\\top \\frac{\\partial L}{\\partial Z} = \\frac1N \\sum_{n=1}^N (P_{n,:} - Y_{n,:}) | correct correct
          \\frac{\\partial L}{\\partial b} = \\sum_{n=1}^N (P_{n,:} - Y_{n,:}) | wrong
          L = -\\frac1N \\operatorname{tr}(Y^\\top \\log P) = -\\frac1N \\langle Y, \\log P\\rangle | correct correct
          \\frac{\\partial L}{\\partial W} = \\frac{1}{N} X (P - Y) | wrong
          """)
  void samplesInRows(String line, String verdicts) {
    Exercise exercise =
        Judged.exercise(
            """
            size N, D, K
            input X : N x D
            target Y : N x K one-hot
            weight W : D x K
            bias b : 1 x K
            Z = X*W + b
            P = softmax(Z, rows)
            loss L = -1/N*sum(Y .* log(P))
            """);
    assertThat(Judged.last(exercise, line)).startsWith(verdicts);
  }

  /// A quadratic form, with the identity matrix and changes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\nabla_w J = (X^TX + \\lambda I)w - X^Ty | correct
          \\nabla_w J = (X^TX + \\lambda I)w + X^Ty | wrong
          J = \\frac12 w^T (X^TX + \\lambda I_d) w - y^T X w + \\frac12 \\lVert y\\rVert^2 | correct
          dJ = (Xw - y)^T X\\, dw + \\lambda w^T dw | correct
          dJ = e^T\\, de + \\lambda w^T dw | undecided
          dJ = (Xw - y)^T X\\, dw | undecided
          \\frac{\\partial J}{\\partial w_j} = \\sum_i (x_i^T w - y_i)x_{ij} + \\lambda w_j | correct
          \\frac{\\partial J}{\\partial w_j} = \\sum_i (x_i^T w - y_i)x_{ij} + 2\\lambda w_j | wrong
          \\frac{\\partial J}{\\partial e} = e, \\quad \\frac{\\partial J}{\\partial w} = X^T e + \\lambda w | correct correct
          \\nabla_w^2 J = X^TX + \\lambda I | undecided
          """)
  void identitiesAndChanges(String line, String verdicts) {
    Exercise exercise =
        Judged.exercise(
            """
            size n, d
            input X : n x d
            target y : n
            weight w : d
            constant λ >= 0
            loss J = 1/2*norm2(X*w - y)^2 + λ/2*norm2(w)^2
            """);
    assertThat(Judged.last(exercise, "e = Xw - y", line)).startsWith(verdicts);
  }

  /// Own deltas beside the one of Kronecker, indicators, bold ones in a matrix, products of
  /// matrices.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      textBlock =
          """
          \\delta = (h - y) \\odot \\mathbf{1}[a > 0] | correct
          \\delta = (h - y) \\odot \\mathbb{1}_{a > 0} | correct
          \\delta = (h - y) \\odot \\mathbf{1}[a < 0] | wrong
          \\frac{\\partial a_i}{\\partial a_j} = \\delta_{ij} | correct
          \\begin{pmatrix} \\nabla_w L \\\\ \\frac{\\partial L}{\\partial b} \\end{pmatrix} = \\begin{bmatrix} X & \\mathbf{1} \\end{bmatrix}^T \\delta | correct
          \\frac{\\partial L}{\\partial b} = \\sum_i \\delta_i = \\mathbf{1}^T \\delta | correct correct
          """)
  void smallSigns(String line, String verdicts) {
    Exercise exercise =
        Judged.exercise(
            """
            size n, d
            input X : n x d
            target y : n
            weight w : d
            bias b
            a = X*w + b
            h = relu(a)
            loss L = 1/2*norm2(h - y)^2
            """);
    assertThat(Judged.last(exercise, "\\delta = \\frac{\\partial L}{\\partial a}", line))
        .startsWith(verdicts);
  }
}
