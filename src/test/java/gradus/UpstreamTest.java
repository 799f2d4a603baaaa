package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Derivatives of what nothing defines, where given ones cover every way, and zeros that are true.
/// Each figure is worked out by hand from what stands before it.
final class UpstreamTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quantity E; input u; weight w; s = w*u; given dE/ds = 2; derive dE/dw; at u = 3, w = 5                               | dE/dw   | 6
          quantity E; input u; weight w; s = w*u; t = w^2; given dE/ds = 2, dE/dt = -1; derive dE/dw; at u = 3, w = 5           | dE/dw   | -4
          quantity E; input u; weight w; s = w*u; t = w^2; given dE/dw = 7; derive dE/dw; at u = 3, w = 5                       | dE/dw   | 7
          quantity L; input x; weight a, b; h = a*x; o = b*h + h; given dL/do = 3; at x = 2, a = 1, b = 5                       | dL/da   | 36
          quantity L; input x; weight a; h = a*x; p = h^2; q = h*p; given dL/dh = 3; derive dL/dx; at x = 2, a = 4              | dL/dx   | 12
          quantity L; input x; weight a; h = a*x; name d = -dL/dh; given d = 3; derive dL/da; at x = 2, a = 1                   | dL/da   | -6
          quantity L; weight W : 2; input Z : 2 x 2; Y = Z*W; given dL/dY_1 = 1, dL/dY_{2} = 3; at Z = [1, 2; 3, 4], W = [1, 1] | dL/dW_2 | 14
          size n, d; quantity E; input X : n x d; weight w : d; y = X*w; given dE/dy = [1, 2]; at X = [1, 2, 3; 4, 5, 6], w = [1, 1, 1] | dE/dw_3 | 15
          quantity E; size L = 3; input x; weight w[k] for k in 1..L; z[0] = x; z[k] = w[k]*z[k-1] for k in 1..L; given dE/dz[3] = 2; derive dE/dw[2]; at x = 1, w[1] = 2, w[2] = 3, w[3] = 4 | dE/dw[2] | 16
          quantity E; size L; input x; weight w[k] for k in 1..L; z[0] = x; z[k] = w[k]*z[k-1] for k in 1..L; z_L = z[L]; given dE/dz_L = 2; derive dE/dw[k]; at L = 2, x = 1, w[1] = 2, w[2] = 3 | dE/dw[1] | 6
          weight w_1, w_2; loss L = w_1*w_2; derive dw_1/dw_2; at w_1 = 1, w_2 = 2                                              | dw_1/dw_2 | 0
          input x; weight w; loss L = w*x; derive dx/dw, dL/dw; at x = 1, w = 2                                                 | dx/dw   | 0
          weight w_1, w_2; loss L = w_1^2; derive dL/dw_2; at w_1 = 1, w_2 = 2                                                  | dL/dw_2 | 0
          quantity h; weight w; loss L = w*h^2; derive dL/dw, dL/dh; at w = 5, h = 3                                            | dL/dh   | 30
          """)
  void derivativesThatAreKnown(String statements, String derivative, String value) {
    Gradus.Solving solving =
        Gradus.solve("test.gradus", statements.replaceAll("; (?![0-9])", "\n"));
    assertThat(solving.diagnostics()).isEmpty();
    assertThat(solving.solution().orElseThrow().value(derivative))
        .hasToString("Exact[number=" + value + "]");
  }
}
