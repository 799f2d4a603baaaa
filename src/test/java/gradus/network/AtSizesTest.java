package gradus.network;

import static gradus.network.Networks.problem;
import static gradus.network.Networks.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.expr.Index;
import gradus.expr.Index.Letter;
import gradus.expr.Name;
import gradus.expr.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Networks of vectors, matrices and families at the sizes of their data. Values are worked out by
/// hand or in exact arithmetic elsewhere; those of tanh and exp by differences of a plain loop.
class AtSizesTest {
  private static final String RELU_1_2_2_1 =
      """
      size n = 2
      input x : 1
      target y
      weight W[1] : n x 1
      weight W[2] : n x n
      weight W[3] : 1 x n
      bias b : n
      p = W[3]*z[2]
      loss L = (p - y)^2/2
      z[2] = relu(a[2])
      a[2] = W[2]*z[1]
      z[1] = relu(a[1])
      a[1] = W[1]*x + b
      given W[1] = [1; -2], W[2] = [1, 2; 3, 4], W[3] = [1, -1], b = [1/2, 5]
      at x = 2, y = 1
      descend rate eta = 1/10
      """;

  private static final String BATCH =
      """
      size n, d = 2, m = 2
      input X : n x d
      target y : n
      weight W[1] : d + 1 x m
      weight W[2] : m + 1
      A = concat(X, 1)
      B = A*W[1]
      C = relu(B)
      D = concat(C, 1)
      E = D*W[2]
      F = E - y
      G = F.^2
      H = sum(G)
      loss L = H/n
      given W[1] = [1, -1; 0, 2; 1/2, 1], W[2] = [1; 2; -1]
      at X = [1, 2; -3, 1; 0, 1], y = [1, 2, 3]
      """;

  private static final String LAYERS =
      """
      size L, n[k] for k in 0..L
      function φ[k](u) for k in 1..L
      input x : n[0]
      target y : n[L]
      weight W[k] : n[k] x n[k-1] for k in 1..L
      bias b[k] : n[k] for k in 1..L
      z[0] = x
      a[k] = W[k]*z[k-1] + b[k] for k in 1..L
      z[k] = φ[k](a[k]) for k in 1..L
      loss E = norm2(y - z[L])^2/2
      name delta[k] = dE/da[k]
      derive dE/dW[k], dE/db[k], da[k]_i/dW[k]_{i,j}
      at small: L = 2, φ[1] = relu, φ[2] = identity, x = [1, 2], y = [1],
        W[1] = [1, 2; -1, 1; 0, 1], W[2] = [1, -1, 2], b[1] = [0, 0, 1], b[2] = [3]
      """;

  private static final String COLUMN_OF_ONES =
      """
      size n, d
      input X : n x d
      weight w : d + 1
      A = concat(X, 1)
      loss L = sum(A*w)
      at X = [1; 2; 3], w = [1, 2]
      """;

  private static final String GIVEN_UPSTREAM =
      """
      size n, m
      input x : n
      weight W : m x n
      quantity H
      y = W*x
      given dH/dy = [1, -2], x = [3, 4, 5], W = [0, 0, 0; 1, 1, 1]
      derive dH/dW, dH/dx
      """;

  private static final String RECURRENCE =
      """
      size T, d, m
      input x[t] : d for t in 1..T
      target y : m
      weight W_xh : m x d
      weight W_hh : m x m
      h[0] = 0*y
      a[t] = W_xh*x[t] + W_hh*h[t-1] for t in 1..T
      h[t] = tanh(a[t]) for t in 1..T
      loss E = sum(t in 1..T, norm2(h[t] - y)^2)
      at T = 3, x[1] = [1], x[2] = [2], x[3] = [-1], y = [1, 0], W_xh = [1; -1],
        W_hh = [1/2, 0; 0, 1/2]
      """;

