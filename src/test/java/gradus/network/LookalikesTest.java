package gradus.network;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names that look much the same and yet are told apart on the sheet, or are one name; those that
/// are not stand in [BadNetworkTest].
final class LookalikesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one name in two spellings     | weight delta_1, ŷ; loss L = δ_1*yhat
          the sign of the keyboard      | weight µ; loss L = mu^2 + μ
          capitals                      | weight Υ, Α; loss L = Upsilon*Alpha
          case                          | weight w, W; loss L = w*W
          a label stands above          | weight w_1; weight w[k] for k in 1..3; loss L = w_1*w[1]
          labels of both, above         | weight w_1[k] for k in 1..3; weight w_2; loss L = w_2*w_1[1]
          an index of one part or two   | weight w_a1, w_a_1, W_12, W_1_2; loss L = w_a1*w_a_1*W_12*W_1_2
          shapes of a letter            | weight phi, epsilon, ϑ, σ; loss L = phi*epsilon*ϑ*sigmoid(σ)
          beyond the last entry         | input x : 3; weight x_4, x_0; loss L = sum(x)*x_4*x_0
          two indices run together      | weight W : 2 x 2; weight W_12, W_in, W_3_1; loss L = sum(W)*W_12*W_in*W_3_1
          an index that no index is     | size n; input x : n; weight x_s, x_j, x_out; loss L = sum(x)*x_s*x_j*x_out
          a number is no class label    | target t; weight p : 3; weight p_t; loss L = sum(p)*(p_t - t)
          one index too few or too many | weight W : 2 x 2; weight W_1, W_1_1_1; loss L = sum(W)*W_1*W_1_1_1
          vectors of one family         | weight W_1, W_2 : 2 x 3; loss L = sum(W_1 .* W_2)
          a parameter is by itself      | input x; weight a_1; function f(a1) = a1^2; loss L = f(x)*a_1
          a function of the same look   | input x; function σ(z) = 1/(1 + exp(-z)); loss L = σ(x)
          points are no names           | weight w; loss L = w^2; at p1: w = 1; at p_1: w = 2
          """)
  void areToldApart(String how, String statements) {
    String text = statements.replace("; ", "\n") + "\nderive dL/d" + firstName(statements);
    assertThat(ProblemReader.read(new Source("test.gradus", text)).diagnostics()).as(how).isEmpty();
  }

  /// What is declared first that the loss can be derived by.
  private static String firstName(String statements) {
    return statements.replaceFirst("^size n; ", "").split("[ ,;]+")[1].replaceFirst("\\[k]", "[1]");
  }
}