  private static final String CLASS_LABEL =
      """
      size d, k
      index from 0
      input x : d
      target c
      weight W : k x d
      p = softmax(W*x)
      loss L = -log(p_c)
      at x = [1, 2], W = [1, 0; 0, 1; 1, 1], c = 2
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RELU_1_2_2_1   | L                       | 32
          RELU_1_2_2_1   | dL/dW[3]_{1,2}          | -92
          RELU_1_2_2_1   | dL/dW[2]_{1,1}          | -20
          RELU_1_2_2_1   | dL/dW[2]_{2,1}          | 20
          RELU_1_2_2_1   | dL/dW[1]_2              | 32
          RELU_1_2_2_1   | dL/db_1                 | 16
          BATCH          | L                       | 287/6
          BATCH          | dL/dW[2]_1              | 25/3
          BATCH          | dL/dW[2]_2              | 61
          BATCH          | dL/dW[2]_3              | 38/3
          BATCH          | dL/dW[1]_{1,1}          | 5
          BATCH          | dL/dW[1]_{1,2}          | -26
          BATCH          | dL/dW[1]_{2,1}          | 35/3
          BATCH          | dL/dW[1]_{2,2}          | 106/3
          BATCH          | dL/dW[1]_{3,1}          | 20/3
          BATCH          | dL/dW[1]_{3,2}          | 76/3
          LAYERS         | a[1]_3                  | 3
          LAYERS         | E                       | 72
          LAYERS         | delta[1]_2              | -12
          LAYERS         | delta[2]                | 12
          LAYERS         | dE/dW[1]_{3,2}          | 48
          LAYERS         | dE/dW[2]_{1,1}          | 60
          LAYERS         | da[1]_2/dW[1]_{2,2}     | 2
          COLUMN_OF_ONES | L                       | 12
          COLUMN_OF_ONES | dL/dw_1                 | 6
          COLUMN_OF_ONES | dL/dw_2                 | 3
          GIVEN_UPSTREAM | dH/dW_{2,3}             | -10
          GIVEN_UPSTREAM | dH/dx_1                 | -2
          """)
  void hasTheValue(String network, String symbol, String value) {
    assertThat(shown(value(network, symbol))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RECURRENCE  | E                | 3.980510792713
          RECURRENCE  | dE/dW_xh_1       | 2.004097324
          RECURRENCE  | dE/dW_xh_2       | -1.490152793
          RECURRENCE  | dE/dW_hh_{1,1}   | -2.283392495
          RECURRENCE  | dE/dW_hh_{2,1}   | 0.678118810
          CLASS_LABEL | L                | 0.407605964444
          CLASS_LABEL | dL/dW_{0,0}      | 0.090030573170
          CLASS_LABEL | dL/dW_{2,1}      | -0.669518088450
          """)
  void isCloseTo(String network, String symbol, double value) {
    assertThat(value(network, symbol).doubleValue()).isCloseTo(value, within(1e-8));
  }

  private static Value value(String network, String symbol) {
    Problem numbers = AtSizes.ofData(problem(text(network))).orElseThrow();
    Run.Outcome outcome = Run.of(Derived.of(numbers));
    assertThat(outcome.diagnostics()).isEmpty();
    return outcome
        .run()
        .points()
        .getFirst()
        .value(KnownNames.symbol(numbers, symbol).orElseThrow());
  }

  private static String text(String network) {
    return switch (network) {
      case "RELU_1_2_2_1" -> RELU_1_2_2_1;
      case "BATCH" -> BATCH;
      case "LAYERS" -> LAYERS;
      case "COLUMN_OF_ONES" -> COLUMN_OF_ONES;
      case "GIVEN_UPSTREAM" -> GIVEN_UPSTREAM;
      case "RECURRENCE" -> RECURRENCE;
      case "CLASS_LABEL" -> CLASS_LABEL;
      default -> throw new AssertionError(network);
    };
  }

  /// `W[1] : d + 1 x m` by its entries, row by row.
  @Test
  void movesEveryEntry() {
    Problem numbers = AtSizes.ofData(problem(RELU_1_2_2_1)).orElseThrow();

    assertThat(numbers.descents().getFirst().moved())
        .map(Spelling::of)
        .containsExactly(
            "W[1]_{1}",
            "W[1]_{2}",
            "W[2]_{1,1}",
            "W[2]_{1,2}",
            "W[2]_{2,1}",
            "W[2]_{2,2}",
            "W[3]_{1,1}",
            "W[3]_{1,2}",
            "b_{1}",
            "b_{2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LAYERS     | z[0] | n[0] x 1
          LAYERS     | a[k] | n[k] x 1
          LAYERS     | z[k] | n[k] x 1
          RECURRENCE | h[t] | m x 1
          BATCH      | D    | n x 3
          BATCH      | E    | n x 1
          BATCH      | L    | scalar
          """)
  void knowsTheShape(String network, String symbol, String shape) {
    assertThat(problem(text(network)).graph().definitions())
        .filteredOn(definition -> Spelling.of(definition.symbol()).equals(symbol))
        .singleElement()
        .extracting(definition -> definition.symbol().shape().toString())
        .isEqualTo(shape);
  }

  @Test
  void sizesComeFromTheData() {
    Map<Letter, Integer> bound = problem(LAYERS).sizes().bound();

    assertThat(bound)
        .containsEntry(Letter.of(Name.of("L")), 2)
        .containsEntry(new Letter(Name.of("n"), List.of(Index.of(0))), 2)
        .containsEntry(new Letter(Name.of("n"), List.of(Index.of(1))), 3)
        .containsEntry(new Letter(Name.of("n"), List.of(Index.of(2))), 1);
  }

  @Test
  void otherSizesHaveNoData() {
    Letter n = Letter.of(Name.of("n"));
    Problem numbers = AtSizes.chosen(problem(BATCH), Map.of(n, 4)).orElseThrow();

    assertThat(numbers.points()).isEmpty();
    assertThat(KnownNames.symbol(numbers, "G_4")).isPresent();
    assertThat(AtSizes.chosen(problem(BATCH), Map.of())).isEmpty();
  }
}
